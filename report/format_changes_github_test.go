package report

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"unicode/utf16"

	"github.com/cadre-framework/cadre/diff"
	"github.com/cadre-framework/cadre/finding"
)

// changesOutputCases are the reports of testdata/changes-github.txtar, and of those
// of markdown and sarif.
var changesOutputCases = []struct {
	name    string
	make    func() (old, new Compared, r *diff.Result)
	change  func(r *diff.Result)
	finish  func(d *Changes)
	options Options
}{
	{name: "every shape of change"},
	{name: "three at most", options: Options{MaxFindings: 3}},
	{name: "a mass rename", make: func() (Compared, Compared, *diff.Result) { return renamedRoles(7) }},
	{name: "a mass rename that was agreed on", make: func() (Compared, Compared, *diff.Result) { return renamedRoles(7) }, change: func(r *diff.Result) {
		for i := range r.Changes {
			r.Changes[i].Accepted = &diff.Accepted{Reason: "a new scheme"}
		}
	}},
	{name: "a bump that is enough", change: func(r *diff.Result) {
		r.Changes, r.Notes, r.Bump = r.Changes[:1], nil, diff.Bump{Old: "1.0.0", New: "1.1.0", Declared: "minor", Required: diff.Minor, OK: true}
	}, finish: func(d *Changes) { d.Summary.Elsewhere = 4 }},
	{name: "the version is still the same", change: func(r *diff.Result) {
		r.Changes, r.Bump = r.Changes[3:5], diff.Bump{Old: "1.0.0", New: "1.0.0", Required: diff.Major}
	}, finish: func(d *Changes) { d.New.Version = "1.0.0" }},
	{name: "nothing changed", change: func(r *diff.Result) { *r = diff.Result{Complete: true, Bump: diff.Bump{OK: true}} }},
	{name: "incomplete", finish: func(d *Changes) { d.Complete = false }},
	{name: "two git revisions", make: func() (Compared, Compared, *diff.Result) {
		old, new, r := sampleChanges()
		new.Operand, new.Path = "git:topic", old.Path
		return old, new, r
	}, change: func(r *diff.Result) { r.Changes, r.Notes = r.Changes[2:4], nil }},
	{name: "hostile", make: func() (Compared, Compared, *diff.Result) { return hostileChanges(order) }},
}

func changesOutputs(t *testing.T, format string) {
	t.Helper()
	var g goldens
	for _, c := range changesOutputCases {
		d := documentOf(c.make, c.change)
		if c.finish != nil {
			c.finish(d)
		}
		out := render(t, d, format, c.options)
		checkHostSafe(t, format, out)
		g.add(c.name, out)
		if got := render(t, reread(t, d, Options{}), format, c.options); got != out {
			t.Errorf("%s: saved: got:\n%s\nwant:\n%s", c.name, got, out)
		}
	}
	g.compare(t, "changes-"+format+".txtar", "Comparisons as "+format+", one for each case in format_changes_github_test.go.")
}

func TestChangesGitHub(t *testing.T) { changesOutputs(t, "github") }

// changeCrowd is a comparison with so many changes of each impact, mixed, and a
// version that is enough.
func changeCrowd(major, minor, patch int) (old, new Compared, r *diff.Result) {
	old, new, r = sampleChanges()
	span := new.Framework.At("id").Span()
	r.Changes, r.Notes = nil, nil
	r.Bump = diff.Bump{Old: "1.0.0", New: "2.0.0", Declared: "major", Required: diff.Major, OK: true}
	for i := range major + minor + patch {
		kind := summaryKind
		switch {
		case patch > 0 && (i%3 == 0 || major+minor == 0):
			patch, kind = patch-1, reviewedKind
		case minor > 0 && (i%3 == 1 || major == 0):
			minor--
		default:
			major, kind = major-1, raisedKind
		}
		id := fmt.Sprint("role-", i)
		r.Changes = append(r.Changes, diff.Change{
			Kind: kind, Impact: kind.Impact, Audience: kind.Audience, Subject: roleSubject(id, "Role "+fmt.Sprint(i), "records"), Field: "level",
			New: diff.Side{Value: "4", Span: span}, Old: diff.Side{Value: "3"}, Message: "level raised from 3 to 4", Affects: []finding.Subject{roleSubject("boss", "Boss", "records")},
		})
	}
	return old, new, r
}

// Of 500 changes no more than GitHub keeps are printed, the gravest first; the rest
// is counted.
func TestChangesGitHubCrowd(t *testing.T) {
	for _, c := range []struct {
		major, minor, patch int
		ok                  bool
		left                int
		want, last          string // annotations of each sort, and the impact of the last one that shows a change
	}{
		{200, 200, 100, true, 481, "0 10 10", "minor"},
		{500, 0, 0, true, 490, "0 10 1", "major"},
		{500, 0, 0, false, 491, "0 10 1", "major"},
		{0, 4, 500, true, 495, "0 0 10", "patch"},
		{10, 5, 4, true, 0, "0 10 9", "patch"},
		{9, 9, 0, false, 0, "0 10 9", "minor"},
		{0, 0, 0, false, 0, "0 1 0", ""},
	} {
		old, new, r := changeCrowd(c.major, c.minor, c.patch)
		if r.Bump.OK = c.ok; !c.ok {
			r.Bump.Declared = "minor"
		}
		all := obey(render(t, FromChanges(old, new, r, sampleRun), "github", Options{}))
		n := names(all)
		if got := fmt.Sprint(n["error"], n["warning"], n["notice"]); got != c.want {
			t.Errorf("%+v: got %s", c, got)
		}
		if !slices.IsSortedFunc(all, func(a, b command) int { return strings.Compare(b.name, a.name) }) {
			t.Errorf("%+v: not the gravest first", c)
		}
		if said := strings.HasPrefix(all[0].properties["title"], "version bump: framework"); said == c.ok {
			t.Errorf("%+v: the first is %+v", c, all[0])
		}
		shown := all
		if c.left > 0 {
			shown = all[:len(all)-1]
			if last := all[len(all)-1]; !strings.HasPrefix(last.data, fmt.Sprint(c.left, " more changes have no annotation")) || !strings.HasSuffix(last.data, "cadre diff shows all.") {
				t.Errorf("%+v: the last says %q", c, last.data)
			}
		}
		if last := shown[len(shown)-1].data; !strings.Contains(last, "("+c.last+")") && c.last != "" || strings.Contains(last, "no annotation") {
			t.Errorf("%+v: the last change is %q", c, last)
		}
	}
}

// What was agreed on and what is hidden take no room; the hidden ones are counted.
func TestChangesGitHubAccepted(t *testing.T) {
	old, new, r := changeCrowd(12, 0, 0)
	for i := range 8 {
		r.Changes[i].Accepted = &diff.Accepted{Reason: "agreed"}
	}
	d := FromChanges(old, new, r, sampleRun)
	if n := names(obey(render(t, d, "github", Options{}))); n["warning"] != 4 || n["notice"] != 0 {
		t.Errorf("got %v", n)
	}
	all := obey(render(t, d, "github", Options{MaxFindings: 1}))
	if len(all) != 2 || !strings.HasPrefix(all[1].data, "3 more changes") {
		t.Errorf("got %+v", all)
	}
}

// A message stays below what GitHub keeps, however much a change says.
func TestChangesGitHubUnits(t *testing.T) {
	for _, s := range []string{strings.Repeat("𝒳", 60000), strings.Repeat("% ", 30000)} {
		old, new, r := hostileChanges(s)
		out := render(t, FromChanges(old, new, r, sampleRun), "github", Options{})
		for line := range strings.Lines(out) {
			_, data, _ := strings.Cut(line[2:], "::")
			if n := len(utf16.Encode([]rune(strings.TrimSuffix(data, "\n")))); n >= 4096 {
				t.Errorf("a message has %d units", n)
			}
		}
	}
}

// What is gone is annotated at what is left of it, and says where it was.
func TestAlertPlaces(t *testing.T) {
	want := map[string]string{
		"diff/raised":                 "framework-data/roles/information-management/clinical-coder.yaml:4:8",
		"diff/removed":                "framework-data/framework.yaml:2:5 it was here git:main:framework-data/competencies/manage-risk.yaml:1:5",
		"diff/responsibility-removed": "framework-data/roles/information-management/clinical-coder.yaml:9:1 it was here git:main:framework-data/roles/information-management/clinical-coder.yaml:10:5",
	}
	for _, f := range documentOf(nil, nil).alerts().Findings.Findings {
		got := f.Location.point()
		for _, r := range f.Related {
			got += " " + r.Message + " " + r.Location.point()
		}
		if at, ok := want[f.Rule]; ok && got != at {
			t.Errorf("%s is at %s, want %s", f.Rule, got, at)
		}
		delete(want, f.Rule)
	}
	if len(want) > 0 {
		t.Errorf("not there: %v", want)
	}
}
