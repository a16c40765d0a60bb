package scaffold

import (
	"errors"
	"fmt"
	"path"
	"regexp"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/cadre-framework/cadre/framework"
)

// Entity says what a new entity is.
type Entity struct {
	Kind         framework.Kind
	ID           string
	Title        string // "" for one made from the id
	Constituency string // of a role; a role without one is a draft
}

// draftFolder is where roles lie that have no constituency yet.
const draftFolder = "_draft"

// File returns the file of a new entity; its path is from the framework's folder.
// An error says what in the framework or in the title is in its way.
func (e Entity) File(f *framework.Framework, l framework.Layout) (File, error) {
	at := e.path(l)
	facts := facts{ID: e.ID, Title: e.Title, Constituency: e.Constituency, Modeline: modeline(schemasOf(f), e.Kind, at)}
	if facts.Title == "" {
		facts.Title = title(e.Kind, e.ID)
	}
	if !utf8.ValidString(facts.Title) || strings.ContainsFunc(facts.Title, unicode.IsControl) {
		return File{}, fmt.Errorf("the title %q cannot be used: it holds what is no character or cannot be seen; type it again", facts.Title)
	}
	switch e.Kind {
	case framework.KindLevel:
		if err := facts.level(f); err != nil {
			return File{}, err
		}
	case framework.KindCompetency:
		facts.Ranks = ranks(f.Scale(f.ProficiencyScale))
	}
	text, err := render(string(e.Kind), facts)
	if err != nil {
		return File{}, err
	}
	file := File{at, text}
	if err := checked(file, e.Kind); err != nil {
		return File{}, fmt.Errorf("the title %q cannot be used: %w", facts.Title, err)
	}
	return file, nil
}

// path returns where the layout wants the file.
func (e Entity) path(l framework.Layout) string {
	for _, folder := range l.Folders {
		if folder.Kind != e.Kind {
			continue
		}
		if !folder.Grouped {
			return path.Join(folder.Name, e.ID+".yaml")
		}
		group := e.Constituency
		if group == "" {
			group = draftFolder
		}
		return path.Join(folder.Name, group, e.ID+".yaml")
	}
	return e.ID + ".yaml"
}

var lastNumber = regexp.MustCompile(`(?:^|-)[a-z]*([0-9]{1,4})$`)

// level gives a new level its scale and its rank: the number at the end of its
// id where that is free, else the lowest rank that no level has.
func (x *facts) level(f *framework.Framework) error {
	scale := f.Scale(f.LevelScale)
	switch {
	case f.LevelScale == "":
		return errors.New("the framework file does not say what the scale of levels is: add levelScale with the id of a scale")
	case scale == nil || !scale.Min.Stated || !scale.Max.Stated:
		return fmt.Errorf("the scale of levels, %q, has no file with min and max: write that first", f.LevelScale)
	}
	taken := map[int]bool{}
	for _, l := range f.LevelsOf(scale.ID) {
		taken[l.Rank.Value] = true
	}
	x.Scale, x.Rank, x.Facets = scale.ID, scale.Min.Value, scale.Facets
	if match := lastNumber.FindStringSubmatch(x.ID); match != nil {
		if n, err := strconv.Atoi(match[1]); err == nil && scale.Holds(n) && !taken[n] {
			x.Rank = n
			return nil
		}
	}
	for taken[x.Rank] {
		x.Rank++
	}
	if x.Rank > scale.Max.Value {
		return fmt.Errorf("every rank of the scale %q, %d to %d, has its level already: widen the scale, or edit one of the levels", scale.ID, scale.Min.Value, scale.Max.Value)
	}
	return nil
}

// mostRanks bounds how many ranks a new competency is described at. A scale with
// more is no scale that anybody describes step by step.
const mostRanks = 10

func ranks(s *framework.Scale) []rank {
	if s == nil || !s.Min.Stated || !s.Max.Stated || s.Max.Value-s.Min.Value >= mostRanks {
		return nil
	}
	var all []rank
	for n := s.Min.Value; n <= s.Max.Value; n++ {
		r := rank{Number: n}
		if label := s.Label(n); label != strconv.Itoa(n) {
			r.Label = label
		}
		all = append(all, r)
	}
	return all
}
