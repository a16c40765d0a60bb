package operand

import (
	"io"
	"io/fs"
	"path/filepath"
	"regexp"
	"strings"

	"github.com/cadre-framework/cadre/internal/files"
	"github.com/cadre-framework/cadre/internal/text"
)

// Bounds of what is read of a repository to give advice.
const (
	mostRefs     = 10_000
	longestRefs  = 4 << 20 // bytes of packed-refs
	longestSetup = 1 << 20 // bytes of config
)

// refKinds are the folders of references, which a short name leaves out.
var refKinds = []string{"refs/heads/", "refs/tags/", "refs/remotes/"}

// originSection opens what the configuration of a repository says of its origin.
var originSection = regexp.MustCompile(`(?mi)^[ \t]*\[remote "origin"\]`)

// shortRefs returns the short names of branches and tags, as the files of the
// repository tell. They serve for advice only, so what cannot be read is left
// out.
func (g *git) shortRefs() []string {
	dir, err := files.Open(g.common())
	if err != nil {
		return nil
	}
	defer dir.Close()
	var found []string
	add := func(ref string) {
		for _, kind := range refKinds {
			if short, ok := strings.CutPrefix(ref, kind); ok && !strings.HasSuffix(short, "/HEAD") && checkRef(short) == nil && len(found) < mostRefs {
				found = append(found, short)
			}
		}
	}
	looked := 0
	walk := func(name string, d fs.DirEntry, err error) error {
		if looked++; looked > mostRefs {
			return fs.SkipAll
		}
		if err == nil && d.Type().IsRegular() {
			add(name)
		}
		return nil // a folder that cannot be read is left out
	}
	if err := fs.WalkDir(dir, "refs", walk); err != nil {
		return nil
	}
	packed, _ := head(dir, "packed-refs", longestRefs)
	for line := range strings.Lines(packed) {
		if _, ref, ok := strings.Cut(strings.TrimSpace(line), " "); ok {
			add(ref)
		}
	}
	return found
}

// likely returns the revision that was meant by a name that is none: the branch of
// origin that is called so, which is certain, or a name that is near.
func (g *git) likely(name string) (short string, certain bool) {
	short, found := "", false
	names := g.shortRefs()
	for _, n := range names {
		if n == "origin/"+name {
			return n, true
		}
	}
	if short, found = text.Nearest(name, names); found {
		return short, false
	}
	return "", false
}

// hasOrigin reports whether there is anything to fetch from. A configuration that
// cannot be read is taken to name it.
func (g *git) hasOrigin() bool {
	dir, err := files.Open(g.common())
	if err != nil {
		return true
	}
	defer dir.Close()
	setup, ok := head(dir, "config", longestSetup)
	return !ok || originSection.MatchString(setup)
}

// head reads the beginning of a file.
func head(dir *files.FS, name string, most int64) (string, bool) {
	f, err := dir.Open(name)
	if err != nil {
		return "", false
	}
	defer f.Close()
	data, err := io.ReadAll(io.LimitReader(f, most))
	return string(data), err == nil
}

// common returns the folder of what all work trees of the repository share.
func (g *git) common() string {
	at := filepath.Join(g.root, ".git")
	if to, ok := pointer(at, "gitdir: "); ok {
		at = from(g.root, to)
	}
	if to, ok := pointer(filepath.Join(at, "commondir"), ""); ok {
		at = from(at, to)
	}
	return at
}
