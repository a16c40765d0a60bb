package framework

// index answers the questions that rules and look-ups ask of every role, so
// that none of them has to walk the whole framework.
type index struct {
	roles          map[string]*Role
	scales         map[string]*Scale
	competencies   map[string]*Competency
	constituencies map[string]*Constituency
	inConstituency map[string][]*Role
	onScale        map[string][]*Level
	out, in        map[*Role][]Move
	moves          []Move
}

func (f *Framework) makeIndex() index {
	x := index{
		roles: map[string]*Role{}, scales: map[string]*Scale{}, competencies: map[string]*Competency{},
		constituencies: map[string]*Constituency{}, inConstituency: map[string][]*Role{}, onScale: map[string][]*Level{},
		out: map[*Role][]Move{}, in: map[*Role][]Move{},
	}
	for _, s := range f.Scales {
		first(x.scales, s.ID, s)
	}
	for _, c := range f.Competencies {
		first(x.competencies, c.ID, c)
	}
	for _, c := range f.Constituencies {
		first(x.constituencies, c.ID, c)
	}
	for _, l := range f.Levels {
		x.onScale[l.Scale] = append(x.onScale[l.Scale], l)
	}
	for _, r := range f.Roles {
		first(x.roles, r.ID, r)
		x.inConstituency[r.Constituency] = append(x.inConstituency[r.Constituency], r)
	}
	x.connect(f.Roles)
	return x
}

// first keeps the first entity of an id.
func first[T any](m map[string]*T, id string, e *T) {
	if _, taken := m[id]; !taken && id != "" {
		m[id] = e
	}
}

// Role returns the role with an id, or nil.
func (f *Framework) Role(id string) *Role { return f.index.roles[id] }

// Scale returns the scale with an id, or nil.
func (f *Framework) Scale(id string) *Scale { return f.index.scales[id] }

// Competency returns the competency with an id, or nil.
func (f *Framework) Competency(id string) *Competency { return f.index.competencies[id] }

// Constituency returns the constituency with an id, or nil.
func (f *Framework) Constituency(id string) *Constituency { return f.index.constituencies[id] }

// RolesIn returns the roles of a constituency.
func (f *Framework) RolesIn(constituency string) []*Role { return f.index.inConstituency[constituency] }

// LevelsOf returns the levels of a scale.
func (f *Framework) LevelsOf(scale string) []*Level { return f.index.onScale[scale] }

// RolesAt returns the roles whose level includes a rank.
func (f *Framework) RolesAt(rank int) []*Role {
	var at []*Role
	for _, r := range f.Roles {
		if r.Level.Holds(rank) {
			at = append(at, r)
		}
	}
	return at
}
