package operand

import (
	"errors"
	"fmt"
	"io/fs"
	"strings"
	"testing"

	"github.com/cadre-framework/cadre/source"
)

// TestLargeTexts leaves out what is too large for anybody, and counts a text for
// each of its names.
func TestLargeTexts(t *testing.T) {
	dir := newRepository(t)
	size := source.FileLimits.Bytes + 1
	write(t, dir, map[string]string{"fw/roles/large.yaml": strings.Repeat("#", int(size))})
	inGit(t, dir, "add", ".")
	inGit(t, dir, "commit", "-q", "-m", "large")
	limits := DefaultLimits
	limits.Git = size
	op, err := Opener{Dir: dir, Limits: &limits}.Open(t.Context(), []string{"git:HEAD"})
	if err != nil {
		t.Fatal(err)
	}
	if info, err := fs.Stat(op.FS, "roles/large.yaml"); err != nil || info.Size() != size {
		t.Errorf("%v, %v", info, err)
	}
	if text, err := fs.ReadFile(op.FS, "roles/large.yaml"); err != nil || int64(len(text)) != size || strings.Contains(string(text), "#") {
		t.Errorf("%d bytes, %v", len(text), err)
	}
	for i := range 20 {
		write(t, dir, map[string]string{fmt.Sprintf("fw/roles/%d.yaml", i): strings.Repeat("a", 1000)})
	}
	inGit(t, dir, "add", ".")
	inGit(t, dir, "commit", "-q", "-m", "many")
	for want, change := range map[string]func(*Limits){
		"bytes of all files (10000)":             func(l *Limits) { l.Bytes = 10_000 },
		"number of data files in a revision (8)": func(l *Limits) { l.Entries = 2 },
	} {
		limits := DefaultLimits
		change(&limits)
		_, err := Opener{Dir: dir, Limits: &limits}.Open(t.Context(), []string{"git:HEAD"})
		var limit *LimitError
		if !errors.As(err, &limit) || !strings.Contains(err.Error(), "exceeds the limit "+want) {
			t.Errorf("%s: %v", want, err)
		}
	}
}
