package report

import (
	"cmp"
	"crypto/sha256"
	"encoding/hex"
	"slices"
	"strconv"
	"strings"

	"github.com/cadre-framework/cadre/diff"
	"github.com/cadre-framework/cadre/finding"
)

// changeCategory stands before the id of a kind where a change is shown as a
// finding: "diff/raised".
const changeCategory = "diff"

// byWords says how the impact of a kind comes about that is judged as text.
var byWords = (&diff.Kind{AsText: true}).ImpactText()

// alerts are changes as findings, for formats whose readers know nothing else, the
// gravest first. None is an error: only the rules of releases say that something
// must not be.
type alerts struct {
	*Findings
	changes map[*Finding]*Change
}

// alerts returns all changes but that of the version, which the bump speaks of.
func (d *Changes) alerts() alerts {
	var list []*Change
	for i := range d.Changes {
		if c := &d.Changes[i]; !c.isVersion() {
			list = append(list, c)
		}
	}
	prints := fingerprints(list)
	slices.SortStableFunc(list, func(a, b *Change) int { return cmp.Compare(b.impact(), a.impact()) })
	out := alerts{changes: map[*Finding]*Change{}, Findings: &Findings{
		Head: d.Head, Operand: d.New.Operand, Summary: Summary{Hidden: d.Summary.Hidden},
		Findings: make([]Finding, len(list)), Rules: convert(d.Kinds, alertRule),
	}}
	for i, c := range list {
		f := &out.Findings.Findings[i]
		*f = c.alert()
		f.Fingerprint = prints[c]
		out.changes[f] = c
	}
	return out
}

// alert stands where the change is on the new side, or at the nearest place that
// is still there.
func (c *Change) alert() Finding {
	out := Finding{
		Rule:     changeCategory + "/" + c.Kind,
		Severity: alertSeverity(c.impact()).String(),
		Message:  c.Message + " (" + c.Impact + ")",
		Help:     joinedBy("; ", c.compared(), c.reaches()),
		Subject:  c.Subject,
		Location: c.Parent,
		Status:   string(finding.Open),
	}
	if c.New != nil && c.New.Location != nil {
		out.Location = c.New.Location
	} else if c.Old != nil && c.Old.Location != nil {
		out.Related = []Related{{Message: "it was here", Location: c.Old.Location}}
	}
	if !c.judged() {
		out.Status = string(finding.Suppressed)
	}
	return out
}

func alertSeverity(i diff.Impact) finding.Severity {
	if i == diff.Major {
		return finding.Warning
	}
	return finding.Info
}

// compared shows the two values of a change on one line, as text does.
func (c *Change) compared() string {
	pair, words := c.comparison()
	if pair != "" {
		return pair
	}
	var b strings.Builder
	for _, t := range bounded(essence(words)) {
		if t.spaced && b.Len() > 0 {
			b.WriteByte(' ')
		}
		b.WriteString(t.bare())
	}
	return b.String()
}

// reaches says whom a change affects, or is empty.
func (c *Change) reaches() string {
	if s := reached(c.Affects, c.Reach, mostNamed); s != "" {
		return "reaches " + s
	}
	return ""
}

func alertRule(k ChangeKind) Rule {
	out := Rule{ID: changeCategory + "/" + k.ID, Title: k.Title, Category: changeCategory, Doc: k.Doc}
	if impact, err := diff.ParseImpact(k.Impact); err == nil {
		out.Severity = alertSeverity(impact).String()
	}
	if k.AsText {
		out.Doc = joinedBy("\n\n", out.Doc, "Its impact is judged "+byWords+".")
	}
	return out
}

// fingerprints tell changes by their kind, their subject and their field, and those
// that are the same in these by their order.
func fingerprints(changes []*Change) map[*Change]string {
	prints, seen := map[*Change]string{}, map[string]int{}
	for _, c := range changes {
		var parts []string
		for _, part := range []string{c.Kind, c.Subject.Kind, c.Subject.ID, c.Field} {
			parts = append(parts, strconv.Quote(part))
		}
		identity := strings.Join(parts, " ")
		sum := sha256.Sum256([]byte(identity + " " + strconv.Itoa(seen[identity])))
		seen[identity]++
		prints[c] = hex.EncodeToString(sum[:16])
	}
	return prints
}
