package report_test

import (
	"fmt"
	"os"
	"strings"

	"github.com/cadre-framework/cadre/finding"
	"github.com/cadre-framework/cadre/report"
	"github.com/cadre-framework/cadre/source"
)

var result = &finding.Result{
	Findings: []finding.Finding{{
		Rule:     &finding.Rule{ID: "text/misspelling", Title: "Words are spelt right", Severity: finding.Warning},
		Severity: finding.Warning,
		Span: source.Span{
			File:  &source.File{Path: "roles/clinical-coder.yaml", Text: "id: clinical-coder\ntitle: Clincal Coder\n"},
			Start: 26, End: 33,
		},
		Subject: finding.Subject{Kind: "role", ID: "clinical-coder", Title: "Clincal Coder"},
		Message: `"Clincal" looks misspelt`,
		Help:    `write "Clinical"`,
	}},
	Files: 1, Entities: 1, Complete: true,
}

func ExampleFindings_Write() {
	doc := report.FromResult(result, report.Run{Version: "1.0.0", Operand: "framework-data"})
	if err := doc.Write(os.Stdout, "text", report.Options{}); err != nil {
		fmt.Println(err)
	}
	// Output:
	// roles/clinical-coder.yaml:2:8: warning: "Clincal" looks misspelt [text/misspelling]
	//    1 | id: clinical-coder
	//    2 | title: Clincal Coder
	//      |        ^^^^^^^
	//    role: Clincal Coder (clinical-coder)
	//    help: write "Clinical"
	//
	// framework-data: 1 file, 1 entity checked: 1 warning
}

// A saved report can be shown again without the data.
func ExampleRead() {
	var saved strings.Builder
	doc := report.FromResult(result, report.Run{Version: "1.0.0", Operand: "framework-data"})
	if err := doc.Write(&saved, "json", report.Options{}); err != nil {
		fmt.Println(err)
		return
	}

	again, err := report.Read(strings.NewReader(saved.String()))
	if err != nil {
		fmt.Println(err)
		return
	}
	if err := again.Write(os.Stdout, "text", report.Options{Quiet: true}); err != nil {
		fmt.Println(err)
	}
	// Output:
	// roles/clinical-coder.yaml:2:8: warning: "Clincal" looks misspelt [text/misspelling]
}
