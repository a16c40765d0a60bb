package testkit

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// Pair is a case with two sides: a small framework before and after.
type Pair struct {
	Kind     string            // what the case is about, from its folder
	Name     string            // the file's name without its ending
	Note     string            // the sentence that says what it shows
	Old, New map[string]string // the data files by slash-separated path

	path    string
	comment string
	inputs  []entry
	want    string
}

// readPair reads a case from <dir>/<kind>/<name>.txtar.
func readPair(t testing.TB, path string) *Pair {
	t.Helper()
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	p := &Pair{
		Kind: filepath.Base(filepath.Dir(path)), Name: strings.TrimSuffix(filepath.Base(path), ".txtar"),
		Old: map[string]string{}, New: map[string]string{}, path: path,
	}
	var entries []entry
	p.comment, entries = parse(string(data))
	if p.Note = strings.TrimSpace(p.comment); !strings.HasSuffix(p.Note, ".") {
		t.Errorf("%s: the case does not open with a sentence that says what it shows", path)
	}
	for _, e := range entries {
		if err := p.take(e); err != "" {
			t.Fatalf("%s: %s: %s", path, e.name, err)
		}
	}
	if len(p.Old) == 0 || len(p.New) == 0 {
		t.Errorf("%s: the case has not two sides", path)
	}
	return p
}

// take adds an entry to the side that its name begins with; it returns what is
// wrong with it.
func (p *Pair) take(e entry) string {
	name, text, err := e.decoded()
	if err != nil {
		return err.Error()
	}
	if name == wantName {
		p.want = text
		return ""
	}
	for prefix, files := range map[string]map[string]string{"old/": p.Old, "new/": p.New} {
		rest, ok := strings.CutPrefix(name, prefix)
		if !ok {
			continue
		}
		if _, twice := files[rest]; twice {
			return "it stands twice"
		}
		files[rest] = text
		p.inputs = append(p.inputs, e)
		return ""
	}
	return "it belongs to neither old/ nor new/"
}

// Pairs returns the cases with two sides below a folder, by path; it fails the test
// when there is none.
func Pairs(t testing.TB, dir string) []*Pair {
	t.Helper()
	paths, err := filepath.Glob(filepath.Join(dir, "*", "*.txtar"))
	if err != nil || len(paths) == 0 {
		t.Fatalf("no cases below %s: %v", dir, err)
	}
	var all []*Pair
	for _, path := range paths {
		all = append(all, readPair(t, path))
	}
	return all
}

// RunPairs runs every case with two sides below a folder as a subtest: what the
// function says of it is what the case wants.
func RunPairs(t *testing.T, dir string, tell func(t testing.TB, p *Pair) string) {
	t.Helper()
	for _, p := range Pairs(t, dir) {
		t.Run(p.Kind+"/"+p.Name, func(t *testing.T) {
			got := tell(t, p)
			if *update {
				p.write(t, got)
			} else if diff := cmp.Diff(p.want, got); diff != "" {
				t.Errorf("%s: what is told differs from what is wanted (-want +got):\n%s", p.Note, diff)
			}
		})
	}
}

// CheckPairs proves that every id has a case with two sides, and that no folder of
// cases is without its id.
func CheckPairs(t testing.TB, dir string, ids []string) {
	t.Helper()
	shown := map[string]bool{}
	for _, p := range Pairs(t, dir) {
		if shown[p.Kind] = true; !slices.Contains(ids, p.Kind) {
			t.Errorf("%s belongs to nothing that is known", p.path)
		}
	}
	for _, id := range ids {
		if !shown[id] {
			t.Errorf("%s has no case", filepath.Join(dir, id))
		}
	}
}

// write stores the case with what was told as what is wanted.
func (p *Pair) write(t testing.TB, want string) {
	t.Helper()
	entries := append(slices.Clone(p.inputs), encoded(wantName, want))
	if err := os.WriteFile(p.path, []byte(format(p.comment, entries)), 0o644); err != nil {
		t.Fatal(err)
	}
}
