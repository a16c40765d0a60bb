// Package schema holds the published form of Cadre's files and says where a
// value departs from it.
//
// The form is written down once, in the draft-07 *.schema.json files of this
// folder, which editors read as they are. This package embeds them, so that a
// check never reads a schema from disk or network, and answers three questions:
// what is wrong with a value ([Check]), what a field means ([Property],
// [Field]), and in which order fields are written ([Keys]).
//
// Most callers need one call:
//
//	violations, err := schema.Check("role", doc.Root().Value())
//	for _, v := range violations {
//		fmt.Println(v.Pointer, v.Rule, v.Property)
//	}
//
// Violations are facts, not sentences: which keyword, where, what was allowed,
// what was found. Package validate makes findings of them. They come in an order
// that depends on the value alone.
//
// The files say `"$id": "role.schema.json"`, a name and not an address. A
// relative name is resolved against the place that a file was read from, so the
// set works wherever it lies: beside the data in .cadre/schema, on a web page,
// in this package. An absolute address would send editors that take it literally
// to the network for a file that lies next to the one they have.
package schema
