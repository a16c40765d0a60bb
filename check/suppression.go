package check

import (
	"strings"

	"github.com/cadre-framework/cadre/finding"
	"github.com/cadre-framework/cadre/framework"
	"github.com/cadre-framework/cadre/internal/text"
	"github.com/cadre-framework/cadre/source"
)

// suppression excuses the findings of one rule in one place: on two lines, or,
// when it stands inside an entity, on that.
type suppression struct {
	rule   *finding.Rule
	span   source.Span // its name as written
	whole  source.Span // bytes of the entity; zero for a comment
	owner  *framework.Entity
	void   bool // it excuses nothing: it gives no reason, or its version is reached
	excuse bool // whether it excused a finding
}

// suppressor reads the suppressions of a framework, applies them, and finds what
// is wrong with them.
type suppressor struct {
	options   *Options
	framework *framework.Framework
	rules     map[string]*finding.Rule // by id and earlier id
	names     []string
	all       []*suppression
	byLine    map[*source.File]map[int][]*suppression
	byEntity  map[*source.File][]*suppression // in reading order
	entities  map[*source.File][]*framework.Entity
	found     []finding.Finding
}

// suppress marks the findings that the data excuses, and returns what is wrong
// with the excuses. Findings about suppressions excuse each other never.
func (o *Options) suppress(f *framework.Framework, inputs []input, findings []finding.Finding) []finding.Finding {
	s := &suppressor{
		options: o, framework: f, rules: map[string]*finding.Rule{},
		byLine: map[*source.File]map[int][]*suppression{}, byEntity: map[*source.File][]*suppression{},
	}
	for _, r := range Rules() {
		for _, id := range append([]string{r.ID}, r.Aliases...) {
			s.rules[id] = r
			s.names = append(s.names, id)
		}
	}
	s.read(inputs)
	if len(s.all) > 0 {
		for i := range findings {
			s.apply(&findings[i])
		}
		s.unused()
	}
	return s.found
}

// suppressible reports whether findings of a rule may be excused at all.
func suppressible(r *finding.Rule) bool {
	return r.Category() != "syntax" && r.Category() != "suppression"
}

func (s *suppressor) apply(f *finding.Finding) {
	if !suppressible(f.Rule) || f.Span.File == nil {
		return
	}
	if lines := s.byLine[f.Span.File]; lines != nil {
		s.excuse(f, lines[f.Span.Position().Line])
	}
	if inside := s.inside(f); inside != nil {
		s.excuse(f, inside)
	}
}

func (s *suppressor) excuse(f *finding.Finding, by []*suppression) {
	for _, each := range by {
		if each.rule == f.Rule && !each.void {
			each.excuse = true
			f.Status = finding.Suppressed
			return
		}
	}
}

// inside returns the suppressions of the entity that holds a finding. A finding
// about a whole file belongs to the entity that is alone in it.
func (s *suppressor) inside(f *finding.Finding) []*suppression {
	list := s.byEntity[f.Span.File]
	if len(list) > 0 && alone(list[0].owner) {
		return list
	}
	end := lastBefore(len(list), f.Span.Start, func(i int) int { return list[i].whole.Start })
	if end == 0 || !list[end-1].whole.Contains(f.Span) {
		return nil
	}
	start := end - 1
	for start > 0 && list[start-1].owner == list[end-1].owner {
		start--
	}
	return list[start:end]
}

// unused tells of suppressions that excused nothing although their rule looked.
func (s *suppressor) unused() {
	for _, each := range s.all {
		ran := s.options.judges(each.rule) && s.options.runs(each.rule) && !s.options.exempt(each.rule, each.span.File.Path)
		if each.excuse || each.void || !ran || !s.framework.Whole || !inForce(each.owner) {
			continue
		}
		help := "remove it, or move it to the line of the finding or directly above"
		if !each.whole.IsZero() {
			help = "remove it"
		}
		s.report(suppressionUnused, each.span, each.owner, "nothing here breaks the rule "+each.rule.ID+" that this suppression excuses", help, each.rule.ID)
	}
}

// inForce reports whether all rules judge an entity; of drafts and retired
// entities they leave some things unsaid.
func inForce(e *framework.Entity) bool {
	return e == nil || e.Status == framework.Active || e.Status == framework.Deprecated
}

// known returns the rule that a suppression names, or reports why there is none.
func (s *suppressor) known(name string, at source.Span, owner *framework.Entity) *finding.Rule {
	r := s.rules[name]
	switch {
	case r == nil && s.isCategory(name):
		s.report(suppressionUnknown, at, owner, "a suppression must name one rule, and "+quoted(name)+" is a whole category",
			"copy the name from the square brackets at the end of the finding", name)
	case r == nil:
		help := "cadre rules lists all rules; a reason stands behind two hyphens: -- reason"
		near, ok := text.Nearest(name, s.names)
		if ok {
			help = "did you mean " + quoted(near) + "?"
		}
		s.report(suppressionUnknown, at, owner, "this suppression names the unknown rule "+quoted(name), help, name)
		if ok {
			s.found[len(s.found)-1].Suggestions = []string{near}
		}
	case !suppressible(r):
		why := "what breaks it cannot be read"
		if r.Category() == "suppression" {
			why = "a suppression cannot vouch for another"
		}
		s.report(suppressionUnknown, at, owner, "the rule "+r.ID+" cannot be suppressed, because "+why, "mend what the rule says, and remove this suppression", name)
		return nil
	}
	return r
}

func (s *suppressor) isCategory(name string) bool {
	for _, r := range s.rules {
		if r.Category() == strings.TrimSuffix(name, "/") {
			return true
		}
	}
	return false
}

func (s *suppressor) report(r *finding.Rule, at source.Span, owner *framework.Entity, message, help string, params ...string) {
	subject := finding.FileSubject(at.File.Path)
	if owner != nil && owner.ID != "" {
		subject = finding.Subject{Kind: string(owner.Kind), ID: owner.ID, Title: owner.Title, Constituency: owner.Node().Get("constituency").Str()}
	}
	s.found = append(s.found, finding.Finding{
		Rule: r, Severity: r.Severity, Span: at, Subject: subject, Params: params, Message: message, Help: help,
	})
}
