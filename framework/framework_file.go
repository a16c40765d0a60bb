package framework

// addFramework reads the framework file into the framework itself.
func addFramework(f *Framework, r *reader) {
	f.Entity = r.Entity
	f.SchemaVersion = r.get("schemaVersion").rank().Value
	f.Version = r.get("version").text()
	f.Locale = r.get("locale").text()
	f.Released = r.get("released").text()
	f.Publisher = r.get("publisher").text()
	f.Steward = r.get("steward").text()
	f.Licence = r.get("licence").text()
	f.Homepage = r.get("homepage").text()
	f.LevelScale = r.get("levelScale").text()
	f.ProficiencyScale = r.get("proficiencyScale").text()
	f.EntryRanks = r.get("entryRanks").ranks()
	for s := range r.get("suites").items() {
		f.Suites = append(f.Suites, Suite{s.get("id").text(), s.get("title").text(), s.get("pattern").text(), s.get("url").text()})
	}
	f.Counts = map[string]int{}
	for count := range r.get("counts").fields() {
		if n := count.rank(); n.Stated {
			f.Counts[count.Key()] = n.Value
		}
	}
	f.register(&f.Entity)
}
