package diff

import (
	"reflect"
	"strings"
	"testing"

	"github.com/cadre-framework/cadre/framework"
	"github.com/cadre-framework/cadre/schema"
)

// TestEveryFieldIsClaimed holds that each field of each kind of entity belongs to
// exactly one family, so that no difference can go unnoticed.
func TestEveryFieldIsClaimed(t *testing.T) {
	claims := map[string]int{}
	for _, f := range families {
		claims[string(f.subject)+"."+f.field]++
	}
	known := map[string]bool{}
	for _, kind := range framework.Kinds() {
		for _, key := range schema.Keys(string(kind)) {
			known["."+key], known[string(kind)+"."+key] = true, true
			if key == "id" {
				continue // entities are matched by it
			}
			if n := claims["."+key] + claims[string(kind)+"."+key]; n != 1 {
				t.Errorf("%s.%s is claimed by %d families, want 1", kind, key, n)
			}
		}
	}
	for claim := range claims {
		if !known[claim] {
			t.Errorf("a family claims %q, which is no field", claim)
		}
	}
}

// TestTheModelHasNoOtherField holds that the model reads nothing but the fields of
// the schemas, which the families claim.
func TestTheModelHasNoOtherField(t *testing.T) {
	unlike := map[string]string{"ScaleKind": "kind", "CompetencyKind": "kind", "ResourceKind": "kind", "Deprecation": "deprecated", "Ref": "id"}
	for kind, entity := range map[framework.Kind]any{
		framework.KindFramework: framework.Framework{}, framework.KindScale: framework.Scale{}, framework.KindLevel: framework.Level{},
		framework.KindConstituency: framework.Constituency{}, framework.KindCompetency: framework.Competency{},
		framework.KindRole: framework.Role{}, framework.KindResource: framework.Resource{},
	} {
		keys := map[string]bool{}
		for _, key := range schema.Keys(string(kind)) {
			keys[strings.ToLower(key)] = true
		}
		for _, field := range reflect.VisibleFields(reflect.TypeOf(entity)) {
			name := field.Name
			if other, ok := unlike[name]; ok {
				name = other
			}
			if direct := len(field.Index) == 1 || len(field.Index) == 2 && name != "Kind" && name != "ID"; !direct || !field.IsExported() || name == "Entity" || isListOfEntities(kind, name) {
				continue
			}
			if !keys[strings.ToLower(name)] {
				t.Errorf("the model of a %s has the field %s, which is in no schema", kind, field.Name)
			}
		}
	}
}

// isListOfEntities reports whether a field of the framework holds other entities,
// or says something of the whole.
func isListOfEntities(kind framework.Kind, name string) bool {
	switch name {
	case "Scales", "Levels", "Constituencies", "Competencies", "Roles", "Resources", "Unclassified", "Whole":
		return kind == framework.KindFramework
	}
	return false
}
