package framework

// Resource is something that helps a person develop.
type Resource struct {
	Entity
	ResourceKind string // toolkit, course, community, standard or guidance
	URL          string
	For          Audience
}

// Audience names by id what a resource is for.
type Audience struct {
	Constituencies, Roles, Competencies, Levels []string
}

func addResource(f *Framework, r *reader) {
	audience := r.get("for")
	res := &Resource{
		Entity: r.Entity, ResourceKind: r.get("kind").text(), URL: r.get("url").text(),
		For: Audience{
			audience.get("constituencies").texts(), audience.get("roles").texts(),
			audience.get("competencies").texts(), audience.get("levels").texts(),
		},
	}
	f.Resources = append(f.Resources, res)
	f.register(&res.Entity)
}
