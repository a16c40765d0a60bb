package report

import (
	"fmt"
	"strconv"

	"github.com/cadre-framework/cadre/explore"
	"github.com/cadre-framework/cadre/framework"
)

// Comparison is the answer to "what would I have to develop for that role".
type Comparison struct {
	LookupHead
	From    RoleRow    `json:"from"`
	To      RoleRow    `json:"to"`
	Missing []Required `json:"missing"` // asked in addition
	Higher  []Required `json:"higher"`  // asked at a higher proficiency
	Shared  []Required `json:"shared"`
	Lower   []Required `json:"lower"`
	Dropped []Required `json:"dropped"` // no longer asked

	Qualifications []string `json:"qualifications"` // that the second role asks
	Resources      []Named  `json:"resources"`      // of the second role, and for what is missing or higher
}

// Required is one competency as two roles require it.
type Required struct {
	Competency string `json:"competency"` // id
	Title      string `json:"title"`
	Need       string `json:"need"`           // core or optional, in the second role where it has it
	Was        string `json:"was"`            // need in the first role, or empty
	From       *Ranks `json:"from,omitempty"` // proficiency in the first role
	To         *Ranks `json:"to,omitempty"`   // proficiency in the second role
	Descriptor string `json:"descriptor"`     // what the second role's proficiency means
}

// Named is an entity by its title.
type Named struct {
	Kind  string `json:"kind"`
	ID    string `json:"id"`
	Title string `json:"title"`
}

// NewComparison makes the answer from a gap.
func NewComparison(f *framework.Framework, g explore.Gap, version string) Answer {
	return Answer{&Comparison{
		LookupHead: lookupHead(f, version), From: roleRow(f, g.From), To: roleRow(f, g.To),
		Missing: requiredList(f, g.Missing), Higher: requiredList(f, g.Higher), Shared: requiredList(f, g.Shared),
		Lower: requiredList(f, g.Lower), Dropped: requiredList(f, g.Dropped), Resources: helpful(f, g),
		Qualifications: append([]string{}, convert(g.To.Qualifications, valid)...),
	}}
}

func requiredList(f *framework.Framework, all []explore.Difference) []Required {
	list := []Required{}
	for _, d := range all {
		r := Required{Competency: valid(d.Competency), Title: valid(d.Competency), Need: "core"}
		side := d.New
		if side == nil {
			side = d.Old
		}
		r.Need = need(side)
		if d.Old != nil {
			r.Was = need(d.Old)
		}
		r.From, r.To = proficiency(f, d.Old), proficiency(f, d.New)
		if c := f.Competency(d.Competency); c != nil {
			r.Title = valid(c.Title)
			if r.To != nil {
				r.Descriptor = valid(c.Descriptors[strconv.Itoa(r.To.From)])
			}
		}
		list = append(list, r)
	}
	return list
}

func need(r *framework.Requirement) string {
	if r.Optional {
		return "optional"
	}
	return "core"
}

func proficiency(f *framework.Framework, r *framework.Requirement) *Ranks {
	if r == nil || !r.Proficiency.Stated {
		return nil
	}
	n := r.Proficiency.Value
	return &Ranks{n, n, valid(f.Scale(f.ProficiencyScale).Label(n))}
}

// helpful returns the resources of the second role, and those made for what a
// person would have to develop.
func helpful(f *framework.Framework, g explore.Gap) []Named {
	wanted := map[string]bool{}
	for _, id := range g.To.Resources {
		wanted[id] = true
	}
	develop := map[string]bool{}
	for _, list := range [][]explore.Difference{g.Missing, g.Higher} {
		for _, d := range list {
			develop[d.Competency] = true
		}
	}
	all := []Named{}
	for _, r := range f.Resources {
		fits := wanted[r.ID]
		for _, id := range r.For.Competencies {
			fits = fits || develop[id]
		}
		if fits && r.IsActive() {
			all = append(all, Named{string(r.Kind), valid(r.ID), valid(r.Title)})
		}
	}
	return all
}

func (c *Comparison) blocks() []block {
	all := []block{{
		heading:   fmt.Sprintf("From %s to %s", c.From.Title, c.To.Title),
		paragraph: fmt.Sprintf("From level %s (%s) to level %s (%s).", c.From.Level.label(), c.From.group(), c.To.Level.label(), c.To.group()),
	}}
	for _, r := range []RoleRow{c.From, c.To} {
		if r.Status != string(framework.Active) {
			all = append(all, block{paragraph: fmt.Sprintf("%s is %s.", r.Title, r.Status)})
		}
	}
	switch {
	case len(c.Missing)+len(c.Higher)+len(c.Shared)+len(c.Lower) == 0:
		all = append(all, block{paragraph: c.To.Title + " states no competencies, so there is nothing to compare."})
	case len(c.Missing)+len(c.Higher) == 0:
		all = append(all, block{paragraph: "It asks for no competency beyond those of the first role."})
	}
	if b := (block{heading: "Qualifications asked"}); len(c.Qualifications) > 0 {
		for _, q := range c.Qualifications {
			b.items = append(b.items, item{0, q})
		}
		all = append(all, b)
	}
	for _, part := range []struct {
		heading string
		list    []Required
		full    bool
	}{
		{"To develop from the start", c.Missing, true}, {"To develop further", c.Higher, true},
		{"Already there", c.Shared, false}, {"More than is asked", c.Lower, false}, {"No longer asked", c.Dropped, false},
	} {
		if b := (block{heading: part.heading}); len(part.list) > 0 {
			for _, r := range part.list {
				b.items = append(b.items, r.items(part.full)...)
			}
			all = append(all, b)
		}
	}
	if b := (block{heading: "What may help"}); len(c.Resources) > 0 {
		for _, r := range c.Resources {
			b.items = append(b.items, item{0, fmt.Sprintf("%s (%s)", r.Title, r.ID)})
		}
		all = append(all, b)
	}
	return all
}

// items are a line that names the competency, and what its proficiency means.
func (r Required) items(full bool) []item {
	text := r.Title + ": " + r.change() + r.insistence()
	list := []item{{0, text}}
	if full && r.Descriptor != "" {
		list = append(list, item{1, r.Descriptor})
	}
	return list
}

// insistence says what is optional, or was and is no longer.
func (r Required) insistence() string {
	switch {
	case r.Need == "optional":
		return ", optional"
	case r.Was == "optional" && r.To != nil:
		return ", optional until now"
	}
	return ""
}

// change says which proficiency is asked: before → after where both are.
func (r Required) change() string {
	switch {
	case r.From != nil && r.To != nil && r.From.From != r.To.From:
		return r.From.point() + " → " + r.To.point()
	case r.To != nil:
		return r.To.point()
	case r.From != nil:
		return r.From.point()
	}
	return "no proficiency stated"
}

// point is a proficiency with its label: 3 (Proficient).
func (r *Ranks) point() string {
	number := strconv.Itoa(r.From)
	if r.Label == number {
		return number
	}
	return fmt.Sprintf("%s (%s)", number, r.Label)
}
