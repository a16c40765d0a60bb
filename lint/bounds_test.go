package lint

import (
	"fmt"
	"strings"
	"testing"

	"github.com/cadre-framework/cadre/finding"
	"github.com/cadre-framework/cadre/framework"
	"github.com/cadre-framework/cadre/source"
)

// codesIn builds a framework of suites, by their patterns, and one competency for
// every code, which is of the suite at the same position, or of the last.
func codesIn(patterns, codes []string) *framework.Framework {
	files := map[string]*strings.Builder{"framework.yaml": {}, "competencies/all.yaml": {}}
	fmt.Fprint(files["framework.yaml"], "id: demo\ntitle: Demo\nsuites:\n")
	for i, pattern := range patterns {
		fmt.Fprintf(files["framework.yaml"], "- {id: s%d, title: S, pattern: '%s'}\n- {id: s%d, title: S, pattern: second}\n", i, pattern, i)
	}
	for i, code := range codes {
		fmt.Fprintf(files["competencies/all.yaml"], "- id: c%d\n  title: C\n  suite: s%d\n  code: %s\n", i, min(i, len(patterns)-1), code)
	}
	var docs []*source.Document
	for _, path := range []string{"competencies/all.yaml", "framework.yaml"} {
		doc, _ := source.Parse(&source.File{Path: path, Text: files[path].String()}, source.LargeBundleLimits)
		docs = append(docs, doc)
	}
	return framework.Build(docs, nil, framework.DefaultLayout)
}

// found returns how many findings one rule has on a framework.
func found(f *framework.Framework, rule string) int {
	return len(Run(f, func(r *finding.Rule) bool { return r.ID == rule }, nil))
}

const codePatternID = "identity/code-pattern"

// TestPatternBudget bounds what hostile patterns and codes may cost, and holds
// that the first suite of an id counts.
func TestPatternBudget(t *testing.T) {
	if n := found(codesIn([]string{"a", "b"}, []string{"a", "second", "b"}), codePatternID); n != 1 {
		t.Errorf("%d findings of two suites that stand twice", n)
	}
	var patterns, codes []string
	for range 300 {
		patterns, codes = append(patterns, "(a{20}){20}"), append(codes, "x")
	}
	if n := found(codesIn(patterns, codes), codePatternID); n == 0 || n > allParts/800 {
		t.Errorf("%d of 300 large patterns were used", n)
	}
	codes = nil
	long := strings.Repeat("x", 60_000)
	for range 60 {
		codes = append(codes, long)
	}
	if n := found(codesIn([]string{"(a{20}){20}"}, codes), codePatternID); n == 0 || n == 60 {
		t.Errorf("%d of 60 long codes were matched", n)
	}
}

// hierarchy builds a chain of competencies, each below the next, the first of
// which lists the second and the one at the given distance.
func hierarchy(distance int) *framework.Framework {
	var b strings.Builder
	for i := range distance + 1 {
		fmt.Fprintf(&b, "- {id: c%d, title: C, broader: [c%d]}\n", i, i+1)
	}
	text := strings.Replace(b.String(), "[c1]", fmt.Sprintf("[c1, c%d]", distance), 1)
	doc, _ := source.Parse(&source.File{Path: "competencies/all.yaml", Text: text}, source.LargeBundleLimits)
	return framework.Build([]*source.Document{doc}, nil, framework.DefaultLayout)
}

// TestFarShortcut follows a hierarchy only so far, so that the work stays in
// proportion to it.
func TestFarShortcut(t *testing.T) {
	const rule = "structure/redundant-broader"
	if near, far := found(hierarchy(mostFollowed/2), rule), found(hierarchy(mostFollowed*2), rule); near != 1 || far != 0 {
		t.Errorf("%d findings near, %d far", near, far)
	}
}

func TestSpellingBudget(t *testing.T) {
	known := func(yield func(id, title string) bool) { yield("coding", "Coding") }
	fresh, spent := spelling{}, spelling{spent: comparisons + 1}
	if near := fresh.nearest(fresh.of("x", known), "codin"); near != "coding" {
		t.Errorf("the nearest is %q", near)
	}
	if near := spent.nearest(spent.of("x", known), "codin"); near != "" {
		t.Errorf("beyond the budget the nearest is %q", near)
	}
}

// TestEntries wants the entries of a list and nothing else.
func TestEntries(t *testing.T) {
	for text, want := range map[string]int{"mappings: [a, b]": 2, "mappings: {a: {scale: b}}": 0, "mappings: a": 0, "related: [a]": 0} {
		doc, _ := source.Parse(&source.File{Path: "levels/a.yaml", Text: text}, source.FileLimits)
		level := framework.Build([]*source.Document{doc}, nil, framework.DefaultLayout).Levels[0]
		n := 0
		for range entries(&level.Entity, "mappings") {
			n++
		}
		if n != want {
			t.Errorf("%s: %d entries, want %d", text, n, want)
		}
	}
}

// TestWrongShapes gives the rules a model of values that no schema has looked at:
// they may say anything, and must not panic.
func TestWrongShapes(t *testing.T) {
	fields := []string{
		"id", "scale", "rank", "descriptors", "mappings", "suite", "code", "previousCodes", "broader", "related", "facets", "min", "max",
		"constituency", "specialism", "specialisms", "level", "competencies", "aliases", "settings", "resources", "for", "suites", "levelScale",
	}
	for _, value := range []string{"null", "7", "text", "[]", "{}", "[7, text, [], {}]", "{a: 7, b: {c: d}, from: x, roles: 7}", "[{id: 7, scale: [], from: {}, ref: 1}]"} {
		var docs []*source.Document
		for _, path := range []string{"framework.yaml", "scales/a.yaml", "levels/a.yaml", "constituencies/a.yaml", "competencies/a.yaml", "roles/a.yaml", "resources/a.yaml"} {
			text := ""
			for _, field := range fields {
				text += field + ": " + value + "\n"
			}
			doc, _ := source.Parse(&source.File{Path: path, Text: text}, source.FileLimits)
			docs = append(docs, doc)
		}
		Run(framework.Build(docs, nil, framework.DefaultLayout), nil, nil)
	}
}
