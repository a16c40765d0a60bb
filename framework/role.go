package framework

// Role is a job role.
type Role struct {
	Entity
	Constituency     string // id
	Specialism       string // id of a specialism of the constituency
	Level            Range  // ranks of the framework's level scale
	Responsibilities []string
	Competencies     []Requirement
	Qualifications   []string
	Settings         []string
	Nations          []string // ISO 3166-2; everywhere when empty
	Progression      []Progression
	Resources        []string // ids
}

// Requirement is a role's use of a competency.
type Requirement struct {
	Competency  string // id
	Optional    bool
	Proficiency Rank
}

// Progression is a possible move to another role, as the role states it. Kind
// is upward, lateral or crossover, or "" where it is left to be derived.
type Progression struct {
	To, Kind, Note string
}

func addRole(f *Framework, r *reader) {
	role := &Role{
		Entity: r.Entity, Constituency: r.get("constituency").text(), Specialism: r.get("specialism").text(),
		Level: r.get("level").ranks(), Responsibilities: r.get("responsibilities").texts(),
		Qualifications: r.get("qualifications").texts(), Settings: r.get("settings").texts(),
		Nations: r.get("nations").texts(), Resources: r.get("resources").texts(),
	}
	for c := range r.get("competencies").items() {
		role.Competencies = append(role.Competencies, Requirement{c.get("ref").text(), c.get("need").text() == "optional", c.get("proficiency").rank()})
	}
	for p := range r.get("progression").items() {
		role.Progression = append(role.Progression, Progression{p.get("to").text(), p.get("kind").text(), p.get("note").text()})
	}
	f.Roles = append(f.Roles, role)
	f.register(&role.Entity)
}
