package finding_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/cadre-framework/cadre/finding"
	"github.com/cadre-framework/cadre/source"
)

var rule = &finding.Rule{ID: "role/level-missing", Title: "A role has a level", Doc: "Why.", Severity: finding.Warning, Since: "0.1.0"}

func at(path string, start int, params ...string) finding.Finding {
	file := &source.File{Path: path, Text: strings.Repeat("x", 100)}
	return finding.Finding{
		Rule: rule, Severity: rule.Severity, Span: source.Span{File: file, Start: start, End: start + 1},
		Subject: finding.Subject{Kind: "role", ID: "clerk"}, Params: params,
	}
}

func TestFingerprints(t *testing.T) {
	print := func(all ...finding.Finding) []string {
		finding.SetFingerprints(all)
		var prints []string
		for _, f := range all {
			prints = append(prints, f.Fingerprint)
		}
		return prints
	}
	a := print(at("a", 1, "x"), at("a", 5, "x"), at("a", 9, "y"))
	b := print(at("b", 50, "x"), at("b", 60, "x"), at("b", 70, "y"))
	for i := range a {
		if a[i] != b[i] || len(a[i]) != 32 {
			t.Errorf("finding %d has the fingerprints %s and %s", i, a[i], b[i])
		}
	}
	if a[0] == a[1] || a[0] == a[2] {
		t.Errorf("different findings share a fingerprint: %v", a)
	}
	if two, one := print(at("a", 1, "x y")), print(at("a", 1, "x", "y")); two[0] == one[0] {
		t.Error("one param of two words is taken for two params")
	}
	reworded := at("a", 1, "x")
	reworded.Message, reworded.Severity = "other words", finding.Error
	if got := print(reworded); got[0] != a[0] {
		t.Error("wording and severity change the fingerprint")
	}
}

func TestSort(t *testing.T) {
	findings := []finding.Finding{at("b", 1), at("a", 9), at("a", 2), {Rule: rule}}
	finding.Sort(findings)
	var got []string
	for _, f := range findings {
		path := ""
		if f.Span.File != nil {
			path = f.Span.File.Path
		}
		got = append(got, fmt.Sprint(path, f.Span.Start))
	}
	if s := strings.Join(got, " "); s != "0 a2 a9 b1" {
		t.Errorf("sorted: %s", s)
	}
}

func TestWorst(t *testing.T) {
	r := finding.Result{Findings: []finding.Finding{
		{Severity: finding.Info}, {Severity: finding.Warning, Status: finding.Introduced}, {Severity: finding.Error, Status: finding.Suppressed},
		{Severity: finding.Error, Status: finding.Fixed}, {Severity: finding.Error, Status: finding.Baselined},
	}}
	if got := r.Worst(); got != finding.Warning {
		t.Errorf("the worst that counts is %s", got)
	}
	r.Findings = append(r.Findings, finding.Finding{Severity: finding.Error, Status: finding.Unchanged})
	if got := r.Worst(); got != finding.Error {
		t.Errorf("what the base had, too, counts as %s", got)
	}
	if got := (&finding.Result{}).Worst(); got != finding.Off {
		t.Errorf("the worst of nothing is %s", got)
	}
}

func TestParseSeverity(t *testing.T) {
	for _, s := range []finding.Severity{finding.Off, finding.Info, finding.Warning, finding.Error} {
		if got, err := finding.ParseSeverity(s.String()); got != s || err != nil {
			t.Errorf("ParseSeverity(%q) = %v, %v", s, got, err)
		}
	}
	if _, err := finding.ParseSeverity("Error"); err == nil {
		t.Error("a severity is read in capitals")
	}
}

func TestValidate(t *testing.T) {
	whole := *rule
	for want, broken := range map[string]func(*finding.Rule){
		"category/kebab-name": func(r *finding.Rule) { r.ID = "role/Level" },
		"are required":        func(r *finding.Rule) { r.Doc = "" },
		"stands twice":        func(r *finding.Rule) { r.Aliases = []string{r.ID} },
	} {
		r := whole
		broken(&r)
		if errs := finding.Validate([]*finding.Rule{&r}); len(errs) != 1 || !strings.Contains(errs[0].Error(), want) {
			t.Errorf("want %q, got %v", want, errs)
		}
	}
	if errs := finding.Validate([]*finding.Rule{&whole}); len(errs) > 0 {
		t.Error(errs)
	}
}

// A result is plain data: whoever has one loops over it.
func Example() {
	result := &finding.Result{Complete: true, Findings: []finding.Finding{at("roles/clerk.yaml", 4)}}
	for _, f := range result.Findings {
		fmt.Println(f.Span.File.Path, f.Severity, f.Rule.ID, f.Subject.ID)
	}
	fmt.Println(result.Worst() >= finding.Error)
	// Output:
	// roles/clerk.yaml warning role/level-missing clerk
	// false
}
