// Package finding is what every judge of Cadre says and every report reads: a
// rule that was broken, where, by whom, and what to do next.
//
// It is for people who write rules, and for those who embed the checks and
// handle their results. Most callers loop over a [Result]:
//
//	for _, f := range result.Findings {
//		fmt.Println(f.Span.File.Path, f.Severity, f.Message, f.Rule.ID)
//	}
//
// Rules are values and findings are plain data; neither has behaviour of its
// own.
package finding
