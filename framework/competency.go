package framework

// Competency is something that a person must know or do.
type Competency struct {
	Entity
	Suite          string // id of a suite of the framework
	Code           string // its code in the suite
	CodeVersion    string
	PreviousCodes  []string
	CompetencyKind string            // knowledge, skill, behaviour, task or standard
	Descriptors    map[string]string // proficiency in decimal digits to text
	Broader        []string          // ids of competencies that contain this one
	Related        []string          // ids
	Mappings       []CompetencyMapping
}

// CompetencyMapping relates a competency to an item of another scale's
// publisher.
type CompetencyMapping struct {
	Scale string // id
	Code  string // as the publisher writes it
	Rank  Rank
}

func addCompetency(f *Framework, r *reader) {
	c := &Competency{
		Entity: r.Entity, Suite: r.get("suite").text(), Code: r.get("code").text(), CodeVersion: r.get("codeVersion").text(),
		PreviousCodes: r.get("previousCodes").texts(), CompetencyKind: r.get("kind").text(),
		Descriptors: r.get("descriptors").textMap(), Broader: r.get("broader").texts(), Related: r.get("related").texts(),
	}
	for m := range r.get("mappings").items() {
		c.Mappings = append(c.Mappings, CompetencyMapping{m.get("scale").text(), m.get("code").text(), m.get("rank").rank()})
	}
	f.Competencies = append(f.Competencies, c)
	f.register(&c.Entity)
}
