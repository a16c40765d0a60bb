package diff_test

import (
	"fmt"
	"slices"
	"strings"

	"github.com/cadre-framework/cadre/framework"
)

// shape draws another value for a field, given the one it has or nil; nil stands
// for none.
type shape func(g *generator, value any) any

type fields map[string]shape

// common are the fields of every kind, their identifier aside.
var common = fields{
	"title": text, "aliases": opt(texts), "summary": opt(text), "status": opt(oneOf("draft", "active", "deprecated", "retired")),
	"since": opt(version), "deprecated": opt(part(fields{"since": opt(version), "reason": opt(text), "replacedBy": opt(unknownIDs)})),
	"replaces": opt(unknownIDs), "sources": opt(items("title", fields{"title": text, "url": opt(address), "note": opt(text)})),
	"evidence": opt(evidence), "reviewed": opt(date), "notes": opt(text),
}

// own are the fields of each kind.
var own = map[framework.Kind]fields{
	framework.KindFramework: {
		"schemaVersion": oneRank(1, 1), "version": version, "locale": oneOf("en-GB", "en", "cy"), "released": opt(date), "publisher": opt(text),
		"steward": opt(text), "licence": opt(oneOf("CC0-1.0", "CC-BY-4.0", "OGL-UK-3.0")), "homepage": opt(address),
		"levelScale": opt(id(framework.KindScale)), "proficiencyScale": opt(id(framework.KindScale)), "entryRanks": opt(span),
		"suites": opt(items("id", fields{"id": newID, "title": text, "pattern": opt(oneOf("^A", "^B[0-9]$")), "url": opt(address)})),
		"counts": opt(part(fields{"roles": opt(rank), "levels": opt(rank), "scales": opt(rank)})),
	},
	framework.KindScale: {
		"kind": oneOf("career", "proficiency", "pay", "qualification"), "min": rank, "max": rank,
		"labels": opt(named("1", "2", "3", "12")), "facets": opt(items("id", fields{"id": newID, "title": text})),
	},
	framework.KindLevel: {
		"scale": id(framework.KindScale), "rank": rank, "descriptors": opt(named("supervision", "research-and-development", "another")),
		"qualifications": opt(texts), "mappings": opt(items("scale", fields{
			"scale": id(framework.KindScale), "from": rank, "to": opt(rank), "certainty": opt(oneOf("official", "indicative", "inferred"))})),
	},
	framework.KindConstituency: {
		"functions":   opt(items("id", fields{"id": newID, "title": text})),
		"specialisms": opt(items("id", fields{"id": newID, "title": text, "summary": opt(text)})),
	},
	framework.KindCompetency: {
		"kind": opt(oneOf("knowledge", "skill", "behaviour", "task", "standard")), "suite": opt(oneOf("hi-nos", "il-nos")),
		"code": oneOf("HI1", "HI2", "HI3"), "codeVersion": opt(oneOf("1", "2", "3")), "previousCodes": opt(choose("HI1", "HI2", "HI3", "HI9")),
		"descriptors": opt(named("1", "2", "4", "7")), "broader": opt(ids(framework.KindCompetency)), "related": opt(ids(framework.KindCompetency)),
		"mappings": opt(items("code", fields{"scale": id(framework.KindScale), "code": oneOf("C1", "C2", "G5"), "rank": opt(rank)})),
	},
	framework.KindRole: {
		"constituency": id(framework.KindConstituency), "specialism": opt(oneOf("nursing-informatics", "other")), "level": opt(level),
		"responsibilities": opt(texts), "qualifications": opt(texts), "settings": opt(texts), "nations": opt(choose("GB-ENG", "GB-WLS", "GB-SCT", "GB-NIR")),
		"competencies": opt(items("ref", fields{"ref": id(framework.KindCompetency), "need": opt(oneOf("core", "optional", "optional")), "proficiency": opt(rank)})),
		"progression":  opt(items("to", fields{"to": id(framework.KindRole), "kind": opt(oneOf("upward", "lateral", "crossover")), "note": opt(text)})),
		"resources":    opt(ids(framework.KindResource)),
	},
	framework.KindResource: {
		"kind": oneOf("toolkit", "course", "community", "standard", "guidance"), "url": opt(address), "for": opt(part(fields{
			"constituencies": opt(ids(framework.KindConstituency)), "roles": opt(ids(framework.KindRole)),
			"competencies": opt(ids(framework.KindCompetency)), "levels": opt(ids(framework.KindLevel))})),
	},
}

// opt makes a value that may be left out.
func opt(s shape) shape {
	return func(g *generator, value any) any {
		if value != nil && g.IntN(6) == 0 {
			return nil
		}
		return s(g, value)
	}
}

var words = strings.Fields("must may should not code record review colour behaviour teach never patient ward, data. Keeps required the of and")

func text(g *generator, value any) any {
	old, _ := value.(string)
	list := strings.Fields(old)
	switch n := g.IntN(5); {
	case len(list) == 0:
		return fmt.Sprintf("%s %s %s", g.pick(words), g.pick(words), g.pick(words))
	case n == 0:
		return strings.ToUpper(old[:1]) + old[1:] + "."
	case n == 1 && len(list) > 1:
		list = slices.Delete(list, 0, 1)
	case n == 2:
		list = append(list, g.pick(words))
	default:
		list[g.IntN(len(list))] = g.pick(words)
	}
	return strings.Join(list, " ")
}

func oneOf(values ...string) shape { return func(g *generator, _ any) any { return g.pick(values) } }

func id(kind framework.Kind) shape {
	return func(g *generator, _ any) any { return g.id(kind) }
}

func oneRank(from, to int) shape {
	return func(g *generator, _ any) any { return from + g.IntN(to-from+1) }
}

var (
	rank       = oneRank(0, 9)
	version    = oneOf("0.9.0", "1.0.0", "1.1.0-dev", "2.0.0")
	date       = oneOf("2025-03-31", "2026-01-01", "2026-02-02")
	address    = oneOf("https://example.org/a", "https://example.org/b")
	texts      = many(text)
	unknownIDs = choose("gone-one", "gone-two", "gone-three")
)

func newID(g *generator, value any) any {
	if value != nil && g.IntN(4) > 0 {
		return value
	}
	return fmt.Sprintf("n%d", g.IntN(6))
}

func ids(kind framework.Kind) shape { return many(id(kind)) }

func choose(values ...string) shape { return many(oneOf(values...)) }

// many draws a list of different texts, in any order.
func many(one shape) shape {
	return func(g *generator, value any) any {
		list, _ := value.([]any)
		list = slices.Clone(list)
		at := 0
		if len(list) > 0 {
			at = g.IntN(len(list))
		}
		switch n := g.IntN(5); {
		case n == 0 && len(list) > 1:
			list = slices.Delete(list, at, at+1)
		case n == 1 && len(list) > 1:
			list[0], list[at] = list[at], list[0]
		case n == 2 && len(list) > 0:
			list[at] = one(g, list[at])
		default:
			list = slices.Insert(list, at, one(g, nil))
		}
		seen := map[any]bool{}
		return slices.DeleteFunc(list, func(v any) bool { twice := seen[v]; seen[v] = true; return twice })
	}
}

// part draws a group in which a field or two differ.
func part(of fields) shape {
	return func(g *generator, value any) any {
		old, _ := value.(map[string]any)
		return g.change(old, of)
	}
}

// items draws a list of groups with different keys. TestListedAgain shows what is
// told of those that have one key.
func items(key string, of fields) shape {
	return func(g *generator, value any) any {
		list, _ := value.([]any)
		list = slices.Clone(list)
		if len(list) == 0 {
			return []any{g.change(nil, of)}
		}
		at := g.IntN(len(list))
		switch g.IntN(6) {
		case 0:
			if len(list) > 1 {
				list = slices.Delete(list, at, at+1)
			}
		case 1:
			list[0], list[at] = list[at], list[0]
		case 2:
			list = slices.Insert(list, at, any(g.change(nil, of)))
		default:
			list[at] = g.change(list[at].(map[string]any), of)
		}
		seen := map[any]bool{}
		return slices.DeleteFunc(list, func(v any) bool {
			name := v.(map[string]any)[key]
			twice := seen[name]
			seen[name] = true
			return twice
		})
	}
}

// named draws a group of texts with some of the keys.
func named(keys ...string) shape {
	of := fields{}
	for _, key := range keys {
		of[key] = opt(text)
	}
	return part(of)
}

func evidence(g *generator, value any) any {
	if value == nil || g.IntN(6) == 0 {
		return g.pick([]string{"documented", "inferred", "reconstructed"})
	}
	word := oneOf("documented", "inferred", "reconstructed")
	return part(fields{"title": opt(word), "summary": opt(word), "level": opt(word)})(g, value)
}

func span(g *generator, _ any) any {
	from := g.IntN(5)
	return map[string]any{"from": from, "to": from + g.IntN(3)}
}

func level(g *generator, value any) any {
	if g.IntN(2) == 0 {
		return span(g, value)
	}
	return rank(g, value)
}
