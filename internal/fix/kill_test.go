package fix

import (
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strings"
	"testing"
	"time"

	"github.com/cadre-framework/cadre/check"
	"github.com/cadre-framework/cadre/internal/files"
)

// childFolder names the folder that the child process of TestKill repairs.
const childFolder = "CADRE_TEST_REPAIRS_IN"

// sound is competency i without a defect, and defective the same with one.
func sound(i int) string {
	return fmt.Sprintf("id: c%d\ntitle: C%d\nrelated:\n  - hub\n", i, i)
}
func defective(i int) string { return sound(i) + "  - hub\n" }

// TestKill stops a process that repairs a framework, again and again, and finds
// every file whole: as it was, or repaired.
func TestKill(t *testing.T) {
	if dir := os.Getenv(childFolder); dir != "" {
		repairForEver(t, dir)
	}
	self, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	dir := t.TempDir()
	for i := range 40 {
		write(t, dir, fmt.Sprintf("competencies/c%d.yaml", i), defective(i))
	}
	write(t, dir, "competencies/hub.yaml", "id: hub\ntitle: Hub\n")
	write(t, dir, "framework.yaml", string(small("")["framework.yaml"].Data))
	mixed := 0
	for i := range 20 {
		child := exec.Command(self, "-test.run=^TestKill$")
		child.Env = append(os.Environ(), childFolder+"="+dir)
		ready, err := child.StdoutPipe()
		if err := errors.Join(err, child.Start()); err != nil {
			t.Fatal(err)
		}
		if _, err := ready.Read(make([]byte, 1)); err != nil {
			t.Fatal(err)
		}
		time.Sleep(time.Duration(i*7) * time.Millisecond)
		if err := child.Process.Kill(); err != nil {
			t.Fatal(err)
		}
		if err := child.Wait(); runtime.GOOS != "windows" && child.ProcessState.Exited() {
			t.Fatalf("the child ended by itself: %v", err)
		}
		if n := repairedFiles(t, dir); n > 0 && n < 40 {
			mixed++
		}
	}
	t.Logf("%d of 20 kills came in the middle of writing", mixed)
}

// repairedFiles counts the competencies that are repaired, and fails for one that
// is neither that nor as it was.
func repairedFiles(t *testing.T, dir string) int {
	t.Helper()
	n := 0
	for i := range 40 {
		data, err := os.ReadFile(filepath.Join(dir, "competencies", fmt.Sprintf("c%d.yaml", i)))
		switch {
		case err != nil:
			t.Fatal(err)
		case string(data) == sound(i):
			n++
		case string(data) != defective(i):
			t.Fatalf("c%d.yaml was left in pieces: %q", i, data)
		}
	}
	return n
}

// repairForEver is the child: it repairs the framework and plants the defects
// again, until it is killed.
func repairForEver(t *testing.T, dir string) {
	fsys, err := files.Open(dir)
	if err != nil {
		t.Fatal(err)
	}
	os.Stdout.WriteString(".")
	for {
		outcome, err := Run(t.Context(), fsys, check.Options{})
		if err == nil {
			err = outcome.Write(fsys)
		}
		if err != nil {
			t.Fatal(err)
		}
		for i := range 40 {
			if err := fsys.WriteFile(fmt.Sprintf("competencies/c%d.yaml", i), []byte(sound(i)), []byte(defective(i))); err != nil {
				t.Fatal(err)
			}
		}
	}
}

func write(t *testing.T, dir, name, text string) {
	t.Helper()
	path := filepath.Join(dir, filepath.FromSlash(name))
	if err := errors.Join(os.MkdirAll(filepath.Dir(path), 0o777), os.WriteFile(path, []byte(text), 0o666)); err != nil {
		t.Fatal(err)
	}
}

// TestWrite leaves alone a file that was edited while it was repaired.
func TestWrite(t *testing.T) {
	dir := t.TempDir()
	for name, file := range small(secondText) {
		write(t, dir, name, string(file.Data))
	}
	fsys, err := files.Open(dir)
	if err != nil {
		t.Fatal(err)
	}
	defer fsys.Close()
	outcome, err := Run(t.Context(), fsys, check.Options{})
	if err != nil {
		t.Fatal(err)
	}
	write(t, dir, "competencies/first.yaml", "edited")
	if err := outcome.Write(fsys); !errors.Is(err, files.ErrChanged) || !strings.Contains(err.Error(), "competencies/first.yaml") {
		t.Errorf("writing over an edited file: %v", err)
	}
	if data, err := os.ReadFile(filepath.Join(dir, "competencies", "first.yaml")); string(data) != "edited" || err != nil {
		t.Errorf("it holds %q, %v", data, err)
	}
}
