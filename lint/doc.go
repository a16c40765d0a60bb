// Package lint holds the consistency rules: what a schema cannot say about one
// file, and what holds between files.
//
// Most callers run all rules over a framework:
//
//	for _, f := range lint.Run(fw, nil, nil) {
//		fmt.Println(f.Message)
//	}
//
// A rule lives in a file of its own, rule_<category>_<name>.go, which declares
// it and holds its function; its cases lie in testdata/<category>/<name>. A
// rule reports or is silent. It reads nothing but the framework, prints
// nothing, and knows no other rule.
//
// Rules are quiet where they cannot know: a field that broke its schema reads
// as absent, and drafts and retired entities are judged by some categories
// only (see [Pass.Report]).
package lint
