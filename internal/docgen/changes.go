package docgen

import (
	"fmt"
	"io/fs"
	"slices"
	"strings"

	"github.com/cadre-framework/cadre/diff"
)

// ChangePages returns the index of the kinds of change and a page for each, by
// their paths below docs/changes. The cases are looked for in the module whose
// files fsys holds.
func ChangePages(kinds []*diff.Kind, fsys fs.FS) (map[string]string, error) {
	pages := map[string]string{"README.md": changeIndex(kinds)}
	for _, k := range kinds {
		shows, err := changeExample(fsys, k.ID)
		if err != nil {
			return nil, err
		}
		if pages[k.ID+".md"], err = changePage(k, shows); err != nil {
			return nil, fmt.Errorf("writing the page of %s: %w", k.ID, err)
		}
	}
	return pages, nil
}

func changeIndex(kinds []*diff.Kind) string {
	var b strings.Builder
	fmt.Fprintf(&b, "# Changes\n\n%d kinds of change. A major change asks more of people, takes away what they rely\non, or breaks an id; a minor one adds something optional, asks less, or rewords\nwith a change of meaning; a patch is wording, metadata or order. `cadre explain\ndiff/KIND` shows the page of a kind.\n\n", len(kinds))
	b.WriteString("| Kind | Impact | Happens to | What happened | Concerns |\n| --- | --- | --- | --- | --- |\n")
	for _, k := range kinds {
		fmt.Fprintf(&b, "| [%s](%s.md) | %s | %s | %s | %s |\n", k.ID, k.ID, k.ImpactText(), subjectsOf(k), k.Title, strings.Join(k.Audience, ", "))
	}
	return b.String()
}

// subjectsOf lists the kinds of entities that a kind of change happens to.
func subjectsOf(k *diff.Kind) string {
	if len(k.Subjects) == 0 {
		return "everything"
	}
	var names []string
	for _, kind := range k.Subjects {
		names = append(names, string(kind))
	}
	return strings.Join(names, ", ")
}

// changePage writes the page of one kind. cadre explain shows it from the first
// "##" on.
func changePage(k *diff.Kind, shows *example) (string, error) {
	var b strings.Builder
	fmt.Fprintf(&b, "# %s\n\n`diff/%s` · %s · happens to %s · since %s\n\n", k.Title, k.ID, k.ImpactText(), subjectsOf(k), k.Since)
	fmt.Fprintf(&b, "## What it means\n\n%s\n", k.Doc)
	if shows == nil {
		b.WriteString("\n## Example\n\nThere is no short example of this kind of change.\n")
	} else {
		b.WriteString("\n## Example\n")
		if err := shows.writeChange(&b); err != nil {
			return "", err
		}
	}
	fmt.Fprintf(&b, "\n## When it is meant to be\n\nA single change that was agreed goes into `.cadre.yaml`, with the reason. It is\nstill shown and still counts for the version, and no run fails for it:\n\n```yaml\nversion: 1\ndiff:\n  accepted:\n    - change: %s\n      subject: ID\n      reason: why it is meant to be\n```\n\nWhere every change of this kind asks more or less of people than it does\nelsewhere, say so once:\n\n```yaml\nversion: 1\ndiff:\n  impact:\n    %s: %s\n```\n", k.ID, k.ID, another(k.Impact))
	return b.String(), nil
}

// another returns an impact that differs from the one of a kind, to show how it is
// set.
func another(i diff.Impact) diff.Impact {
	if i == diff.Minor {
		return diff.Patch
	}
	return diff.Minor
}

// changeExample returns a case that shows a kind of change, or nil.
func changeExample(fsys fs.FS, id string) (*example, error) {
	paths, err := fs.Glob(fsys, "diff/testdata/"+id+"/*.txtar")
	if err != nil {
		return nil, fmt.Errorf("looking for cases of %s: %w", id, err)
	}
	slices.Sort(paths)
	var cases []string
	for _, p := range paths {
		data, err := fs.ReadFile(fsys, p)
		if err != nil {
			return nil, fmt.Errorf("reading a case of %s: %w", id, err)
		}
		cases = append(cases, string(data))
	}
	return pick(cases), nil
}

// writeChange shows the files that differ, before and after. What is the same on
// both sides is left out. Below stands what the command prints of them.
func (e *example) writeChange(b *strings.Builder) error {
	fmt.Fprintf(b, "\n%s\n", e.note)
	sides := map[string]string{}
	for _, f := range e.files {
		sides[f.path] = f.text
	}
	for _, side := range []struct{ folder, other, heading string }{{"old/", "new/", "Before:"}, {"new/", "old/", "After:"}} {
		heading := "\n" + side.heading + "\n"
		for _, f := range e.files {
			name, here := strings.CutPrefix(f.path, side.folder)
			if there, both := sides[side.other+name]; !here || both && there == f.text {
				continue
			}
			b.WriteString(heading)
			heading = ""
			file{name, f.text}.write(b)
		}
	}
	text, err := e.said()
	if err != nil {
		return err
	}
	b.WriteString("\nWith the two in the folders `old` and `new`, `cadre diff old new` says:\n\n")
	block(b, "text", text)
	return nil
}
