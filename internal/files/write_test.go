package files

import (
	"bytes"
	"errors"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strings"
	"testing"
	"time"
)

// folder opens a new folder with one file in it.
func folder(t *testing.T, name, text string, mode fs.FileMode) (*FS, string) {
	t.Helper()
	dir := t.TempDir()
	path := filepath.Join(dir, filepath.FromSlash(name))
	if err := errors.Join(os.MkdirAll(filepath.Dir(path), 0o777), os.WriteFile(path, []byte(text), 0o666), os.Chmod(path, mode)); err != nil {
		t.Fatal(err)
	}
	fsys, err := Open(dir)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { fsys.Close() })
	return fsys, path
}

// names lists everything in the folder of a file.
func names(t *testing.T, path string) string {
	t.Helper()
	entries, err := os.ReadDir(filepath.Dir(path))
	if err != nil {
		t.Fatal(err)
	}
	var all []string
	for _, e := range entries {
		all = append(all, e.Name())
	}
	return strings.Join(all, " ")
}

func TestWriteFile(t *testing.T) {
	fsys, path := folder(t, "roles/a.yaml", "old", 0o662)
	if err := fsys.WriteFile("roles/a.yaml", []byte("old"), []byte("new text")); err != nil {
		t.Fatal(err)
	}
	data, err := os.ReadFile(path)
	info, statErr := os.Stat(path)
	if err := errors.Join(err, statErr); err != nil {
		t.Fatal(err)
	}
	if string(data) != "new text" || names(t, path) != "a.yaml" {
		t.Errorf("the file holds %q, the folder %s", data, names(t, path))
	}
	if runtime.GOOS != "windows" && info.Mode().Perm() != 0o662 {
		t.Errorf("the mode became %v", info.Mode())
	}
}

// TestWriteFileRefuses leaves alone what is not as it was read.
func TestWriteFileRefuses(t *testing.T) {
	fsys, path := folder(t, "a.yaml", "edited", 0o666)
	for _, old := range []string{"before", "longer than it is", ""} {
		if err := fsys.WriteFile("a.yaml", []byte(old), []byte("new")); !errors.Is(err, ErrChanged) || !strings.Contains(err.Error(), "a.yaml") {
			t.Errorf("%q: %v", old, err)
		}
	}
	for _, name := range []string{"none.yaml", "../a.yaml", ".", "up.yaml"} {
		if name == "up.yaml" && os.Symlink("a.yaml", filepath.Join(filepath.Dir(path), name)) != nil {
			continue // this machine has no links
		}
		if err := fsys.WriteFile(name, []byte("edited"), []byte("new")); err == nil {
			t.Errorf("%s was written", name)
		}
	}
	if data, err := os.ReadFile(path); string(data) != "edited" || err != nil || strings.Contains(names(t, path), "tmp") {
		t.Errorf("the file holds %q, %v, the folder %s", data, err, names(t, path))
	}
}

// TestWriteFileTouchesNothing keeps the time of a file that would not change.
func TestWriteFileTouchesNothing(t *testing.T) {
	fsys, path := folder(t, "a.yaml", "same", 0o666)
	then := time.Unix(1_000_000_000, 0)
	if err := os.Chtimes(path, then, then); err != nil {
		t.Fatal(err)
	}
	if err := fsys.WriteFile("a.yaml", []byte("same"), []byte("same")); err != nil {
		t.Fatal(err)
	}
	if info, err := os.Stat(path); err != nil || !info.ModTime().Equal(then) {
		t.Errorf("the file was written: %v, %v", info.ModTime(), err)
	}
}

// childFolder names the folder that the child process of TestKill writes to.
const childFolder = "CADRE_TEST_WRITES_IN"

// TestKill stops a process that writes without pause, again and again, and finds
// every file whole.
func TestKill(t *testing.T) {
	texts := [][]byte{bytes.Repeat([]byte("first\n"), 100_000), bytes.Repeat([]byte("second\n"), 90_000)}
	if dir := os.Getenv(childFolder); dir != "" {
		writeForEver(t, dir, texts)
	}
	self, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	_, path := folder(t, "a.yaml", string(texts[0]), 0o666)
	seen := map[string]int{}
	for i := range 20 {
		child := exec.Command(self, "-test.run=^TestKill$")
		child.Env = append(os.Environ(), childFolder+"="+filepath.Dir(path))
		ready, err := child.StdoutPipe()
		if err := errors.Join(err, child.Start()); err != nil {
			t.Fatal(err)
		}
		if _, err := ready.Read(make([]byte, 1)); err != nil {
			t.Fatal(err)
		}
		time.Sleep(time.Duration(i*i) * 200 * time.Microsecond)
		killed := child.Process.Kill()
		if err := child.Wait(); runtime.GOOS != "windows" && child.ProcessState.Exited() {
			t.Fatalf("the child ended by itself: %v", err)
		}
		data, err := os.ReadFile(path)
		if err := errors.Join(killed, err); err != nil {
			t.Fatal(err)
		}
		switch {
		case bytes.Equal(data, texts[0]):
			seen["first"]++
		case bytes.Equal(data, texts[1]):
			seen["second"]++
		default:
			t.Fatalf("after kill %d the file holds %d bytes that nobody wrote as a whole", i, len(data))
		}
	}
	t.Logf("left with %v; in the folder: %s", seen, names(t, path))
}

// writeForEver is the child: it replaces one text by the other until it is
// killed.
func writeForEver(t *testing.T, dir string, texts [][]byte) {
	fsys, err := Open(dir)
	if err != nil {
		t.Fatal(err)
	}
	now, err := fs.ReadFile(fsys, "a.yaml")
	if err != nil {
		t.Fatal(err)
	}
	os.Stdout.WriteString(".")
	for {
		next := texts[0]
		if bytes.Equal(now, next) {
			next = texts[1]
		}
		if err := fsys.WriteFile("a.yaml", now, next); err != nil {
			t.Fatal(err)
		}
		now = next
	}
}
