//go:build unix

package check_test

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"github.com/cadre-framework/cadre/check"
	"github.com/cadre-framework/cadre/internal/files"
)

// TestHostileFolder runs over what a folder may hold besides framework data.
func TestHostileFolder(t *testing.T) {
	dir := t.TempDir()
	write := func(name, text string) {
		t.Helper()
		path := filepath.Join(dir, name)
		if err := errors.Join(os.MkdirAll(filepath.Dir(path), 0o777), os.WriteFile(path, []byte(text), 0o666)); err != nil {
			t.Fatal(err)
		}
	}
	write("framework.yaml", "schemaVersion: 1\nid: demo\ntitle: Demo\nversion: 1.0.0\nlocale: en-GB\nlicence: CC-BY-4.0\npublisher: Demo\n")
	write("README.md", "# Demo\n")
	write("roles/binary.yaml", "\x7fELF\x00\x01\x02")
	write("roles/large.yaml", strings.Repeat("# five megabytes\n", 5<<20/17))
	write("roles/empty.yaml", "")
	write("roles/dir.yaml/x.txt", "a folder with the name of a file")
	for _, link := range []struct{ to, name string }{{".", "loop"}, {"self.yaml", "self.yaml"}, {"/etc/passwd", "roles/passwd.yaml"}, {"README.md", "LICENCE.md"}} {
		if err := os.Symlink(link.to, filepath.Join(dir, link.name)); err != nil {
			t.Fatal(err)
		}
	}
	if err := syscall.Mkfifo(filepath.Join(dir, "roles/pipe.yaml"), 0o666); err != nil {
		t.Fatal(err)
	}
	fsys, err := files.Open(dir)
	if err != nil {
		t.Fatal(err)
	}
	defer fsys.Close()
	ctx, stop := context.WithTimeout(t.Context(), 20*time.Second)
	defer stop()
	result, _, err := check.Run(ctx, fsys, check.Options{})
	if err != nil {
		t.Fatal(err)
	}
	want := []string{
		"loop:1:1 warning syntax/not-a-regular-file",
		"roles/binary.yaml:1:5 error syntax/encoding",
		"roles/empty.yaml:1:1 error syntax/invalid-yaml",
		"roles/large.yaml:1:1 error syntax/too-large",
		"roles/passwd.yaml:1:1 warning syntax/not-a-regular-file",
		"roles/pipe.yaml:1:1 warning syntax/not-a-regular-file",
		"self.yaml:1:1 warning syntax/not-a-regular-file",
	}
	if diff := cmp.Diff(want, lines(result)); diff != "" {
		t.Errorf("(-want +got)\n%s", diff)
	}
}
