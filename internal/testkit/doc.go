// Package testkit runs the text cases of Cadre's judges. It is for tests only.
//
// A case is a file testdata/<category>/<rule>/<name>.txtar. It opens with a
// sentence that says what it shows; then come the data files of a small
// framework, then what is wanted:
//
//	A misspelt field is named, with the field that may be meant.
//
//	-- roles/records/clinical-coder.yaml --
//	id: clinical-coder
//	sumary: Turns records into codes.
//	-- want --
//	roles/records/clinical-coder.yaml:2:1: error: unknown field "sumary" [schema/unknown-property]
//	  help: did you mean "summary"?
//
// Every finding takes one line, path:line:column: severity: message [rule]; its
// help and related places follow, indented. Where the rule has a fix, want/fixed/
// holds the files that the fix changes, as they are afterwards. A case whose name
// begins with "ok-" wants silence and has no want.
//
// A package runs its cases with one call and holds its rules to them with another:
//
//	func TestCases(t *testing.T) { testkit.Run(t, "testdata", judge) }
//	func TestRules(t *testing.T) { testkit.CheckRules(t, "testdata", lint.Rules(), nil) }
//
// A [Pair] is a case with two sides, for what compares: testdata/<kind>/<name>.txtar
// holds the files of a small framework before and after under old/ and new/, and
// want says what is told of them.
//
// go test -update rewrites want and want/fixed to what was found; read the
// difference before you keep it.
//
// A text file cannot show every byte. A file of a case whose name ends in
// ".quoted" (the ending is not part of its path) is written with the escapes of Go:
// \ufeff, \r, \x00, \xff, \u202e, and \\ for a backslash. A line that ends in a
// single backslash has no line break.
package testkit
