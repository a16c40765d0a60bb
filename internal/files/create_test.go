package files

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

func TestCreateFile(t *testing.T) {
	fsys, path := folder(t, "a.yaml", "old", 0o666)
	dir := filepath.Dir(path)
	if err := fsys.CreateFile("releases/b.json", []byte("new")); err != nil {
		t.Fatal(err)
	}
	made := filepath.Join(dir, "releases", "b.json")
	if data, err := os.ReadFile(made); string(data) != "new" || err != nil || names(t, made) != "b.json" {
		t.Errorf("the file holds %q, %v, the folder %s", data, err, names(t, made))
	}
	if err := fsys.Remove("releases/b.json"); err != nil || names(t, made) != "" {
		t.Errorf("removed with %v, the folder holds %s", err, names(t, made))
	}
	if err := fsys.Remove("releases/b.json"); err == nil || !strings.Contains(err.Error(), "releases/b.json") {
		t.Errorf("removed twice: %v", err)
	}
}

// TestCreateFileRefuses never takes the place of anything, nor leaves the folder.
func TestCreateFileRefuses(t *testing.T) {
	fsys, path := folder(t, "a.yaml", "old", 0o666)
	dir := filepath.Dir(path)
	if err := os.Symlink("nowhere", filepath.Join(dir, "link.json")); err == nil {
		if err := fsys.CreateFile("link.json", []byte("new")); !errors.Is(err, fs.ErrExist) {
			t.Errorf("in the place of a link: %v", err)
		}
		if err := os.Symlink(t.TempDir(), filepath.Join(dir, "out")); err != nil {
			t.Fatal(err)
		}
		if err := fsys.CreateFile("out/b.json", []byte("new")); err == nil {
			t.Error("a file was written behind a link that leads out")
		}
	}
	if err := fsys.CreateFile("a.yaml", []byte("new")); !errors.Is(err, fs.ErrExist) || !strings.Contains(err.Error(), "a.yaml") {
		t.Errorf("over a file: %v", err)
	}
	for _, name := range []string{"../b.json", "/b.json", "", "a.yaml/b.json"} {
		if err := fsys.CreateFile(name, []byte("new")); err == nil {
			t.Errorf("%q was written", name)
		}
	}
	if data, err := os.ReadFile(path); string(data) != "old" || err != nil || strings.Contains(names(t, path), "tmp") {
		t.Errorf("the file holds %q, %v, the folder %s", data, err, names(t, path))
	}
}
