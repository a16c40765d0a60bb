package report

import (
	"fmt"
	"math"
	"slices"
	"strings"
	"testing"

	"github.com/cadre-framework/cadre/diff"
)

func TestChangesMarkdown(t *testing.T) { changesOutputs(t, "markdown") }

// For every limit the page is whole, stays below it, and counts what it lacks.
func TestChangesMaxBytes(t *testing.T) {
	t.Parallel()
	doc := documentOf(func() (Compared, Compared, *diff.Result) {
		old, new, r := changeCrowd(8, 8, 4)
		_, _, all := sampleChanges()
		r.Changes, r.Notes = append(r.Changes, all.Changes...), all.Notes
		return old, new, r
	}, nil)
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
		at := strings.LastIndex(strings.TrimSuffix(got, "\n"), "\n") + 1
		body, closing := got[:max(at-1, 0)], got[at:]
		cut := strings.Contains(closing, "left out")
		if len(got) >= n || cut != (len(whole) >= n) {
			t.Fatalf("of at most %d bytes there are %d, cut: %t", n, len(got), cut)
		}
		if !cut {
			if got != whole {
				t.Fatalf("of at most %d bytes the page is not the whole", n)
			}
			continue
		}
		var left int
		if _, err := fmt.Sscan(closing, &left); err != nil || !strings.HasPrefix(whole, body) || !strings.HasSuffix(closing, "cadre diff shows all.\n") {
			t.Fatalf("%v: the page is no beginning of the whole:\n%s", err, got)
		}
		if shown := rows(got); shown+left != all {
			t.Fatalf("%d rows are shown and %d left out, of %d", shown, left, all)
		}
	}
}

// The verdict alone fits into the least that may be asked for, whatever it counts
// and whatever was compared is called.
func TestChangesMinBytes(t *testing.T) {
	t.Parallel()
	const n = math.MaxInt / 8
	for _, s := range hostileTexts(t) {
		long := strings.Repeat(s, 1+200/(1+len(s)))
		for _, complete := range []bool{false, true} {
			doc := &Changes{
				Head: Head{Complete: complete},
				Old:  Edition{Operand: long, Version: long}, New: Edition{Operand: long, Version: long},
				Summary: ChangesSummary{Impacts: Impacts{n, n, n, n, n}, Hidden: n, Elsewhere: n, Entities: n, Audiences: []AudienceCount{{strings.Repeat("a", MinBytes), 1}}},
				Notes:   []ChangeNote{{Message: strings.Repeat("a", MinBytes)}},
				Bump:    Bump{Declared: "minor", Required: "major", Next: long},
			}
			got := render(t, doc, "markdown", Options{MaxBytes: MinBytes})
			strays := slices.DeleteFunc(readPage(got).strays, func(s string) bool { return s == "linked later: 1152921" || s == "linked later: 5764607" }) // our own numbers
			if len(got) >= MinBytes || !strings.HasPrefix(got, changesMarker+"## Cadre: ") || !strings.HasSuffix(got, "1 row was left out to stay below 1500 bytes; cadre diff shows all.\n") || len(strays) > 0 {
				t.Fatalf("%q gives %d bytes, %q:\n%s", s, len(got), strays, got)
			}
		}
	}
	if err := documentOf(nil, nil).Write(&strings.Builder{}, "markdown", Options{MaxBytes: MinBytes - 1}); err == nil || !strings.Contains(err.Error(), "give at least 1500") {
		t.Errorf("fewer bytes: %v", err)
	}
}

// A comment on a pull request holds 65,536 characters; of 500 changes it shows the
// gravest.
func TestChangesMarkdownCrowd(t *testing.T) {
	doc := documentOf(func() (Compared, Compared, *diff.Result) { return changeCrowd(200, 200, 100) }, nil)
	got := render(t, doc, "markdown", Options{MaxBytes: 60_000})
	if len(got) >= 60_000 || len(got) < 50_000 || !strings.Contains(got, "rows were left out") || strings.Count(got, "\n| major |") != 200 || strings.Contains(got, "\n| patch |") {
		t.Errorf("%d bytes, %d major:\n%.300s", len(got), strings.Count(got, "\n| major |"), got)
	}
}

func TestChangesTitle(t *testing.T) {
	enough := Bump{"major", "major", true, ""}
	for _, c := range []struct {
		summary Impacts
		bump    Bump
		old     string
		want    string
	}{
		{Impacts{Major: 3, Minor: 5}, Bump{"minor", "major", false, "2.0.0"}, "1.0.0", "3 major, 5 minor changes; the version bump is not enough: 1.1.0 is minor, required is major"},
		{Impacts{Patch: 1}, Bump{"minor", "patch", true, ""}, "1.0.0", "1 patch change; the version bump is enough: 1.1.0 is minor, required is patch"},
		{Impacts{Major: 1, Accepted: 2}, enough, "1.0.0", "1 major change, 2 accepted; the version bump is enough: 1.1.0 is major, required is major"},
		{Impacts{Accepted: 1}, Bump{"none", "minor", false, "1.2.0"}, "1.1.0", "1 accepted change; the version bump is missing: required is minor"},
		{Impacts{None: 2, Accepted: 1}, Bump{"none", "none", true, ""}, "1.1.0", "2 changes without impact, 1 accepted; no version bump is required"},
		{Impacts{Minor: 1}, Bump{"backward", "minor", false, "1.3.0"}, "1.2.0", "1 minor change; the version goes back"},
		{Impacts{Major: 1}, Bump{"minor", "major", true, ""}, "0.9.0", "1 major change; the version bump is enough"},
		{Impacts{Major: 1}, Bump{"none", "major", true, ""}, "1.1.0", "1 major change; the version is a pre-release, which promises nothing"},
		{Impacts{}, Bump{"minor", "major", true, ""}, "1.0.0", "no changes in the part that was asked for; the version bump is enough: 1.1.0 is minor, required is major"},
		{Impacts{}, Bump{"none", "none", true, ""}, "1.1.0", "nothing changed"},
	} {
		d := &Changes{Head: Head{Complete: true}, Old: Edition{Version: c.old}, New: Edition{Version: "1.1.0"}, Summary: ChangesSummary{Impacts: c.summary}, Bump: c.bump}
		if got := readPage(render(t, d, "markdown", Options{})).headings[0]; got != "Cadre: "+c.want {
			t.Errorf("%+v: got %q, want %q", c, got, c.want)
		}
	}
}
