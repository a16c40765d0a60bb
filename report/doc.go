// Package report shows what a run found, or what changed: to people as text, to
// programs as JSON, and in whatever further format a continuous integration host
// reads.
//
// It is for the command line and for whoever embeds the checks and wants their
// output. A report is made in two steps. The first turns a result into a
// document: plain data in which every place has its path, its lines and the
// text around it, so that nobody who shows it needs the files again. The second
// writes that document in a format. Most callers need two calls:
//
//	doc := report.FromResult(result, report.Run{Version: "1.0.0", Operand: "framework-data"})
//	err := doc.Write(os.Stdout, "text", report.Options{})
//
// The document is what the JSON format writes and what [Read] takes back.
// Because every format is a function of the document and of [Options] alone, a
// saved report gives later, on another machine, the same bytes in every format
// as the run itself did.
//
// A comparison of two versions becomes a document of its own, [Changes], by
// [FromChanges]; what holds for findings holds for it. Its formats share one view
// of the changes by entity, in changes_group.go.
//
// Nothing is judged here. What a report hides, to keep to the number or the
// severity that was asked for, it still counts.
//
// The data is not trusted. A title, a path or a line of a file may hold what
// moves a cursor, turns the direction of writing or orders a build host about;
// each kind of output has one escaper that all text passes, in the file
// escape_<kind>.go, and shows such characters instead of sending them.
//
// A format lives in its own file, format_<name>.go, and registers there under
// the name that people type. A further kind of document brings its types, its
// table of formats and its line for Read in its own file too.
package report
