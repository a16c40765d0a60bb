package cli

import (
	"context"
	"errors"
	"io/fs"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/cadre-framework/cadre/check"
	"github.com/cadre-framework/cadre/diff"
	"github.com/cadre-framework/cadre/finding"
	"github.com/cadre-framework/cadre/framework"
	"github.com/cadre-framework/cadre/internal/operand"
)

// modelled returns the model of a framework whose roles lie in constituencies.
func modelled(t *testing.T, roles map[string]string) *framework.Framework {
	t.Helper()
	fsys := fstest.MapFS{"framework.yaml": {Data: []byte("schemaVersion: 1\nid: f\ntitle: F\nversion: 1.0.0\nlocale: en-GB\n")}}
	for id, constituency := range roles {
		fsys["roles/"+constituency+"/"+id+".yaml"] = &fstest.MapFile{Data: []byte("id: " + id + "\ntitle: R\nconstituency: " + constituency + "\n")}
		fsys["constituencies/"+constituency+".yaml"] = &fstest.MapFile{Data: []byte("id: " + constituency + "\ntitle: C\n")}
	}
	_, f, err := check.Run(context.Background(), fsys, check.Options{})
	if err != nil {
		t.Fatal(err)
	}
	return f
}

// TestConstituency keeps what a constituency is, holds, held, and is reached by.
func TestConstituency(t *testing.T) {
	old := modelled(t, map[string]string{"clerk": "records", "gone": "records", "coder": "coding"})
	new := modelled(t, map[string]string{"clerk": "wards", "coder": "coding"})
	kind := &diff.Kind{ID: "moved"}
	subject := func(kind, id, constituency string) finding.Subject {
		return finding.Subject{Kind: kind, ID: id, Constituency: constituency}
	}
	changes := map[string]diff.Change{
		"itself":        {Subject: subject("constituency", "records", "")},
		"left":          {Subject: subject("role", "clerk", "wards")},
		"removed":       {Subject: subject("role", "gone", "records")},
		"reaches it":    {Subject: subject("level", "3", ""), Affects: []finding.Subject{subject("role", "coder", "coding"), subject("role", "gone", "records")}},
		"cut short":     {Subject: subject("level", "3", ""), Reach: 2, Affects: []finding.Subject{subject("role", "coder", "coding")}},
		"another":       {Subject: subject("role", "coder", "coding"), Reach: 1, Affects: []finding.Subject{subject("role", "coder", "coding")}},
		"of that name":  {Subject: subject("competency", "records", "")},
		"reaches named": {Subject: subject("competency", "x", ""), Affects: []finding.Subject{subject("constituency", "records", "")}},
	}
	for name, want := range map[string]bool{
		"itself": true, "left": true, "removed": true, "reaches it": true, "cut short": true, "another": false, "of that name": false, "reaches named": true,
	} {
		c := changes[name]
		c.Kind = kind
		p := &diffPlan{wanted: map[string]bool{"moved": true}, constituency: "records"}
		if got := p.wants(&c, old, new); got != want {
			t.Errorf("%s: %v", name, got)
		}
	}
	for id, want := range map[string]bool{"records": true, "wards": true, "clerk": false, "": false} {
		if err := knownConstituency(old, new, id); (err == nil) != want || err != nil && exitCode(err) != exitUsage {
			t.Errorf("%q: %v", id, err)
		}
	}
}

// TestConstituencyByFormerID keeps what goes by another id for those who knew it by
// the former one.
func TestConstituencyByFormerID(t *testing.T) {
	side := func(files map[string]string) *framework.Framework {
		fsys := fstest.MapFS{"framework.yaml": {Data: []byte("schemaVersion: 1\nid: f\ntitle: F\nversion: 1.0.0\nlocale: en-GB\n")}}
		for path, text := range files {
			fsys[path] = &fstest.MapFile{Data: []byte(text)}
		}
		_, f, err := check.Run(context.Background(), fsys, check.Options{})
		if err != nil {
			t.Fatal(err)
		}
		return f
	}
	old := side(map[string]string{
		"constituencies/all.yaml": "- {id: records, title: R}\n- {id: wards, title: W}\n",
		"roles/all.yaml":          "- {id: clerk, title: C, constituency: records}\n- {id: porter, title: P, constituency: records, deprecated: {replacedBy: [carrier]}}\n- {id: nurse, title: N, constituency: wards}\n",
	})
	new := side(map[string]string{
		"constituencies/all.yaml": "- {id: archive, title: R, replaces: [records]}\n- {id: wards, title: W}\n",
		"roles/all.yaml":          "- {id: scribe, title: C, constituency: wards, replaces: [clerk]}\n- {id: carrier, title: P, constituency: wards}\n- {id: nurse, title: N, constituency: wards, replaces: [nobody]}\n",
	})
	for id, want := range map[string]bool{"constituency/archive": true, "role/scribe": true, "role/carrier": true, "role/nurse": false, "constituency/wards": false, "competency/archive": false} {
		kind, name, _ := strings.Cut(id, "/")
		if got := inConstituency(finding.Subject{Kind: kind, ID: name}, "records", old, new); got != want {
			t.Errorf("%s: %v", id, got)
		}
	}
}

// TestKeep counts what it takes out, the change of the version aside, and leaves
// the bump alone.
func TestKeep(t *testing.T) {
	f := modelled(t, nil)
	raised, retitled, version := &diff.Kind{ID: "raised"}, &diff.Kind{ID: "retitled"}, diff.FindKind("version-changed")
	result := &diff.Result{
		Changes: []diff.Change{
			{Kind: raised, Impact: diff.Major, Audience: []string{diff.Managers}},
			{Kind: raised, Impact: diff.Minor, Audience: []string{diff.Authors, diff.Managers}},
			{Kind: raised, Impact: diff.Patch, Audience: []string{diff.Integrators}},
			{Kind: retitled, Impact: diff.None},
			{Kind: version, Impact: diff.None},
		},
		Bump: diff.Bump{Required: diff.Major},
	}
	p := &diffPlan{wanted: map[string]bool{"raised": true}, audiences: []string{diff.Authors, diff.Applicants}}
	if taken := p.keep(result, f, f); taken != 3 || len(result.Changes) != 1 || result.Changes[0].Impact != diff.Minor || result.Bump.Required != diff.Major {
		t.Errorf("%d taken, left %v", taken, result)
	}
}

// TestShellWord writes words that a shell reads back as one.
func TestShellWord(t *testing.T) {
	for word, want := range map[string]string{
		"a/b.yaml": "a/b.yaml", "git:v1.0~2:fw": "git:v1.0~2:fw", "a b": "'a b'", "": "''", "~x": "'~x'", "it's": `'it'\''s'`, "$(x)": "'$(x)'", "ä": "'ä'",
	} {
		if got := shellWord(word); got != want {
			t.Errorf("%q: %s", word, got)
		}
	}
}

// TestChangeMatchers takes ids, their beginnings, both with the category before
// them, and the category for all.
func TestChangeMatchers(t *testing.T) {
	all := len(diff.Kinds())
	for pattern, want := range map[string]int{"diff": all, "raised": 1, "diff/raised": 1, "diff/rais": 1, "": -1, "diff/": -1, "d/raised": -1, "Raised": -1} {
		got, err := changeMatchers("select", []string{pattern})
		switch {
		case want < 0 && (err == nil || !strings.Contains(err.Error(), "no such kind")):
			t.Errorf("%q: %v, %v", pattern, got, err)
		case want >= 0 && (err != nil || len(got) != want):
			t.Errorf("%q: %v, %v", pattern, got, err)
		}
	}
	if got, err := audiences([]string{"Role-Holders", " authors "}); err != nil || !slices.Equal(got, []string{diff.RoleHolders, diff.Authors}) {
		t.Error(got, err)
	}
}

// TestPanicOfASide reports a defect that shows while a side is read as one.
func TestPanicOfASide(t *testing.T) {
	defer func() {
		if p := recover(); p != "defect" {
			t.Error("the panic is", p)
		}
	}()
	a := &app{}
	good := &operand.Operand{FS: fstest.MapFS{}, Layout: framework.DefaultLayout}
	bad := &operand.Operand{FS: defective{}, Layout: framework.DefaultLayout}
	err := a.readSides(context.Background(), &side{name: "old", op: good}, &side{name: "new", op: bad}, check.Options{})
	t.Error("no panic:", err)
}

// defective is a file system that shows a defect.
type defective struct{}

func (defective) Open(string) (fs.File, error) { panic("defect") }

// TestFit compares no side that could not be read, has nothing in it, or is not
// whole, however few files are to blame.
func TestFit(t *testing.T) {
	op := &operand.Operand{Name: "fw", Detached: true}
	whole, broken := &framework.Framework{Whole: true}, &framework.Framework{}
	for name, s := range map[string]*side{
		"cannot be read: gone": {err: errors.New("cannot be read: gone")},
		"no data files":        {result: &finding.Result{}, framework: whole},
		"cadre check fw":       {result: &finding.Result{Files: 1}, framework: broken},
	} {
		s.name, s.op = "old", op
		if err := s.fit(); err == nil || !strings.Contains(err.Error(), name) || exitCode(err) != exitIncomplete {
			t.Errorf("%s: %v", name, err)
		}
	}
	if err := (&side{result: &finding.Result{Files: 1}, framework: whole, op: op}).fit(); err != nil {
		t.Error(err)
	}
}
