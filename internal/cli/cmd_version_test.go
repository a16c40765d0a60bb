package cli

import (
	"encoding/json"
	"runtime/debug"
	"strings"
	"testing"

	"github.com/cadre-framework/cadre/report"
	"github.com/cadre-framework/cadre/schema"
)

// TestBuilt holds what a build says of itself to the schema, with and without
// version control.
func TestBuilt(t *testing.T) {
	vcs := []debug.BuildSetting{
		{Key: "vcs.revision", Value: strings.Repeat("0a", 20)},
		{Key: "vcs.time", Value: "2026-01-31T12:00:00Z"},
		{Key: "vcs.modified", Value: "true"},
	}
	for _, c := range []struct {
		name, version string
		settings      []debug.BuildSetting
		ok            bool
		want, text    string
	}{
		{"a tag", "v1.2.3", vcs, true, `"version": "v1.2.3", "commit": "` + vcs[0].Value + `", "date": "2026-01-31T12:00:00Z", "modified": true, "go": "go`, "cadre v1.2.3\n"},
		{"a work tree", "(devel)", nil, true, `{"version": "devel", "go": "go`, "cadre devel\n"},
		{"no information", "", nil, false, `{"version": "devel", "go": "go`, "cadre devel\n"},
	} {
		v := built(&debug.BuildInfo{Main: debug.Module{Version: c.version}, Settings: c.settings}, c.ok)
		if got := render(t, v, "text"); got != c.text {
			t.Errorf("%s: the text is %q, want %q", c.name, got, c.text)
		}
		out := render(t, v, "json")
		if got := strings.Join(strings.Fields(out), " "); !strings.Contains(strings.ReplaceAll(got, "{ ", "{"), c.want) {
			t.Errorf("%s: got %s, want %s", c.name, got, c.want)
		}
		var value any
		if err := json.Unmarshal([]byte(out), &value); err != nil {
			t.Fatal(err)
		}
		if violations, err := schema.Check("version", value); err != nil || len(violations) > 0 {
			t.Errorf("%s: %v %v", c.name, violations, err)
		}
	}
}

func render(t *testing.T, v *report.Build, format string) string {
	t.Helper()
	var b strings.Builder
	if err := v.Write(&b, format, report.Options{}); err != nil {
		t.Fatal(err)
	}
	return b.String()
}
