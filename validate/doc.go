// Package validate says in plain words what is wrong with the form of a data
// file: faults of the text itself (rules syntax/*) and departures from the
// published schemas (rules schema/*).
//
// It is for whoever has a parsed file and wants findings; package check does this
// for whole frameworks. Most callers need one call:
//
//	doc, faults := source.Parse(file, source.FileLimits)
//	findings, err := validate.Document(doc, faults, "role", false)
//
// Every finding stands where a person would look: a missing field at the key
// that holds the group, an unknown one at its own key, everything else at the
// value. Its help says what to write instead, with the words and the example of
// the schema. Nothing is said twice: what lies inside a fault of the text is not
// held to the schema as well.
//
// The package reads no files and knows no framework. Whether an identifier exists
// is for package lint to say.
package validate
