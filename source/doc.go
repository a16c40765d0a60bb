// Package source turns the bytes of a data file into a document whose every
// part knows where it stands.
//
// It is for whoever checks, compares or edits framework data: a finding needs
// the exact place of a value, an edit must leave every other byte alone. Most
// callers need one call:
//
//	doc, faults := source.Parse(&source.File{Path: "roles/x.yaml", Text: text}, source.FileLimits)
//	title := doc.Root().Get("title")
//	fmt.Println(title.Text(), title.Span().Position())
//
// A document is never nil; what is wrong with the text comes back as faults.
// JSON and YAML give the same values: a plain YAML scalar is JSON's null, true,
// false or a number by JSON's grammar, and text otherwise. What YAML has beyond
// that (anchors, tags, further documents) is a fault, because a reader would see
// something else than what is checked.
//
// All places are half-open spans of byte offsets. Lines and columns are made
// from them by [File.Position] alone.
package source
