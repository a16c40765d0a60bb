package check_test

// The files that most mutations touch. Drafts go into files of their own: they are
// not counted, and need not be whole.
const (
	theFramework = "framework.yaml"
	coder        = "roles/information-management/clinical-coder.yaml"
	manager      = "roles/information-management/clinical-coding-manager.yaml"
	quality      = "competencies/assure-data-quality.yaml"
	assign       = "competencies/assign-clinical-codes.yaml"
	profile      = "resources/fedip-clinical-coder-profile.yaml"
	levelThree   = "levels/level-3.yaml"
	projects     = "roles/project-and-programme-management/"
	more         = "competencies/more.yaml"
	post         = "roles/information-management/more.yaml"
)

// oneRole and oneCompetency are a file with one more draft.
func oneRole(title, fields string) []edit {
	return []edit{{post, "", "- { id: archivist, status: draft, constituency: information-management, title: " + title + fields + " }\n"}}
}

func oneCompetency(title, fields string) []edit {
	return []edit{{more, "", "- { id: weigh-evidence, status: draft, title: " + title + fields + " }\n"}}
}

// mutations has a row for every consistency rule, category by category.
var mutations = []mutation{
	{"identity/duplicate-id", []edit{{more, "", "- { id: assign-clinical-codes, status: draft, title: Weigh evidence }\n"}}, nil},
	{"identity/id-filename-mismatch", []edit{{"roles/_draft/audit-manager.yaml", "id: audit-manager\n", "id: manager-of-audit\n"}}, nil},
	{"identity/id-across-kinds", []edit{{more, "", "- { id: clinical-coder, status: draft, title: Weigh evidence }\n"}}, nil},
	{"identity/duplicate-code", oneCompetency("Weigh evidence", ", suite: hi-nos, code: HI20"), nil},
	{"identity/code-pattern", oneCompetency("Weigh evidence", ", suite: hi-nos, code: HJ21"), nil},
	{"identity/code-without-suite", oneCompetency("Weigh evidence", ", code: HI21"), nil},
	{"identity/suite-unknown", oneCompetency("Weigh evidence", ", suite: hi-noss"), nil},
	{"identity/previous-code-in-use", oneCompetency("Weigh evidence", ", suite: hi-nos, previousCodes: [HI20]"), nil},
	{"identity/code-gap", oneCompetency("Weigh evidence", ", suite: hi-nos, code: HI22"), nil},
	{"identity/alias-in-use", oneRole("Archivist", ", aliases: [Clinical Coder]"), nil},

	{"reference/unknown", []edit{{profile, "- clinical-coding-manager", "- clinical-codng-manager"}}, nil},
	{"reference/wrong-kind", []edit{{profile, "- assign-clinical-codes", "- clinical-coder"}}, nil},
	{"reference/title-as-id", []edit{{profile, "- clinical-coding-manager", "- Clinical Coding Manager"}}, nil},
	{"reference/self", []edit{{coder, "- to: audit-facilitator", "- to: clinical-coder"}}, nil},
	{"reference/duplicate", []edit{{profile, "- clinical-coding-manager", "- clinical-coder"}}, nil},
	{"reference/deprecated-target", []edit{
		{more, "", "- { id: count-beds, status: deprecated, title: Count beds, deprecated: { replacedBy: [assure-data-quality] } }\n"},
		{quality, "evidence: ", "related: [count-beds]\nevidence: "},
	}, nil},
	{"reference/retired-target", oneRole("Archivist", ", resources: [hicf-job-search]"), nil},
	{"reference/draft-target", []edit{{profile, "- clinical-coding-manager", "- epidemiologist"}}, nil},

	{"structure/competency-cycle", []edit{{quality, "evidence: ", "broader: [audit-coded-clinical-data]\nevidence: "}}, nil},
	{"structure/redundant-broader", []edit{{assign, "related:\n", "broader:\n  - assure-data-quality\n"}}, nil},
	{"structure/related-and-broader", []edit{{assign, "related:\n", "broader: [audit-coded-clinical-data]\nrelated:\n"}}, nil},
	{"structure/unused-competency", []edit{{more, "", "- { id: count-beds, title: Count beds }\n"}}, []string{"metadata/count-mismatch"}},
	{"structure/unused-resource", []edit{{"resources/more.yaml", "", "- { id: bed-guide, title: Bed Guide, kind: guidance }\n"}}, []string{"metadata/count-mismatch"}},
	{"structure/empty-constituency", []edit{{"constituencies/more.yaml", "", "- { id: health-economics, title: Health Economics }\n"}}, []string{"metadata/count-mismatch"}},
	{"structure/misfiled", []edit{{coder, "constituency: information-management", "constituency: knowledge-management"}}, nil},
	{"structure/unclassified-file", []edit{{"ideas/one.yaml", "", "id: one\n"}}, nil},
	{"structure/missing-kind", []edit{
		{"levels/level-1.yaml", whole, ""}, {"levels/level-2.yaml", whole, ""}, {levelThree, whole, ""},
		{"levels/level-4.yaml", whole, ""}, {"levels/level-5.yaml", whole, ""}, {"levels/level-6.yaml", whole, ""},
		{"levels/level-7.yaml", whole, ""}, {"levels/level-8.yaml", whole, ""}, {"levels/level-9.yaml", whole, ""},
	}, []string{"metadata/count-mismatch", "reference/unknown"}},

	{"level/rank-duplicate", []edit{{levelThree, "rank: 3", "rank: 4"}}, []string{"level/rank-gap"}},
	{"level/rank-gap", []edit{{"levels/level-6.yaml", "rank: 6\n", "rank: 6\nstatus: retired\n"}}, []string{"metadata/count-mismatch"}},
	{"level/rank-out-of-scale", []edit{{"levels/level-9.yaml", "rank: 9", "rank: 10"}}, []string{"level/rank-gap"}},
	{"level/descriptor-missing", []edit{{levelThree, "  supervision: >-", "  x-supervision: >-"}}, nil},
	{"level/descriptor-unknown-facet", []edit{{levelThree, "descriptors:\n", "descriptors:\n  teaching: Shows new starters where things are kept.\n"}}, nil},
	{"level/descriptor-repeated", []edit{{levelThree, "    Help is on call, not in the room. The post holder settles how to go about\n    ordinary work and reports on results instead of steps.\n",
		"    Somebody is at hand all the time. Each piece of work is explained, watched\n    while it is being learned and checked before it leaves the desk.\n"}}, nil},
	{"level/unused-level", []edit{
		{"roles/health-records-and-patient-administration/records-scanning-assistant.yaml", "level: 1\n", "level: 2\n"},
		{"roles/information-and-communication-technology/apprentice-ict-technician.yaml", "level: 1\n", "level: 2\n"},
		{"roles/knowledge-management/apprentice-library-assistant.yaml", "level: 1\n", "level: 2\n"},
	}, nil},
	{"level/mapping-out-of-scale", []edit{{levelThree, "from: 7", "from: 17"}}, nil},
	{"level/mapping-order", []edit{{levelThree, "from: 7", "from: 2"}}, nil},
	{"level/scale-bounds", []edit{{"scales/scqf.yaml", "min: 1\nmax: 12", "min: 12\nmax: 1"}}, nil},

	{"role/level-out-of-scale", []edit{{coder, "level: 4", "level: 12"}}, nil},
	{"role/level-range-inverted", []edit{{coder, "level: 4", "level: { from: 5, to: 4 }"}}, nil},
	{"role/level-missing", []edit{{coder, "\nlevel: 4", "\nx-level: 4"}}, nil},
	{"role/no-competency", []edit{{coder, "\ncompetencies:\n", "\nx-competencies:\n"}}, nil},
	{"role/duplicate-requirement", []edit{{coder, "ref: understand-clinical-workflow", "ref: assure-data-quality"}}, nil},
	{"role/proficiency-out-of-scale", []edit{{coder, "ref: assign-clinical-codes\n    need: core\n    proficiency: 3", "ref: assign-clinical-codes\n    need: core\n    proficiency: 5"}}, nil},
	{"role/specialism-unknown", []edit{{coder, "level: 4\n", "specialism: oncology\nlevel: 4\n"}}, nil},
	{"role/sibling-parity", []edit{{coder, "settings:\n", "x-settings:\n"}}, nil},

	{"title/duplicate", oneRole("Clinical Coder", ", level: 4"), nil},
	{"title/near-duplicate", oneRole("Clinical Health Coder", ", level: 4"), nil},
	{"title/slash", oneRole("Archivist/Curator", ""), nil},
	{"title/plural", oneRole("Archivists", ""), nil},
	{"title/level", oneRole("Archivist Level 4", ""), nil},
	{"title/code", oneCompetency("\"Weigh evidence, previously HI 8\"", ""), nil},
	{"title/status", oneRole("Archivist (Closed)", ""), nil},
	{"title/case", oneRole("Hospital archivist", ""), nil},
	{"title/conjunction", []edit{{"constituencies/more.yaml", "", "- { id: finance, status: draft, title: Finance & Supply }\n"}}, nil},

	{"pathway/level-drop", []edit{{coder, "- to: audit-facilitator", "- to: trainee-clinical-coder\n    kind: upward"}}, nil},
	{"pathway/cycle", []edit{
		{coder, "\nlevel: 4", "\nx-level: 4"},
		{coder, "- to: clinical-coding-manager", "- to: clinical-coding-manager\n    kind: upward"},
		{manager, "- to: programme-manager", "- to: clinical-coder\n    kind: upward"},
	}, []string{"role/level-missing", "pathway/proficiency-falls"}}, // in a circle, something falls
	{"pathway/level-jump", []edit{{coder, "- to: audit-facilitator", "- to: head-of-information-services"}}, nil},
	{"pathway/kind-mismatch", []edit{{coder, "- to: audit-facilitator", "- to: audit-facilitator\n    kind: lateral"}}, nil},
	{"pathway/proficiency-falls", []edit{{coder, "ref: communicate-clearly\n    need: core\n    proficiency: 2", "ref: communicate-clearly\n    need: core\n    proficiency: 4"}}, nil},
	{"pathway/dead-end", []edit{{"roles/information-and-communication-technology/telephony-operator-team-leader.yaml", "\nprogression:\n", "\nx-progression:\n"}}, nil},
	{"pathway/unreachable", []edit{{coder, "- to: clinical-coding-analyst", "- to: clinical-coding-auditor"}}, nil},
	{"pathway/no-entry-role", []edit{
		{projects + "project-administrator.yaml", "level: 2\n", "level: 4\n"},
		{projects + "project-support-officer.yaml", "level: 3\n", "level: 4\n"},
	}, []string{"pathway/unreachable"}},

	{"text/whitespace", []edit{{coder, "Reads the record", "Reads  the record"}}, nil},
	{"text/invisible-character", []edit{{coder, "Reads the record", "Reads the re\u200bcord"}}, nil},
	{"text/locale-spelling", []edit{{coder, "Hospital coding departments", "Hospital coding centers"}}, nil},
	{"text/misspelling", []edit{{coder, "Remote working for several hospitals", "Remote working for seperate hospitals"}}, nil},
	{"text/repeated-word", []edit{{coder, "before the submission date", "before the the submission date"}}, nil},
	{"text/placeholder", []edit{{coder, "Usually after some years of coding and an auditing qualification", "\"TODO: ask the managers\""}}, nil},
	{"text/summary-equals-title", oneCompetency("Weigh evidence", ", summary: Weigh evidence."), nil},
	{"text/too-long", oneCompetency("Weigh evidence that is thin or contested before anybody acts upon it in a ward or a clinic", ""), nil},
	{"text/list-punctuation", []edit{{coder, "before the submission date", "before the submission date."}}, nil},
	{"text/near-duplicate-statement", []edit{{coder, "  - Finish each month's", "  - Read case notes, letters and test results to establish what was treated and what was then done\n  - Finish each month's"}}, nil},
	{"text/level-word", []edit{{coder, "For coders who look past the episode to the pattern", "For coders who look past the episode (Level Five)"}}, nil},
	{"locale/bad-tag", []edit{{theFramework, "locale: en-GB", "locale: en_GB"}}, nil},
	{"locale/unknown-tag", []edit{{theFramework, "locale: en-GB", "locale: xq-GB"}}, nil},

	{"lifecycle/deprecated-without-successor", []edit{{more, "", "- { id: count-beds, status: deprecated, title: Count beds }\n"}}, nil},
	{"lifecycle/successor-on-active", []edit{{quality, "evidence: ", "deprecated: { since: 1.0.0 }\nevidence: "}}, nil},
	{"lifecycle/successor-loop", []edit{{more, "", "- { id: count-beds, status: deprecated, title: Count beds, deprecated: { replacedBy: [weigh-evidence] } }\n" +
		"- { id: weigh-evidence, status: deprecated, title: Weigh evidence, deprecated: { replacedBy: [count-beds] } }\n"}}, nil},
	{"lifecycle/successor-retired", []edit{{more, "", "- { id: count-beds, status: deprecated, title: Count beds, deprecated: { replacedBy: [weigh-evidence] } }\n" +
		"- { id: weigh-evidence, status: retired, title: Weigh evidence }\n"}}, nil},
	{"lifecycle/replaced-still-active", []edit{{quality, "evidence: ", "replaces: [assign-clinical-codes]\nevidence: "}}, nil},
	{"lifecycle/dates-out-of-order", []edit{{"resources/hicf-job-search.yaml", "deprecated:\n  since: 1.0.0\n", "since: 1.0.0\ndeprecated:\n  since: 0.1.0\n"}}, nil},
	{"lifecycle/since-after-version", []edit{{coder, "since: 0.1.0", "since: 1.2.0"}}, nil},
	{"lifecycle/retired-still-required", []edit{
		{more, "", "- { id: count-beds, status: retired, title: Count beds }\n"},
		{coder, "ref: understand-clinical-workflow", "ref: count-beds"},
	}, nil},

	{"metadata/licence-missing", []edit{{theFramework, "\nlicence:", "\nx-licence:"}}, nil},
	{"metadata/publisher-missing", []edit{{theFramework, "\npublisher:", "\nx-publisher:"}}, nil},
	{"metadata/source-missing", []edit{{quality, "evidence: reconstructed", "evidence: documented"}}, nil},
	{"metadata/count-mismatch", []edit{{theFramework, "counts:\n  scales: 5", "counts:\n  scales: 6"}}, nil},
	{"metadata/review-overdue", []edit{
		{theFramework, "version: 1.0.0\n", "version: 1.0.0\nreleased: 2026-01-31\n"},
		{coder, "since: 0.1.0\n", "since: 0.1.0\nreviewed: 2020-01-31\n"},
	}, nil},
}
