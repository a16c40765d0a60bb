//go:build unix

package files

import (
	"io/fs"
	"os"
	"path/filepath"
	"syscall"
	"testing"
	"time"
)

// TestOpenRefuses opens what is no file or leads out of the folder, and must
// come back at once.
func TestOpenRefuses(t *testing.T) {
	dir := t.TempDir()
	if err := syscall.Mkfifo(filepath.Join(dir, "pipe"), 0o666); err != nil {
		t.Fatal(err)
	}
	for _, link := range [][2]string{{"/etc/passwd", "passwd"}, {"..", "up"}} {
		if err := os.Symlink(link[0], filepath.Join(dir, link[1])); err != nil {
			t.Fatal(err)
		}
	}
	if err := os.WriteFile(filepath.Join(dir, "file"), []byte("text"), 0o666); err != nil {
		t.Fatal(err)
	}
	fsys, err := Open(dir)
	if err != nil {
		t.Fatal(err)
	}
	defer fsys.Close()
	done := make(chan error)
	for _, name := range []string{"pipe", "passwd", "up", "../x", "/etc/passwd"} {
		go func() {
			f, err := fsys.Open(name)
			if err == nil {
				f.Close()
			}
			done <- err
		}()
		select {
		case err := <-done:
			if err == nil {
				t.Errorf("%s was opened", name)
			}
		case <-time.After(10 * time.Second):
			t.Fatalf("opening %s does not come back", name)
		}
	}
	if data, err := fs.ReadFile(fsys, "file"); err != nil || string(data) != "text" {
		t.Errorf("file: %q, %v", data, err)
	}
}
