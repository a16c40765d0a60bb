package operand

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

func TestWithin(t *testing.T) {
	part := within([]string{"roles/im", "levels/one.yaml"})
	for path, want := range map[string]bool{
		"roles/im/a.yaml": true, "roles/im": true, "roles/im-other/a.yaml": false, "levels/one.yaml": true, "levels/one.yaml.yaml": false,
	} {
		if part(path) != want {
			t.Errorf("within(%q) is %v", path, !want)
		}
	}
}

// endless is a standard input that never ends.
type endless struct{ read int }

func (e *endless) Read(p []byte) (int, error) {
	for i := range p {
		p[i] = '{'
	}
	e.read += len(p)
	return len(p), nil
}

// TestStdinIsBounded reads one byte beyond the limit and no more, so that the
// check can tell that there was more.
func TestStdinIsBounded(t *testing.T) {
	in := &endless{}
	op, err := Opener{Stdin: in, MaxBundle: 1000}.Open(t.Context(), []string{Stdin})
	if err != nil {
		t.Fatal(err)
	}
	data, err := fs.ReadFile(op.FS, op.Layout.Bundle)
	if err != nil || len(data) != 1001 || in.read > 100_000 {
		t.Errorf("%d bytes, %d read, %v", len(data), in.read, err)
	}
	for _, text := range []string{"", " \n", "a: b\n", "[]", "\ufeff"} {
		if _, err := (Opener{Stdin: strings.NewReader(text), MaxBundle: 1000}).Open(t.Context(), []string{Stdin}); !errors.Is(err, ErrUsage) {
			t.Errorf("%q on standard input: %v", text, err)
		}
	}
}

// TestBundles finds bundles by what they hold, wherever and however they lie.
func TestBundles(t *testing.T) {
	dir := t.TempDir()
	const good = `{"roles": [{"a": [1]}], "framework": {}}`
	for name, text := range map[string]string{
		"good.json": good, "mark.json": "\ufeff" + good, "capitals.JSON": good, "late.json": `{"framework": {},,}`, "early.json": `{roles: []}`,
		"list.json": "[]", "none.json": `{"roles": []}`, "inside/framework.json": good, "notes.txt": good,
	} {
		path := filepath.Join(dir, filepath.FromSlash(name))
		if err := errors.Join(os.MkdirAll(filepath.Dir(path), 0o777), os.WriteFile(path, []byte(text), 0o666)); err != nil {
			t.Fatal(err)
		}
	}
	for arg, want := range map[string]string{
		"good.json": "good.json", "mark.json": "mark.json", "capitals.JSON": "capitals.JSON", "late.json": "late.json", "early.json": "early.json",
		"inside": "framework.json", "inside/framework.json": "framework.json", "list.json": "", "none.json": "", "notes.txt": "", "": "",
	} {
		op, err := Opener{Dir: dir}.Open(t.Context(), []string{arg})
		if (err == nil) != (want != "") {
			t.Errorf("%q: %v", arg, err)
			continue
		}
		if err == nil {
			if op.Layout.Bundle != want {
				t.Errorf("%q is the bundle %q", arg, op.Layout.Bundle)
			}
			op.Close()
		}
	}
}

// TestPaths names files from where the command runs, and from the repository.
func TestPaths(t *testing.T) {
	dir := t.TempDir()
	for _, folder := range []string{".git", "a/fw", "a/b"} {
		if err := os.MkdirAll(filepath.Join(dir, filepath.FromSlash(folder)), 0o777); err != nil {
			t.Fatal(err)
		}
	}
	if err := os.WriteFile(filepath.Join(dir, "a", "fw", "framework.yaml"), nil, 0o666); err != nil {
		t.Fatal(err)
	}
	for _, test := range []struct{ from, arg, name, near, path, root, directory string }{
		{".", "a/fw", "a/fw", "a/fw/x", "a/fw/x", ".", "."},
		{"a", "fw", "fw", "fw/x", "a/fw/x", "..", "a"},
		{"a/b", "../fw", "../fw", "../fw/x", "a/fw/x", "../..", "a/b"},
		{"a/fw", ".", "fw", "x", "a/fw/x", "../..", "a/fw"},
	} {
		op, err := Opener{Dir: filepath.Join(dir, filepath.FromSlash(test.from))}.Open(t.Context(), []string{test.arg})
		if err != nil {
			t.Fatal(err)
		}
		got := [5]string{op.Name, op.Near("x"), op.Path("x"), op.Root, op.Directory}
		if want := [5]string{test.name, test.near, test.path, test.root, test.directory}; got != want {
			t.Errorf("%s from %s: %q, want %q", test.arg, test.from, got, want)
		}
		op.Close()
	}
}
