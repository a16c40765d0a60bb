package report

import "slices"

// changeFilters are the properties by which changes can be chosen.
func changeFilters() htmlFilters {
	impact := newHTMLFilter("Impact", "", htmlImpacts[0].Title, htmlImpacts[1].Title, htmlImpacts[2].Title, htmlImpacts[3].Title)
	impact.Boxes = true
	return htmlFilters{
		impact,
		newHTMLFilter("Constituency", "none"),
		newHTMLFilter("Audience", "nobody"),
		newHTMLFilter("Kind of change", "none"),
		newHTMLFilter("Kind of entity", "none"),
		newHTMLFilter("Accepted", "no"),
		{Name: "Role or other entity", Hint: "By title or id. Changes elsewhere that reach it, or its constituency, are shown too.", Names: true},
	}
}

// values are those of some changes that are one item, in the order of
// [changeFilters].
func (m *htmlChangeMapper) values(affects []Subject, reach int, changes ...*Change) [][]string {
	first := changes[0]
	accepted := ""
	if !first.judged() {
		accepted = "yes"
	}
	kind := first.Kind
	if k := m.kinds[kind]; k != nil {
		kind = string(k.Title)
	}
	return [][]string{
		{htmlImpactOf(first.Impact).Title}, m.constituencies(affects, reach, changes), first.Audience,
		{kind}, {first.Subject.Kind}, {accepted},
	}
}

// constituencies are the titles of those that changes are in or reach. Where a
// list of what is reached was cut short nobody knows, and none is left out.
func (m *htmlChangeMapper) constituencies(affects []Subject, reach int, changes []*Change) []string {
	var titles []string
	seen := map[string]bool{}
	add := func(s *Subject) {
		title := groupTitle(*s, m.titles)
		if s.Kind == "constituency" {
			title = s.called()
		}
		if title != "" && !seen[title] {
			seen[title] = true
			titles = append(titles, title)
		}
	}
	for _, c := range changes {
		add(&c.Subject)
	}
	for i := range affects {
		add(&affects[i])
	}
	if reach > len(affects) {
		for _, title := range m.all {
			if !slices.Contains(titles, title) {
				titles = append(titles, title)
			}
		}
	}
	return titles
}
