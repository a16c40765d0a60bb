package report

import (
	"fmt"
	"io"
	"strings"
	"testing"

	"github.com/cadre-framework/cadre/finding"
	"github.com/cadre-framework/cadre/source"
)

// manyFindings is a result with one finding for each of n lines, all in one
// file, that of a bundle.
func manyFindings(n int) *finding.Result {
	line := "{\"id\": \"clinical-coder\", \"title\": \"Clinical Coder\", \"level\": 4},\n"
	file := &source.File{Path: "bundle.json", Text: strings.Repeat(line, n)}
	r := &finding.Result{Files: 1, Entities: n, Complete: true, Rules: []*finding.Rule{duplicateRule}}
	for i := range n {
		start := i*len(line) + 7
		r.Findings = append(r.Findings, finding.Finding{
			Rule: duplicateRule, Severity: finding.Error, Span: source.Span{File: file, Start: start, End: start + 16},
			Subject: coderSubject, Message: "the identifier is taken", Help: "choose another", Fingerprint: fmt.Sprintf("%032x", i),
		})
	}
	return r
}

func BenchmarkReport(b *testing.B) {
	for _, n := range []int{10_000, 100_000} {
		r := manyFindings(n)
		doc := FromResult(r, sampleRun)
		b.Run(fmt.Sprintf("document/%d", n), func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				FromResult(r, sampleRun)
			}
		})
		for _, format := range doc.Formats() {
			b.Run(fmt.Sprintf("%s/%d", format, n), func(b *testing.B) {
				b.ReportAllocs()
				for b.Loop() {
					if err := doc.Write(io.Discard, format, Options{}); err != nil {
						b.Fatal(err)
					}
				}
			})
		}
		saved := render(b, doc, "json", Options{})
		b.Run(fmt.Sprintf("read/%d", n), func(b *testing.B) {
			b.ReportAllocs()
			b.SetBytes(int64(len(saved)))
			for b.Loop() {
				if _, err := Read(strings.NewReader(saved)); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}
