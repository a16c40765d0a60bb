package config

import (
	"fmt"
	"slices"
	"strings"

	"github.com/cadre-framework/cadre/check"
	"github.com/cadre-framework/cadre/finding"
	"github.com/cadre-framework/cadre/internal/text"
	"github.com/cadre-framework/cadre/source"
)

// The settings that every rule has.
const (
	severityKey = "severity"
	ignoreKey   = "ignore"
)

// reader collects settings; a later one of the same rule and name wins.
type reader struct {
	m          *mistakes
	categories map[string][]*finding.Rule
	rules      map[string]*finding.Rule // by id and earlier id
	names      *text.Names              // of all these
	seen       map[string]string        // by id, the name under which a rule stands
	found      []Setting
}

func newReader(m *mistakes) *reader {
	r := &reader{m: m, categories: map[string][]*finding.Rule{}, rules: map[string]*finding.Rule{}, seen: map[string]string{}}
	var names []string
	for _, rule := range check.Rules() {
		if r.categories[rule.Category()] == nil {
			names = append(names, rule.Category())
		}
		r.categories[rule.Category()] = append(r.categories[rule.Category()], rule)
		for _, id := range append([]string{rule.ID}, rule.Aliases...) {
			r.rules[id] = rule
			names = append(names, id)
		}
	}
	r.names = text.NewNames(names)
	return r
}

// readRules reads what is said of categories, then what is said of rules, so that
// the latter wins wherever it stands.
func (c *Config) readRules(rules source.Node, m *mistakes) {
	r := newReader(m)
	var single []source.Node
	for n := range rules.Children() {
		key := n.Key()
		if !strings.HasPrefix(key, "x-") && r.categories[key] == nil {
			single = append(single, n)
		}
		for _, rule := range r.categories[key] {
			before := len(m.all)
			if r.read(rule, n, false); len(m.all) > before {
				break // the next rule of the category would say the same
			}
		}
	}
	for _, n := range single {
		r.single(n)
	}
	c.Settings = r.settings()
}

func (r *reader) single(n source.Node) {
	rule := r.rules[n.Key()]
	if rule == nil {
		help := "cadre rules lists all rules"
		if near, ok := r.names.Nearest(n.Key()); ok {
			help = fmt.Sprintf("did you mean %q?", near)
		}
		r.m.add(n.KeySpan(), fmt.Sprintf("there is no rule or category %q", n.Key()), help)
		return
	}
	if first, twice := r.seen[rule.ID]; twice {
		r.m.add(n.KeySpan(), fmt.Sprintf("%s stands twice, the other time as %s", rule.ID, first), "keep one of them")
		return
	}
	r.seen[rule.ID] = n.Key()
	r.read(rule, n, true)
}

func (r *reader) settings() []Setting {
	last := map[string]Setting{}
	for _, s := range r.found {
		last[s.Rule.ID+" "+s.Name] = s
	}
	kept := slices.DeleteFunc(r.found, func(s Setting) bool { return last[s.Rule.ID+" "+s.Name].At != s.At })
	slices.SortStableFunc(kept, func(a, b Setting) int { return strings.Compare(a.Rule.ID, b.Rule.ID) })
	return kept
}

// read reads a level, or a group of settings.
func (r *reader) read(rule *finding.Rule, n source.Node, own bool) {
	if n.Kind() == source.String {
		r.severity(rule, n)
		return
	}
	for s := range n.Children() {
		switch key := s.Key(); {
		case strings.HasPrefix(key, "x-"):
		case key == severityKey:
			r.severity(rule, s)
		case key == ignoreKey:
			r.ignore(rule, s)
		case !own:
			r.m.add(s.KeySpan(), fmt.Sprintf("%q is no setting of a category, which has severity and ignore", key), "an option belongs to one rule: write it there")
		default:
			r.option(rule, s)
		}
	}
}

func (r *reader) severity(rule *finding.Rule, n source.Node) {
	severity, err := finding.ParseSeverity(n.Str())
	if err != nil {
		r.m.add(n.Span(), err.Error(), "")
		return
	}
	if rule.Category() == "syntax" && severity < rule.Severity {
		r.m.add(n.Span(), "rules of syntax cannot be made milder or switched off, because what breaks them cannot be read", "remove this line")
		return
	}
	r.found = append(r.found, Setting{Rule: rule, Name: severityKey, At: n.Span(), Severity: severity})
}

func (r *reader) ignore(rule *finding.Rule, n source.Node) {
	if rule.Category() == "syntax" {
		r.m.add(n.KeySpan(), "rules of syntax cannot be ignored, because what breaks them cannot be read", "remove this line")
		return
	}
	s := Setting{Rule: rule, Name: ignoreKey, At: n.Span()}
	for each := range n.Children() {
		if !validGlob(each.Str()) {
			r.m.add(each.Span(), fmt.Sprintf("%q is no pattern of files in the framework", each.Str()), "write it from the folder of the framework, such as roles/knowledge-management/**")
			return
		}
		s.Globs = append(s.Globs, each.Str())
	}
	r.found = append(r.found, s)
}
