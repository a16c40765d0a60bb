package browser

import (
	"bytes"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/rogpeppe/go-internal/txtar"

	"github.com/cadre-framework/cadre/check"
	"github.com/cadre-framework/cadre/diff"
	"github.com/cadre-framework/cadre/finding"
	"github.com/cadre-framework/cadre/framework"
	"github.com/cadre-framework/cadre/report"
	"github.com/cadre-framework/cadre/source"
)

// findings returns the report of a check of testdata/framework.txtar against its
// base.
func findings(t *testing.T) *report.Findings {
	t.Helper()
	base, head := sides(t, "framework.txtar")
	before := run(t, base, nil)
	return report.FromResult(run(t, head, before), report.Run{Version: "1.0.0", Operand: "careers"})
}

// changes returns the report of what changed in testdata/changes.txtar, of which
// one change is accepted.
func changes(t *testing.T) *report.Changes {
	t.Helper()
	base, head := sides(t, "changes.txtar")
	accepted := []diff.Accepted{{Change: "responsibility-added", Subject: "clinical-coder", Reason: "agreed by the board", By: "J. Smith", Until: "2.0.0"}}
	return compared(model(t, base), model(t, head), accepted)
}

// compared returns the report of what changed between two frameworks.
func compared(old, new *framework.Framework, accepted []diff.Accepted) *report.Changes {
	result := diff.Compare(old, new, diff.Options{Accepted: accepted})
	return report.FromChanges(report.Compared{Operand: "git:main", Framework: old}, report.Compared{Operand: "careers", Framework: new}, result, report.Run{Version: "1.0.0"})
}

// model builds a framework that nothing is wrong with.
func model(t *testing.T, fsys fs.FS) *framework.Framework {
	t.Helper()
	result, f, err := check.Run(t.Context(), fsys, check.Options{})
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range result.Findings {
		if f.Severity == finding.Error {
			t.Fatalf("%s: %s", f.Subject.ID, f.Message)
		}
	}
	return f
}

// sides returns two versions of a framework from a file of testdata. Files below
// base/ are of the old version in place of others, those below head/ of the new one.
func sides(t *testing.T, name string) (base, head fstest.MapFS) {
	t.Helper()
	archive, err := txtar.ParseFile(filepath.Join("testdata", name))
	if err != nil {
		t.Fatal(err)
	}
	base, head = fstest.MapFS{}, fstest.MapFS{}
	for _, f := range archive.Files {
		file := &fstest.MapFile{Data: f.Data}
		side, rest, _ := strings.Cut(f.Name, "/")
		switch side {
		case "base":
			base[rest] = file
		case "head":
			head[rest] = file
		default:
			head[f.Name] = file
			if base[f.Name] == nil {
				base[f.Name] = file
			}
		}
	}
	return base, head
}

func run(t *testing.T, fsys fstest.MapFS, base *finding.Result) *finding.Result {
	t.Helper()
	result, _, err := check.Run(t.Context(), fsys, check.Options{Base: base})
	if err != nil {
		t.Fatal(err)
	}
	return result
}

// many returns a report of n findings in files of ten.
func many(n int) *report.Findings {
	rule := &finding.Rule{ID: "reference/unknown", Title: "A reference leads to something", Doc: "It leads nowhere.", Severity: finding.Error, Since: "0.1.0"}
	result := &finding.Result{Complete: true, Files: n / 10, Entities: n}
	for i := range n {
		file := &source.File{Path: fmt.Sprintf("roles/role-%05d.yaml", i/10), Text: "id: a\ntitle: A role\nconstituency: records\nlevel: 4\n"}
		result.Findings = append(result.Findings, finding.Finding{
			Rule: rule, Severity: finding.Severity(i%3 + 1), Span: source.Span{File: file, Start: 20, End: 32},
			Subject: finding.Subject{Kind: "role", ID: fmt.Sprintf("role-%d", i), Title: "A role"},
			Message: fmt.Sprintf("unknown constituency number %d", i), Help: "correct the id",
		})
	}
	finding.SetFingerprints(result.Findings)
	return report.FromResult(result, report.Run{Version: "1.0.0", Operand: "large"})
}

// save writes a document as HTML and returns the file's name. What edit makes of
// the page is written instead, where it is given.
func save(t *testing.T, doc report.Document, edit func(page string) string) string {
	t.Helper()
	var b bytes.Buffer
	if err := doc.Write(&b, "html", report.Options{}); err != nil {
		t.Fatal(err)
	}
	page := b.String()
	if edit != nil {
		if page = edit(page); page == b.String() {
			t.Fatal("the edit changed nothing")
		}
	}
	name := filepath.Join(t.TempDir(), "report.html")
	if err := os.WriteFile(name, []byte(page), 0o644); err != nil {
		t.Fatal(err)
	}
	return name
}
