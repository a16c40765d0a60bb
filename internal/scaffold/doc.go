// Package scaffold makes the first files of a framework and the first text of an
// entity, for cadre init and cadre new.
//
// What a person has to say is left as a text that begins with "TODO:" and tells
// what belongs there; the rule text/placeholder names each of them. What no such
// text may stand for, because a number or an id belongs there, is left out, and
// the rules about what is missing ask for it.
//
//	files, err := scaffold.Framework("demo", scaffold.Options{})
//	err = scaffold.Write(root, files)
//
// Everything is computed before the first file is written, nothing that exists is
// touched, and every text is held to its schema before it is handed out.
package scaffold
