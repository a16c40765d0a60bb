package framework

// Level is one rank of a scale.
type Level struct {
	Entity
	Scale          string // id
	Rank           Rank
	Descriptors    map[string]string // facet id to text
	Qualifications []string
	Mappings       []LevelMapping
}

// LevelMapping relates a level to ranks of another scale.
type LevelMapping struct {
	Scale     string // id
	Ranks     Range
	Certainty string // official, indicative or inferred
}

func addLevel(f *Framework, r *reader) {
	l := &Level{
		Entity: r.Entity, Scale: r.get("scale").text(), Rank: r.get("rank").rank(),
		Descriptors: r.get("descriptors").textMap(), Qualifications: r.get("qualifications").texts(),
	}
	for m := range r.get("mappings").items() {
		l.Mappings = append(l.Mappings, LevelMapping{m.get("scale").text(), m.ranks(), m.get("certainty").text()})
	}
	f.Levels = append(f.Levels, l)
	f.register(&l.Entity)
}
