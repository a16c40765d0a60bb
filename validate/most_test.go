package validate_test

import (
	"strings"
	"testing"

	"github.com/cadre-framework/cadre/finding"
	"github.com/cadre-framework/cadre/source"
	"github.com/cadre-framework/cadre/validate"
)

// TestMostOfRule proves that of a rule that a file breaks without end 1,000
// findings are told and the others counted, and that no other rule loses by it.
func TestMostOfRule(t *testing.T) {
	const entry = `{"id": "a", "title": "A", "constituency": "c", "colour": 1}`
	many := func(n int) string { return "[" + strings.Repeat(entry+",", n-1) + entry + "]" }
	bundle := func(n int) string {
		return `{"framework": {"schemaVersion": 1, "id": "f", "title": "F", "version": "1.0.0", "locale": "en"}, "roles": ` + many(n) + `, "levels": [{}]}`
	}
	for _, c := range []struct {
		name, kind, text string
		list             bool
		others           int // findings of other rules
		want             string
	}{
		{"as many as fit", "bundle", bundle(1_000), false, 4, ""},
		{"one more", "bundle", bundle(1_001), false, 4, "1 more value breaks this rule in the file"},
		{"many more", "bundle", bundle(2_500), false, 4, "1500 more values break this rule in the file"},
		{"a list with as many as fit", "role", many(1_000), true, 0, ""},
		{"a list with more", "role", many(2_500), true, 0, "1500 more values break this rule in the file"},
	} {
		doc, faults := source.Parse(&source.File{Path: "f.json", Text: c.text}, source.BundleLimits)
		found, err := validate.Document(doc, faults, c.kind, c.list)
		if err != nil {
			t.Fatal(err)
		}
		told, others := 0, 0
		var rest finding.Finding
		for _, f := range found {
			switch {
			case f.Rule.ID != "schema/unknown-property":
				others++
			case strings.Contains(f.Message, " more "):
				rest = f
			default:
				told++
			}
		}
		if told != 1_000 || others != c.others || rest.Message != c.want {
			t.Errorf("%s: %d told, %d of other rules, then %q", c.name, told, others, rest.Message)
		}
		if c.want != "" && (rest.Subject != finding.FileSubject("f.json") || rest.Severity != finding.Error || rest.Span.File != doc.File) {
			t.Errorf("%s: the rest is told as %+v", c.name, rest)
		}
	}
}
