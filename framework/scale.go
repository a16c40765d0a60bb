package framework

import "strconv"

// Scale is an ordered set of ranks with a meaning. A rank says nothing without
// its scale.
type Scale struct {
	Entity
	ScaleKind string // career, proficiency, pay or qualification
	Min, Max  Rank
	Labels    map[string]string // rank in decimal digits to what people print
	Facets    []Facet
}

// Facet is one aspect that the levels of a scale describe.
type Facet struct {
	ID, Title string
}

// Holds reports whether a rank is one of the scale's. It is true where the
// scale does not say what its ranks are, because then nobody can tell.
func (s *Scale) Holds(rank int) bool {
	return !s.Min.Stated || !s.Max.Stated || s.Min.Value > s.Max.Value || s.Min.Value <= rank && rank <= s.Max.Value
}

func addScale(f *Framework, r *reader) {
	s := &Scale{
		Entity: r.Entity, ScaleKind: r.get("kind").text(),
		Min: r.get("min").rank(), Max: r.get("max").rank(), Labels: r.get("labels").textMap(),
	}
	for facet := range r.get("facets").items() {
		s.Facets = append(s.Facets, Facet{facet.get("id").text(), facet.get("title").text()})
	}
	f.Scales = append(f.Scales, s)
	f.register(&s.Entity)
}

// Label returns how people print a rank: by the scale's label for it, else as a
// number. The scale may be nil.
func (s *Scale) Label(rank int) string {
	number := strconv.Itoa(rank)
	if s != nil && s.Labels[number] != "" {
		return s.Labels[number]
	}
	return number
}
