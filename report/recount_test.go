package report

import (
	"encoding/json"
	"strings"
	"testing"

	"github.com/cadre-framework/cadre/schema"
)

// TestReadRecounts changes one number of a document at a time to less than its
// list has. What a run writes passes, which TestSavedIsTheSame proves.
func TestReadRecounts(t *testing.T) {
	findings := render(t, FromResult(sample(), sampleRun), "json", Options{})
	changes := render(t, documentOf(nil, nil), "json", Options{})
	const open = `"status": "open"`
	for _, c := range []struct{ in, path, to, want string }{
		{findings, "summary.error", "0", "/summary/error is 0 and the list has "},
		{findings, "summary.warning", "0", "/summary/warning is 0 and the list has "},
		{findings, "summary.info", "0", "/summary/info is 0 and the list has "},
		{findings, "summary.fixable", "0", "/summary/fixable is 0 and the list has "},
		{findings, "summary.suppressed", "0", "/summary/suppressed is 0 and the list has "},
		{changes, "summary.major", "0", "/summary/major is 0 and the list has "},
		{changes, "summary.minor", "0", "/summary/minor is 0 and the list has "},
		{changes, "summary.patch", "0", "/summary/patch is 0 and the list has "},
		{strings.Replace(findings, open, `"status": "unchanged"`, 1), "summary.unchanged", "0", "/summary/unchanged is 0 and the list has 1"},
		{strings.Replace(findings, open, `"status": "fixed"`, 1), "summary.fixed", "0", "/summary/fixed is 0 and the list has 1"},
		{strings.Replace(findings, open, `"status": "baselined"`, 1), "summary.baselined", "0", "/summary/baselined is 0 and the list has 1"},
		{strings.Replace(changes, `"impact": "patch"`, `"impact": "none"`, 1), "summary.none", "0", "/summary/none is 0 and the list has "},
		{changes, "summary.accepted", "0", "/summary/accepted is 0 and the list has "},
		{changes, "bump.required", `"minor"`, "/bump/required is minor and a change asks for major"},
		{changes, "bump.required", `"none"`, "/bump/required is none and a change asks for major"},
	} {
		_, err := Read(strings.NewReader(with(t, c.in, c.path, c.to)))
		if err == nil || !strings.Contains(err.Error(), "not as cadre writes it: "+c.want) {
			t.Errorf("%s %s: got %v, want %s", c.path, c.to, err, c.want)
		}
	}
}

// TestReadAcceptsMore proves that numbers may be higher than their lists, as they
// are where something is hidden, and that a higher bump may be required by what
// was not asked for.
func TestReadAcceptsMore(t *testing.T) {
	findings := render(t, FromResult(sample(), sampleRun), "json", Options{MaxFindings: 1})
	changes := render(t, documentOf(nil, nil), "json", Options{MaxFindings: 1})
	for _, in := range []string{
		findings, changes, with(t, findings, "findings", "[]"), with(t, changes, "changes", "[]"),
		with(t, findings, "complete", "false"), with(t, changes, "complete", "false"),
	} {
		if _, err := Read(strings.NewReader(in)); err != nil {
			t.Error(err)
		}
	}
}

// A bump may not be below what the numbers say, either, when the list is cut.
func TestReadHoldsBumpToNumbers(t *testing.T) {
	cut := with(t, render(t, documentOf(nil, nil), "json", Options{}), "changes", "[]")
	_, err := Read(strings.NewReader(with(t, cut, "bump.required", `"none"`)))
	if err == nil || !strings.Contains(err.Error(), "/bump/required is none") {
		t.Errorf("got %v", err)
	}
}

// Every kind of document that is read has its numbers held to its lists.
func TestEveryDocumentIsRecounted(t *testing.T) {
	for _, kind := range documents {
		text, _ := schema.Text(kind.name)
		var root struct{ Examples []json.RawMessage }
		if err := json.Unmarshal([]byte(text), &root); err != nil || len(root.Examples) == 0 {
			t.Fatal(kind.name, err, len(root.Examples))
		}
		if _, err := Read(strings.NewReader(string(root.Examples[0]))); err != nil {
			t.Errorf("%s: %v", kind.name, err)
		}
	}
}

// with returns a document with another value at a path of names.
func with(t *testing.T, document, path, value string) string {
	t.Helper()
	var root map[string]any
	if err := json.Unmarshal([]byte(document), &root); err != nil {
		t.Fatal(err)
	}
	group, name := root, path
	if outer, inner, deep := strings.Cut(path, "."); deep {
		group, name = root[outer].(map[string]any), inner
	}
	if _, there := group[name]; !there {
		t.Fatalf("the document has no %s", path)
	}
	group[name] = json.RawMessage(value)
	out, err := json.Marshal(root)
	if err != nil {
		t.Fatal(err)
	}
	return string(out)
}
