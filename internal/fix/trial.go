package fix

import (
	"fmt"
	"maps"

	"github.com/cadre-framework/cadre/finding"
	"github.com/cadre-framework/cadre/source"
)

// trial tries out the fixes of one round on the texts that the round began
// with.
type trial struct {
	*session
	before *finding.Result
	done   []Repair
	texts  map[string]string       // of the files that done changes
	files  map[string]*source.File // as the round found them
}

// settle makes as many repairs of a group as hold, by halves: most groups hold
// as a whole, and a single repair that does not is found in few checks.
func (t *trial) settle(group []Repair) error {
	all := append(t.done[:len(t.done):len(t.done)], group...)
	why, err := t.try(all)
	switch {
	case err != nil:
		return err
	case why == "":
		t.done = all
	case len(group) == 1:
		group[0].Why = why
		t.refused[group[0].name()] = true
		t.outcome.Undone = append(t.outcome.Undone, group[0])
	default:
		if err := t.settle(group[:len(group)/2]); err != nil {
			return err
		}
		return t.settle(group[len(group)/2:])
	}
	return nil
}

// try makes repairs and checks the outcome. It keeps them, or says why they do
// not hold.
func (t *trial) try(all []Repair) (why string, err error) {
	edits := map[*source.File][]source.Edit{}
	for _, r := range all {
		for _, e := range r.Fix.Edits {
			edits[e.Span.File] = append(edits[e.Span.File], e)
		}
	}
	texts, now := maps.Clone(t.session.texts), map[string]string{}
	files := map[string]*source.File{}
	for file, list := range edits {
		text, err := source.Apply(file, list)
		if err != nil {
			return "its edits do not fit together", nil
		}
		if what := strayed(file, text, list, t.limits()); what != "" {
			return what, nil
		}
		texts[file.Path], now[file.Path], files[file.Path] = text, text, file
	}
	after, err := t.judge(texts)
	if err != nil {
		return "", err
	}
	if f, found := brought(t.before, after, all); found {
		return fmt.Sprintf("it would bring something new: %s [%s]", f.Message, f.Rule.ID), nil
	}
	t.texts, t.files = now, files
	return "", nil
}

func (t *trial) limits() source.Limits {
	if t.options.Limits != nil {
		return t.options.Limits.File
	}
	return source.FileLimits
}

// about is what findings of one sort have in common.
type about struct {
	rule    string
	subject finding.Subject
}

func aboutOf(f finding.Finding) about {
	return about{f.Rule.ID, finding.Subject{Kind: f.Subject.Kind, ID: f.Subject.ID}}
}

// brought returns the first finding after repairs that was not there before. A
// finding that only goes by another name, because what it counts its place by
// has gone, is none: an entity must have more of a sort than the repairs left.
func brought(before, after *finding.Result, done []Repair) (finding.Finding, bool) {
	known := map[string]bool{}
	left := map[about]int{}
	for _, f := range before.Findings {
		known[f.Fingerprint] = true
		left[aboutOf(f)]++
	}
	for _, r := range done {
		left[aboutOf(r.Finding)]--
	}
	for _, f := range after.Findings {
		left[aboutOf(f)]--
	}
	for _, f := range after.Findings {
		if !known[f.Fingerprint] && left[aboutOf(f)] < 0 {
			return f, true
		}
	}
	return finding.Finding{}, false
}
