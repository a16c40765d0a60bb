package diff_test

import (
	"fmt"
	"maps"
	"math/rand/v2"
	"slices"
	"strings"
	"sync"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/cadre-framework/cadre/diff"
	"github.com/cadre-framework/cadre/framework"
	"github.com/cadre-framework/cadre/schema"
	"github.com/cadre-framework/cadre/source"
)

// TestGeneratorKnowsEveryField holds that edits reach every field of every kind.
func TestGeneratorKnowsEveryField(t *testing.T) {
	for _, kind := range framework.Kinds() {
		want := slices.DeleteFunc(schema.Keys(string(kind)), func(key string) bool { return key == "id" })
		slices.Sort(want)
		if diff := cmp.Diff(want, slices.Sorted(maps.Keys(fieldsOf(kind)))); diff != "" {
			t.Errorf("fields of a %s (-schema +generator)\n%s", kind, diff)
		}
	}
}

// TestNothingGoesUnclassified compares thousands of pairs of frameworks and holds
// that there is a change for every difference that go-cmp finds, and none without;
// that the other direction has the same changes the other way round; and that
// equal content in other bytes has none.
func TestNothingGoesUnclassified(t *testing.T) {
	var lock sync.Mutex
	found := map[string]int{}
	t.Run("pairs", func(t *testing.T) {
		for seed := range uint64(4) {
			t.Run(fmt.Sprint(seed), func(t *testing.T) {
				t.Parallel()
				g := &generator{Rand: rand.New(rand.NewPCG(7, seed)), t: t}
				for i := range pairs / 4 {
					kinds := g.pair(i)
					lock.Lock()
					for _, kind := range kinds {
						found[kind]++
					}
					lock.Unlock()
				}
			})
		}
	})
	for _, k := range diff.Kinds() {
		if declared := map[string]bool{"split": true, "merged": true}; found[k.ID] == 0 && !declared[k.ID] && pairs > 1000 {
			t.Errorf("no pair shows %s", k.ID)
		}
	}
}

// pair draws one more pair, judges it, and returns the kinds of changes that it has.
// In one of ten an entity goes by another id and says so: it is then judged as if it
// had always had that id, and is told to have changed it. The other direction would
// say nothing of a succession.
func (g *generator) pair(i int) (kinds []string) {
	t := g.t
	t.Helper()
	if i%25 == 0 {
		g.docs = sampled()
		g.f = build(g.docs)
	}
	before, docs := g.f, maps.Clone(g.docs)
	for range 1 + g.IntN(8) {
		g.edit()
	}
	was, renamed := before, difference{}
	if i%10 == 3 {
		if renamed = g.rename(docs); renamed.subject != "" {
			was = build(docs)
		}
	}
	g.f = build(g.docs)
	there := diff.Compare(before, g.f, diff.Options{})
	for _, c := range there.Changes {
		kinds = append(kinds, c.Kind.ID)
		checkPlace(t, &c)
		checkSubject(t, &c)
	}
	wanted := judge(was, g.f)
	if renamed.subject != "" {
		wanted[renamed] = true
	}
	if diff := cmp.Diff(sorted(wanted), sorted(differences(there))); diff != "" {
		t.Fatalf("pair %d: what differs and what is told (-differs +told):\n%s", i, diff)
	}
	if renamed.subject == "" {
		back := diff.Compare(g.f, before, diff.Options{})
		if diff := cmp.Diff(sides(there, false), sides(back, true)); diff != "" {
			t.Fatalf("pair %d: one direction and the other (-there +back):\n%s", i, diff)
		}
	}
	if i%10 == 0 {
		if same := diff.Compare(g.f, build(g.rewritten()), diff.Options{}); len(same.Changes) > 0 {
			t.Fatalf("pair %d: the same in other bytes differs: %s", i, line(&same.Changes[0]))
		}
	}
	return kinds
}

// sampled returns the shipped documents, of roles and competencies one in eight,
// without those that declare a succession.
func sampled() map[string]*source.Document {
	docs := map[string]*source.Document{}
	for i, path := range slices.Sorted(maps.Keys(parsed())) {
		if strings.Contains(shipped()[path], "replacedBy") {
			continue
		}
		if i%8 == 0 || !strings.HasPrefix(path, "roles/") && !strings.HasPrefix(path, "competencies/") {
			docs[path] = parsed()[path]
		}
	}
	return docs
}

// checkPlace holds that the place of a statement is the one that its path names.
func checkPlace(t testing.TB, c *diff.Change) {
	t.Helper()
	name, number, ok := strings.Cut(strings.TrimSuffix(c.Field, "]"), "[")
	side := c.New
	if side.Span.IsZero() {
		side = c.Old
	}
	if !ok || name != "responsibilities" && name != "qualifications" {
		return
	}
	text := side.Span.File.Text[:side.Span.Start]
	list := text[strings.LastIndex(text, `"`+name+`":`)+1:]
	if !strings.HasSuffix(side.Span.File.Path, ".json") {
		return
	}
	if n := strings.Count(list, "\n"); fmt.Sprint(n) != number {
		t.Errorf("%s stands on line %d of its list:\n%s", line(c), n, list)
	}
}

// differences returns what changes tell, as the judge names it.
func differences(r *diff.Result) map[difference]bool {
	all := map[difference]bool{}
	for i := range r.Changes {
		all[told(&r.Changes[i])] = true
	}
	return all
}

// told names the difference that a change tells. Statements go by their list, and
// the framework by its kind.
func told(c *diff.Change) difference {
	d := difference{c.Subject.Kind + "/" + c.Subject.ID, c.Field}
	if c.Subject.Kind == "framework" {
		d.subject = "framework"
	}
	for _, list := range []string{"responsibilities", "qualifications"} {
		if strings.HasPrefix(c.Field, list+"[") {
			d.field = list
		}
	}
	return d
}

func sorted(all map[difference]bool) []string {
	var list []string
	for d := range all {
		list = append(list, d.subject+" "+d.field)
	}
	slices.Sort(list)
	return list
}

// sides writes every change with its two values, exchanged if asked to. The status
// of a deprecation tells why, in one direction only, and so does a code that kept
// the former one.
func sides(r *diff.Result, exchanged bool) []string {
	var list []string
	for i := range r.Changes {
		c := &r.Changes[i]
		d, old, new := told(c), c.Old.Value, c.New.Value
		if exchanged {
			old, new = new, old
		}
		if d.field != "previousCodes" {
			list = append(list, fmt.Sprintf("%s %s: %q %q", d.subject, d.field, old, new))
		}
	}
	slices.Sort(list)
	return list
}
