package cli

import (
	"errors"
	"os"
	"path/filepath"
	"testing"

	"github.com/cadre-framework/cadre/check"
	"github.com/cadre-framework/cadre/internal/operand"
)

// TestReleasesShareALimit reads releases that are small one by one and too much
// together.
func TestReleasesShareALimit(t *testing.T) {
	dir := t.TempDir()
	write := func(name, text string) {
		t.Helper()
		if err := errors.Join(os.MkdirAll(filepath.Dir(filepath.Join(dir, name)), 0o777), os.WriteFile(filepath.Join(dir, name), []byte(text), 0o666)); err != nil {
			t.Fatal(err)
		}
	}
	const head = "schemaVersion: 1\nid: demo\ntitle: Demo\nversion: 1.0.0\nlocale: en-GB\n"
	const bundle = `{"framework": {"schemaVersion": 1, "id": "demo", "title": "Demo", "version": "0.1.0", "locale": "en-GB"}}`
	write("framework.yaml", head)
	write("releases/a.json", bundle)
	write("releases/b.json", bundle)
	op, err := operand.Opener{Dir: dir, Limits: &operand.DefaultLimits}.Open(t.Context(), []string{dir})
	if err != nil {
		t.Fatal(err)
	}
	defer op.Close()
	for _, c := range []struct {
		total int64
		over  bool
	}{{2 * int64(len(bundle)), false}, {2*int64(len(bundle)) - 1, true}} {
		limits := check.DefaultLimits
		limits.Total = c.total
		h, err := history(t.Context(), op, check.Options{Limits: &limits})
		var limit *check.LimitError
		if errors.As(err, &limit) != c.over || !c.over && (err != nil || len(h.Releases) != 2) {
			t.Errorf("with room for %d bytes: %d releases, %v", c.total, len(h.Releases), err)
		}
	}
}
