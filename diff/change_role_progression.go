package diff

import (
	"slices"

	"github.com/cadre-framework/cadre/framework"
	"github.com/cadre-framework/cadre/source"
)

var (
	progressionAdded = change(Kind{
		ID: "progression-added", Title: "A role leads to one more", Impact: Minor,
		Consequence: NewOrEasier, Subjects: []framework.Kind{aRole}, Audience: []string{RoleHolders, Applicants, Managers}, local: true, Since: "0.1.0",
		Doc: `People in the role have one more way on.`,
	})
	progressionRemoved = change(Kind{
		ID: "progression-removed", Title: "A role does not lead to another any more", Impact: Major,
		Consequence: TakesAway, Subjects: []framework.Kind{aRole}, Audience: []string{RoleHolders, Applicants, Managers}, local: true, Since: "0.1.0",
		Doc: `A way that people planned their career by is gone.`,
	})
	progressionChanged = change(Kind{
		ID: "progression-changed", Title: "A step of a career is described in another way", Impact: Minor,
		Consequence: Changes, Subjects: []framework.Kind{aRole}, Audience: []string{RoleHolders, Applicants, Managers}, local: true, Since: "0.1.0",
		Doc: `The step is there on both sides; its kind or its note is another.`,
	})
)

var _ = field(aRole, "progression", func(p *pair) {
	name := func(s *side, n source.Node) string { return s.title(aRole, n.Get("to").Text()) }
	p.keyed(keyed{
		field: "progression", key: by("to"), names: aRole,
		added: func(path string, n source.Node) {
			p.add(progressionAdded, path, source.Node{}, n, "now leads to %s", name(p.after, n))
		},
		removed: func(path string, n source.Node) {
			p.add(progressionRemoved, path, n, source.Node{}, "no longer leads to %s", name(p.before, n))
		},
		both: func(path string, old, new source.Node) {
			fields := slices.DeleteFunc(keysOf(old, new), func(key string) bool { return key == "to" || equal(old.Get(key), new.Get(key)) })
			for _, key := range fields {
				p.add(progressionChanged, path+"."+key, old.Get(key), new.Get(key), "the step to %s has another %s", name(p.after, new), key)
			}
		},
	})
})
