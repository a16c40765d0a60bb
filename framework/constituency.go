package framework

// Constituency is a professional group within the framework.
type Constituency struct {
	Entity
	Functions   []Function
	Specialisms []Specialism
}

// Function is something that a constituency does for others.
type Function struct {
	ID, Title string
}

// Specialism is a field within a constituency that a role may belong to.
type Specialism struct {
	ID, Title, Summary string
}

func addConstituency(f *Framework, r *reader) {
	c := &Constituency{Entity: r.Entity}
	for fn := range r.get("functions").items() {
		c.Functions = append(c.Functions, Function{fn.get("id").text(), fn.get("title").text()})
	}
	for s := range r.get("specialisms").items() {
		c.Specialisms = append(c.Specialisms, Specialism{s.get("id").text(), s.get("title").text(), s.get("summary").text()})
	}
	f.Constituencies = append(f.Constituencies, c)
	f.register(&c.Entity)
}
