package report

import (
	"fmt"
	"strings"

	"github.com/cadre-framework/cadre/diff"
	"github.com/cadre-framework/cadre/finding"
	"github.com/cadre-framework/cadre/framework"
	"github.com/cadre-framework/cadre/source"
)

var (
	raisedKind    = changeKind("raised", diff.Major, "A role rose to a higher level", diff.RoleHolders, diff.Managers)
	rewordedKind  = changeKind("responsibility-reworded", diff.Minor, "A responsibility is put otherwise", diff.RoleHolders)
	dutyKind      = changeKind("responsibility-added", diff.Minor, "A responsibility came", diff.RoleHolders)
	droppedKind   = changeKind("responsibility-removed", diff.Minor, "A responsibility went", diff.RoleHolders)
	settingsKind  = changeKind("settings-changed", diff.Minor, "Settings differ", diff.Applicants)
	summaryKind   = changeKind("reworded", diff.Minor, "A text is put otherwise", diff.RoleHolders, diff.Authors)
	addedKind     = changeKind("added", diff.Minor, "An entry came", diff.Applicants)
	removedKind   = changeKind("removed", diff.Major, "An entry went", diff.RoleHolders, diff.Integrators)
	renamedKind   = changeKind("id-changed", diff.Major, "An identifier changed", diff.Integrators)
	splitKind     = changeKind("split", diff.Minor, "One became several", diff.RoleHolders)
	mergedKind    = changeKind("merged", diff.Minor, "Several became one", diff.RoleHolders)
	versionKind   = changeKind("version-changed", diff.None, "The version changed", diff.Integrators)
	reviewedKind  = changeKind("reviewed", diff.Patch, "Somebody looked at it", diff.Authors)
	extensionKind = changeKind("extension-changed", diff.Patch, "A field of other programs differs", diff.Integrators)
)

func changeKind(id string, impact diff.Impact, title string, audience ...string) *diff.Kind {
	return &diff.Kind{ID: id, Title: title, Doc: title + ".\n\nWhat it means for people.", Impact: impact, Audience: audience, Since: "1.0.0"}
}

// edition builds a framework of files.
func edition(files ...string) *framework.Framework {
	var docs []*source.Document
	for _, f := range files {
		path, text, _ := strings.Cut(f, "\n")
		doc, faults := source.Parse(&source.File{Path: path, Text: text}, source.FileLimits)
		if len(faults) > 0 {
			panic(fmt.Sprint(path, faults))
		}
		docs = append(docs, doc)
	}
	return framework.Build(docs, nil, framework.DefaultLayout)
}

const coderOld = `roles/information-management/clinical-coder.yaml
id: clinical-coder
title: Clinical Coder
constituency: information-management
level: 3
summary: Turns records into codes.
settings:
  - hospital
responsibilities:
  - Codes may be checked by a colleague before they are sent to the commissioner of the service at the end of each month of the year that is reported on.
  - Keeps the files.
  - Trains others.
`

const coderNew = `roles/information-management/clinical-coder.yaml
id: clinical-coder
title: Clinical Coder
constituency: information-management
level: 4
summary: Turns the records into codes!
settings:
  - hospital
  - community
responsibilities:
  - Codes should be checked by a colleague before they are sent to the commissioner of the service at the end of each quarter of the year that is reported on.
  - Trains others.
  - Audits the work of others.
`

// both are the two editions that the sample compares.
func both() (old, new *framework.Framework) {
	old = edition("framework.yaml\nschemaVersion: 1\nid: demo\ntitle: Demo Framework\nversion: 1.0.0\n",
		"competencies/manage-risk.yaml\nid: manage-risk\ntitle: Manage risk\n",
		"constituencies/information-management.yaml\nid: information-management\ntitle: Information Management\n",
		coderOld, "roles/records/clerk.yaml\nid: clerk\ntitle: Clerk\nconstituency: records\n")
	new = edition("framework.yaml\nschemaVersion: 1\nid: demo\ntitle: Demo Framework\nversion: 1.1.0\n",
		"constituencies/information-management.yaml\nid: information-management\ntitle: Information Management\n",
		coderNew, "roles/records/records-clerk.yaml\nid: records-clerk\ntitle: Records Clerk\nconstituency: records\n")
	return old, new
}

func roleSubject(id, title, constituency string) finding.Subject {
	return finding.Subject{Kind: "role", ID: id, Title: title, Constituency: constituency}
}

// sideOf is the value at the end of a path.
func sideOf(f *framework.Framework, kind framework.Kind, id string, path ...string) diff.Side {
	n := f.Lookup(framework.Ref{Kind: kind, ID: id}).At(path...)
	var parts []string
	for item := range n.Children() {
		parts = append(parts, item.Text())
	}
	if n.Kind() != source.Array {
		parts = []string{n.Text()}
	}
	return diff.Side{Value: strings.Join(parts, ", "), Span: n.Span()}
}

func wordEdits(parts ...string) []diff.WordEdit {
	operations := map[byte]diff.Operation{'=': diff.Kept, '-': diff.Deleted, '+': diff.Added}
	var all []diff.WordEdit
	for _, p := range parts {
		all = append(all, diff.WordEdit{Operation: operations[p[0]], Text: p[1:]})
	}
	return all
}

// sampleChanges is a comparison with a change of every shape.
func sampleChanges() (old, new Compared, r *diff.Result) {
	a, b := both()
	coder := roleSubject("clinical-coder", "Clinical Coder", "information-management")
	role := func(f *framework.Framework, path ...string) diff.Side {
		return sideOf(f, framework.KindRole, coder.ID, path...)
	}
	var reached []finding.Subject
	for _, title := range []string{"Coding Manager", "Trainee Clinical Coder", "Coding Auditor", "Coding Lead", "Records Officer", "Head of Coding", "Director"} {
		reached = append(reached, roleSubject(strings.ReplaceAll(strings.ToLower(title), " ", "-"), title, "information-management"))
	}
	risk := finding.Subject{Kind: "competency", ID: "manage-risk", Title: "Manage risk"}
	demo := finding.Subject{Kind: "framework", ID: "demo", Title: "Demo Framework"}
	change := func(k *diff.Kind, s finding.Subject, field string, old, new diff.Side, message string) diff.Change {
		return diff.Change{Kind: k, Impact: k.Impact, Audience: k.Audience, Subject: s, Field: field, Old: old, New: new, Message: message}
	}
	none := diff.Side{}
	r = &diff.Result{Complete: true, Bump: diff.Bump{Old: "1.0.0", New: "1.1.0", Declared: "minor", Required: diff.Major}}
	r.Changes = []diff.Change{
		change(versionKind, demo, "version", sideOf(a, "framework", "demo", "version"), sideOf(b, "framework", "demo", "version"), "version changed from 1.0.0 to 1.1.0"),
		change(extensionKind, demo, "x-colour", none, diff.Side{Value: "teal", Span: b.At("id").Span()}, "x-colour added"),
		change(removedKind, risk, "", diff.Side{Value: risk.ID, Span: a.Competency("manage-risk").At("id").Span()}, none, "removed"),
		change(raisedKind, coder, "level", role(a, "level"), role(b, "level"), "level raised from 3 to 4"),
		change(rewordedKind, coder, "responsibilities[1]", role(a, "responsibilities", "0"), role(b, "responsibilities", "0"), "responsibility 1 reworded"),
		change(droppedKind, coder, "responsibilities[2]", role(a, "responsibilities", "1"), none, "responsibility removed: Keeps the files."),
		change(dutyKind, coder, "responsibilities[3]", none, role(b, "responsibilities", "2"), "responsibility added"),
		change(settingsKind, coder, "settings", role(a, "settings"), role(b, "settings"), "the settings changed"),
		change(summaryKind, coder, "summary", role(a, "summary"), role(b, "summary"), "the summary corrected, with the same meaning"),
		change(reviewedKind, coder, "reviewed", none, diff.Side{Value: "2026-01-31", Span: b.Role(coder.ID).At("id").Span()}, "reviewed on 2026-01-31"),
		change(renamedKind, roleSubject("records-clerk", "Records Clerk", "records"), "", sideOf(a, "role", "clerk", "id"), sideOf(b, "role", "records-clerk", "id"), "id changed from clerk to records-clerk"),
		change(addedKind, roleSubject("coding-auditor", "", "information-management"), "", none, diff.Side{Span: b.Role(coder.ID).At("id").Span()}, "added"),
		change(splitKind, roleSubject("porter", "Porter", ""), "", none, none, "split into Night Porter (night-porter) and Day Porter (day-porter)"),
		change(mergedKind, roleSubject("scribe", "Scribe", ""), "", none, none, "merged from Writer (writer) and Copyist (copyist)"),
	}
	r.Changes[2].Affects = reached[:1]
	r.Changes[3].Affects = reached
	r.Changes[4].Words = wordEdits("=Codes ", "-may ", "+should ", "=be checked by a colleague before they are sent to the commissioner of the service at the end of each ", "-month ", "+quarter ", "=of the year that is reported on.")
	r.Changes[8].Words = wordEdits("=Turns ", "+the ", "=records into ", "-codes.", "+codes!")
	r.Changes[4].Accepted = &diff.Accepted{Change: "responsibility-reworded", Subject: "role/clinical-coder", Reason: "agreed by the board", By: "J. Smith", Until: "1.3.0"}
	r.Changes[9].Accepted = &diff.Accepted{Change: "reviewed", Subject: "clinical-coder", Reason: "routine"}
	r.Notes = []diff.Note{
		{Subject: roleSubject("coding-auditor", "Coding Auditor", "information-management"), Span: b.Role(coder.ID).At("title").Span(), Message: "possibly Coding Checker (coding-checker) under a new id", Help: "if so, add:\nreplaces: [coding-checker]"},
		{Subject: risk, Message: "a note without a place"},
	}
	old = Compared{Operand: "git:main", Framework: a, Path: func(f *source.File) (string, bool) { return "git:main:framework-data/" + f.Path, true }}
	new = Compared{Operand: "framework-data", Framework: b, Path: sampleRun.Path}
	return old, new, r
}

// renamedRoles are n ids that changed alike, one of which is no part of it.
func renamedRoles(n int) (old, new Compared, r *diff.Result) {
	old, new, r = sampleChanges()
	r.Changes, r.Notes = nil, nil
	for i := range n {
		id := fmt.Sprintf("clerk-%d", i)
		s := roleSubject("im-"+id, fmt.Sprintf("Clerk %d", i), "records")
		r.Changes = append(r.Changes, diff.Change{
			Kind: renamedKind, Impact: diff.Major, Audience: renamedKind.Audience, Subject: s, Message: "id changed from hi-" + id + " to im-" + id,
			Old: diff.Side{Value: "hi-" + id, Span: old.Framework.At("id").Span()}, New: diff.Side{Value: "im-" + id, Span: new.Framework.At("id").Span()},
			Affects: []finding.Subject{roleSubject("boss", "Boss", "records"), roleSubject(fmt.Sprint(i%2), fmt.Sprint("Deputy ", i%2), "records")},
		})
	}
	odd := r.Changes[0]
	odd.Subject, odd.Old.Value, odd.New.Value, odd.Message = roleSubject("scribe", "Scribe", ""), "writer", "scribe", "id changed from writer to scribe"
	second := diff.Change{Kind: summaryKind, Impact: diff.Minor, Audience: summaryKind.Audience, Subject: r.Changes[1].Subject, Field: "summary", Message: "the summary reworded", Words: wordEdits("-Old.", "+New.")}
	r.Changes = append(r.Changes, odd, second)
	return old, new, r
}

// hostileChanges puts into every field what a terminal or a build host would obey.
func hostileChanges(s string) (old, new Compared, r *diff.Result) {
	file := &source.File{Path: s, Text: s}
	subject := finding.Subject{Kind: s, ID: s, Title: s, Constituency: s}
	untitled := finding.Subject{Kind: s, ID: s}
	kind := &diff.Kind{ID: "k" + s, Title: s, Doc: s, Impact: diff.Major, Audience: []string{s}}
	side := diff.Side{Value: s, Span: file.All()}
	words := []diff.WordEdit{{Operation: diff.Kept, Text: "##"}, {Operation: diff.Deleted, Text: s}, {Operation: diff.Added, Text: "[x" + s}, {Operation: diff.Kept, Text: s}, {Operation: diff.Kept, Text: ":"}, {Operation: diff.Kept, Text: ":" + s}}
	accepted := &diff.Accepted{Reason: s, By: s, Until: s}
	r = &diff.Result{Complete: true, Bump: diff.Bump{Old: s, New: s, Declared: "major", Required: diff.Major}}
	r.Changes = []diff.Change{
		{Kind: kind, Impact: diff.Major, Audience: kind.Audience, Subject: subject, Field: s, Old: side, New: side, Message: s, Affects: []finding.Subject{subject, untitled}, Accepted: accepted},
		{Kind: kind, Impact: diff.Minor, Subject: subject, Field: "f" + s, Old: side, New: diff.Side{Value: "b" + s}, Message: s, Words: words},
		{Kind: kind, Impact: diff.Patch, Subject: untitled, Field: "f", Old: diff.Side{Value: "a" + s}, New: diff.Side{Value: "b" + s}, Message: "x"},
		{Kind: kind, Impact: diff.None, Subject: untitled, Field: "f", New: diff.Side{Value: "##" + s}, Message: "x", Words: words[1:]},
		{Kind: kind, Impact: diff.None, Subject: untitled, Field: "f", New: diff.Side{Value: s + " y"}, Message: "x"},
	}
	for i := range 6 {
		n := fmt.Sprint(i)
		r.Changes = append(r.Changes, diff.Change{Kind: renamedKind, Impact: diff.Major, Subject: subject, Old: diff.Side{Value: s + n}, New: diff.Side{Value: s + s + n}, Message: s})
	}
	r.Notes = []diff.Note{{Subject: subject, Span: file.All(), Message: s, Help: s}, {Subject: untitled, Message: s, Help: s}}
	a, b := both()
	a.ID, a.Title, a.Version = s, s, s
	b.ID, b.Title, b.Version = s, s, "1"+s
	return Compared{Operand: s, Framework: a}, Compared{Operand: s, Framework: b}, r
}
