package operand

import (
	"archive/zip"
	"bytes"
	"io/fs"
	"os"
	"path/filepath"
	"testing"
)

// TestAround reads what lies around a framework, and nothing where there is
// nothing.
func TestAround(t *testing.T) {
	dir := t.TempDir()
	var packed bytes.Buffer
	z := zip.NewWriter(&packed)
	for _, name := range []string{"top/.cadre.yaml", "top/a/fw/framework.yaml", "top/a/fw/.cadre/baseline.json"} {
		w, err := z.Create(name)
		if err != nil {
			t.Fatal(err)
		}
		if _, err := w.Write([]byte("in " + name)); err != nil {
			t.Fatal(err)
		}
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	for name, text := range map[string]string{
		"repo/.git/HEAD": "", "repo/.cadre.yaml": "in repo", "repo/a/fw/framework.yaml": "", "repo/x/y": "",
		"outside.txt": "secret", "plain/framework.yaml": "", "plain/.cadre.yaml": "in plain", "old.zip": packed.String(),
	} {
		file := filepath.Join(dir, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(file), 0o777); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(file, []byte(text), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	for _, test := range []struct{ from, arg, framework, file, called, text string }{
		{"repo/x", "../a/fw", "a/fw", ".cadre.yaml", "../.cadre.yaml", "in repo"},
		{"repo/a/fw", ".", "a/fw", ".cadre.yaml", "../../.cadre.yaml", "in repo"},
		{".", "plain", ".", ".cadre.yaml", "plain/.cadre.yaml", "in plain"},
		{".", "old.zip", "top/a/fw", "top/.cadre.yaml", "old.zip/top/.cadre.yaml", "in top/.cadre.yaml"},
		{".", "old.zip", "top/a/fw", "top/a/fw/.cadre/baseline.json", "old.zip/top/a/fw/.cadre/baseline.json", "in top/a/fw/.cadre/baseline.json"},
	} {
		op, err := Opener{Dir: filepath.Join(dir, filepath.FromSlash(test.from))}.Open(t.Context(), []string{test.arg})
		if err != nil {
			t.Fatal(err)
		}
		around, ok, err := op.Around(t.Context())
		if err != nil || !ok {
			t.Fatal(test.arg, ok, err)
		}
		data, err := fs.ReadFile(around.FS, test.file)
		if err != nil || string(data) != test.text || around.Framework != test.framework || around.Call(test.file) != test.called {
			t.Errorf("%s from %s: %q, %v, framework %s, called %s", test.arg, test.from, data, err, around.Framework, around.Call(test.file))
		}
		for _, name := range []string{"../outside.txt", "nowhere", "/etc/passwd"} {
			if data, err := fs.ReadFile(around.FS, name); err == nil {
				t.Errorf("%s: %s is there: %q", test.arg, name, data)
			}
		}
		if err := op.Close(); err != nil {
			t.Error(err)
		}
		if _, err := fs.ReadFile(around.FS, test.file); err == nil && test.arg != "old.zip" {
			t.Errorf("%s is still open", test.arg)
		}
	}
	if _, ok, err := embedded().Around(t.Context()); ok || err != nil {
		t.Error("something lies around the framework that ships:", ok, err)
	}
}
