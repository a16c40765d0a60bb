package report

import (
	"fmt"
	"math"
	"slices"
	"strings"
	"testing"

	"github.com/cadre-framework/cadre/finding"
)

func TestFindingsMarkdown(t *testing.T) { outputs(t, "markdown") }

// For every limit the page is whole, stays below it, and counts what it lacks.
func TestMaxBytes(t *testing.T) {
	t.Parallel()
	r := crowd(8, 8, 4)
	r.Notes = []string{"one", "two"}
	doc := FromResult(r, sampleRun)
	whole := render(t, doc, "markdown", Options{})
	rows := func(md string) int {
		p := readPage(md)
		if p.strays != nil {
			t.Fatalf("%q acts in\n%s", p.strays, md)
		}
		return len(p.rows) + len(p.items)
	}
	all := rows(whole)
	for n := MinBytes; n < len(whole)+100; n += 3 * everyNth {
		got := render(t, doc, "markdown", Options{MaxBytes: n})
		body, closing, cut := strings.Cut(got, "left out")
		if len(got) >= n || cut != (len(whole) >= n) {
			t.Fatalf("of at most %d bytes there are %d, cut: %t", n, len(got), cut)
		}
		if !cut {
			continue
		}
		body = body[:strings.LastIndex(strings.TrimRight(body, "\n"), "\n")]
		var left int
		if _, err := fmt.Sscan(strings.TrimPrefix(got[len(body):], "\n"), &left); err != nil || !strings.HasPrefix(whole, body) || !strings.HasSuffix(closing, "shows all.\n") {
			t.Fatalf("%v: the page is no beginning of the whole:\n%s", err, got)
		}
		if shown := rows(got); shown+left != all {
			t.Fatalf("%d rows are shown and %d left out, of %d", shown, left, all)
		}
	}
}

// The verdict alone fits into the least that may be asked for, whatever it counts
// and whatever was checked is called.
func TestMinBytes(t *testing.T) {
	t.Parallel()
	const n = math.MaxInt
	for _, s := range hostileTexts(t) {
		doc := &Findings{
			Operand: strings.Repeat(s, 1+1000/(1+len(s))), Notes: []string{strings.Repeat("a", MinBytes)},
			Summary: Summary{n, n, n, n, n, n, n, n, n, n, n, n},
		}
		got := render(t, doc, "markdown", Options{MaxBytes: MinBytes})
		strays := slices.DeleteFunc(readPage(got).strays, func(s string) bool { return s == "linked later: 9223372" }) // our own numbers
		if len(got) >= MinBytes || !strings.HasPrefix(got, findingsMarker+"## Cadre: ") || !strings.HasSuffix(got, "1 row was left out to stay below 1500 bytes; cadre check shows all.\n") || len(strays) > 0 {
			t.Errorf("%q gives %d bytes, %q:\n%s", s, len(got), strays, got)
		}
	}
	if err := FromResult(sample(), sampleRun).Write(&strings.Builder{}, "markdown", Options{MaxBytes: MinBytes - 1}); err == nil || !strings.Contains(err.Error(), "give at least 1500") {
		t.Errorf("fewer bytes: %v", err)
	}
}

// A comment on a pull request holds 65,536 characters; 500 findings stay below.
func TestMarkdownCrowd(t *testing.T) {
	got := render(t, FromResult(crowd(200, 200, 100), sampleRun), "markdown", Options{MaxBytes: 60_000})
	if len(got) >= 60_000 || len(got) < 50_000 || !strings.Contains(got, "rows were left out") || !strings.Contains(got, "Errors (200)") {
		t.Errorf("%d bytes:\n%.300s", len(got), got)
	}
}

// The gravest come first in the sections that mix severities.
func TestMarkdownSections(t *testing.T) {
	r := crowd(2, 2, 2)
	for i := range r.Findings {
		r.Findings[i].Status = finding.Introduced
	}
	var got []string
	for _, row := range readPage(render(t, FromResult(r, sampleRun), "markdown", Options{})).rows {
		got = append(got, row[0])
	}
	if want := []string{"error", "error", "warning", "warning", "info", "info"}; !slices.Equal(got, want) {
		t.Errorf("got %v", got)
	}
}
