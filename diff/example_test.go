package diff_test

import (
	"fmt"

	"github.com/cadre-framework/cadre/diff"
	"github.com/cadre-framework/cadre/framework"
	"github.com/cadre-framework/cadre/source"
)

// Two versions are compared as models; check.Run makes them from files.
func Example() {
	version := func(text string) *framework.Framework {
		doc, _ := source.Parse(&source.File{Path: "careers.json", Text: text}, source.BundleLimits)
		return framework.Build([]*source.Document{doc}, nil, framework.BundleLayout("careers.json"))
	}
	old := version(`{"framework": {"id": "careers", "version": "1.0.0"}, "roles": [{"id": "clerk", "title": "Clerk", "level": 2}]}`)
	new := version(`{"framework": {"id": "careers", "version": "1.0.1"}, "roles": [{"id": "clerk", "title": "Clerk", "level": 3}]}`)

	result := diff.Compare(old, new, diff.Options{})
	for _, c := range result.Changes {
		fmt.Println(c.Impact, c.Subject.Title, c.Message)
	}
	fmt.Println("required:", result.Bump.Required, "declared:", result.Bump.Declared, "ok:", result.Bump.OK)
	// Output:
	// none  the version changed from 1.0.0 to 1.0.1
	// major Clerk level raised from 2 to 3
	// required: major declared: patch ok: false
}
