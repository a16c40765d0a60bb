package cli

import (
	"bytes"
	"context"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/cadre-framework/cadre/report"
)

// crowded writes a bundle with so many unknown references, and saves its result.
func crowded(t *testing.T, dir string, n int) string {
	t.Helper()
	var refs []string
	for i := range n {
		refs = append(refs, fmt.Sprintf(`{"ref": "missing-%d"}`, i))
	}
	bundle := `{"framework": {"schemaVersion": 1, "id": "f", "title": "F", "version": "1.0.0", "locale": "en-GB"},
"constituencies": [{"id": "records", "title": "Records"}],
"roles": [{"id": "clerk", "title": "Clerk", "constituency": "records", "competencies": [` + strings.Join(refs, ", ") + `]}]}`
	if err := os.WriteFile(filepath.Join(dir, "b.json"), []byte(bundle), 0o666); err != nil {
		t.Fatal(err)
	}
	if code, _, stderr := call(dir, nil, "check", "--select", "reference/unknown", "-f", "json=out.json", "b.json"); code != exitFindings {
		t.Fatal(code, stderr)
	}
	return "out.json"
}

// TestSummaryStaysWithinItsSize starts from summaries of every kind of size: what
// was there stays, and the whole never grows over what GitHub takes.
func TestSummaryStaysWithinItsSize(t *testing.T) {
	dir := t.TempDir()
	saved, page := crowded(t, dir, 6000), filepath.Join(dir, "page.md")
	a, errs := onActions(dir)
	doc, err := a.readReport(saved)
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		size    int
		written bool
	}{
		{0, true}, {1, true}, {500_000, true}, {summaryBytes - report.MinBytes - 1, true},
		{summaryBytes - report.MinBytes, false}, {summaryBytes - 1, false}, {summaryBytes, false}, {summaryBytes + 5, false},
	} {
		before := bytes.Repeat([]byte("x"), c.size)
		if err := os.WriteFile(page, before, 0o666); err != nil {
			t.Fatal(err)
		}
		errs.Reset()
		if err := a.write(doc, []output{{format: "github"}}, report.Options{}); err != nil {
			t.Fatal(err)
		}
		stderr := errs.String()
		after, err := os.ReadFile(page)
		if err != nil {
			t.Fatal(err)
		}
		added, kept := bytes.CutPrefix(after, before)
		if !kept || c.written && len(after) > summaryBytes || c.written != (len(added) > 0) || c.written == strings.Contains(stderr, "no room is left") {
			t.Errorf("%d bytes: then %d bytes, %q", c.size, len(after), stderr)
		}
		if c.written && (!strings.Contains(string(added), "left out") || c.size > 0 && !strings.HasPrefix(string(added), "\n<!--")) {
			t.Errorf("%d bytes: %.60q … %.60q is added", c.size, added, added[max(0, len(added)-60):])
		}
	}
}

// TestSummaryIsWhole: annotations may send people to the summary only when all of
// it was written.
func TestSummaryIsWhole(t *testing.T) {
	dir := t.TempDir()
	github := []output{{format: "github"}}
	a, _ := onActions(dir)
	doc, err := a.readReport(crowded(t, dir, 100))
	if err != nil {
		t.Fatal(err)
	}
	if !a.summarise(doc, github, report.Options{}) {
		t.Error("a short list is not whole")
	}
	if a.summarise(doc, []output{{format: "text"}}, report.Options{}) {
		t.Error("nothing is annotated, and yet there is a summary")
	}
	for _, size := range []int{summaryBytes - report.MinBytes - 10, summaryBytes} {
		if err := os.WriteFile(filepath.Join(dir, "page.md"), make([]byte, size), 0o666); err != nil {
			t.Fatal(err)
		}
		if a.summarise(doc, github, report.Options{}) {
			t.Errorf("behind %d bytes it is whole", size)
		}
	}
}

// onActions is a step whose summary is page.md, and its error stream.
func onActions(dir string) (*app, *bytes.Buffer) {
	errs := &bytes.Buffer{}
	return &app{env: &env{stdout: io.Discard, stderr: errs, dir: dir, getenv: func(name string) string {
		return map[string]string{"GITHUB_ACTIONS": "true", "GITHUB_STEP_SUMMARY": "page.md"}[name]
	}}}, errs
}

// paper is a document of another kind with the two formats.
type paper struct{}

func (paper) Formats() []string { return []string{"github", "markdown"} }

func (paper) Write(w io.Writer, format string, o report.Options) error {
	_, err := fmt.Fprintln(w, format, o.MaxBytes)
	return err
}

// TestSummaryOfAnyDocument needs no more of a document than its formats.
func TestSummaryOfAnyDocument(t *testing.T) {
	dir := t.TempDir()
	a, _ := onActions(dir)
	var out bytes.Buffer
	a.stdout = &out
	if err := a.write(paper{}, []output{{format: "github"}}, report.Options{MaxBytes: 7}); err != nil {
		t.Fatal(err)
	}
	page, err := os.ReadFile(filepath.Join(dir, "page.md"))
	if got := out.String() + string(page); err != nil || got != "github 7\nmarkdown 0\n" {
		t.Errorf("%q, %v", got, err)
	}
}

// TestPanicGivesNoOrders: what a defect quotes is data, too.
func TestPanicGivesNoOrders(t *testing.T) {
	var errs bytes.Buffer
	code := run(context.Background(), &env{
		args: []string{"check"}, stdout: io.Discard, stderr: &errs, dir: t.TempDir(),
		getenv: func(string) string { panic("x\n::error::y ##[add-mask]z") },
	})
	if first, _, _ := strings.Cut(errs.String(), "\nplease"); code != exitIncomplete || first != "cadre: internal error: x\n\\x3a:error::y ##\\x5badd-mask]z" {
		t.Errorf("exit %d, %q", code, first)
	}
}
