package operand

import (
	"bytes"
	"context"
	"fmt"
	"io/fs"
	"slices"
	"strconv"
	"strings"

	"github.com/cadre-framework/cadre/source"
)

// The modes of entries of a git tree that are no files.
const (
	gitLink      = "120000"
	gitSubmodule = "160000"
)

// tree lists what a commit holds. Sizes and texts are asked for later, when it is
// known which are wanted: a clone in part need not hold the others.
func (g *git) tree(ctx context.Context, commit string) (*tree, error) {
	t := &tree{name: g.name, joint: ":", limits: g.limits, later: g.texts}
	t.read = func(files []*item) error { return g.texts(ctx, files) }
	lines := &lines{each: func(line string) error { return g.entry(t, line) }}
	err := g.stream(ctx, "", lines, "ls-tree", "-r", "-z", "--full-tree", commit)
	if lines.err != nil {
		return nil, lines.err
	}
	return t, err
}

// mostAside is how many times the entries of a framework a revision may hold that
// could belong to one. What else lies in a repository is not counted.
const mostAside = 4

// entry takes a line of git ls-tree.
func (g *git) entry(t *tree, line string) error {
	meta, name, ok := strings.Cut(line, "\t")
	fields := strings.Fields(meta)
	if !ok || len(fields) != 3 || !objectName.MatchString(fields[2]) {
		return fmt.Errorf("reading %s: git ls-tree printed a line that is none of its own, %.80q", g.name, line)
	}
	mode := gitMode(fields[0])
	if mode == 0 && !isWanted(name) {
		return nil
	}
	if most := g.limits.Entries * mostAside; len(t.items) >= most {
		return &LimitError{Operand: g.name, Name: "number of data files in a revision", Value: int64(most)}
	}
	t.items = append(t.items, item{path: strings.Clone(name), mode: mode, key: strings.Clone(fields[2])})
	return nil
}

// most returns how large a file may be: larger ones are refused by whoever reads
// them, and are not fetched.
func (g *git) most(name string) int64 {
	if source.IsJSON(name) {
		return max(g.limits.bundle, source.BundleLimits.Bytes)
	}
	return source.FileLimits.Bytes
}

// lines parts what is written to it at each zero byte.
type lines struct {
	each func(line string) error
	rest []byte
	err  error
}

func (l *lines) Write(p []byte) (int, error) {
	l.rest = append(l.rest, p...)
	begin := 0
	for l.err == nil {
		end := bytes.IndexByte(l.rest[begin:], 0)
		if end < 0 {
			break
		}
		l.err = l.each(string(l.rest[begin : begin+end]))
		begin += end + 1
	}
	l.rest = append(l.rest[:0], l.rest[begin:]...)
	return len(p), l.err
}

// gitMode returns what an entry of a tree is.
func gitMode(mode string) fs.FileMode {
	switch mode {
	case gitLink:
		return fs.ModeSymlink
	case gitSubmodule:
		return fs.ModeIrregular
	}
	return 0
}

// texts reads the texts of files. A text that several files share is read once, and
// counts for each of them. One that is too large for anybody is left out.
func (g *git) texts(ctx context.Context, files []*item) error {
	if err := g.measure(ctx, files); err != nil {
		return err
	}
	files = slices.DeleteFunc(slices.Clone(files), func(it *item) bool { return it.blank })
	ids, at := shared(files)
	if len(ids) == 0 {
		return nil
	}
	out, err := g.run(ctx, strings.Join(ids, "\n")+"\n", "cat-file", "--batch")
	if err != nil {
		if lacks(err) {
			return g.lacking(files[0])
		}
		return err
	}
	texts := map[string]string{}
	for _, id := range ids {
		head, rest, _ := strings.Cut(out, "\n")
		if head == id+" missing" {
			return g.lacking(at[id])
		}
		size, err := strconv.Atoi(strings.TrimPrefix(head, id+" blob "))
		if err != nil || size < 0 || size >= len(rest) {
			return fmt.Errorf("reading %s: git cat-file printed %.80q for %s", g.name, head, at[id].path)
		}
		texts[id], out = rest[:size], rest[size+1:]
	}
	for _, it := range files {
		it.text = texts[it.key]
	}
	return nil
}

// shared returns the ids of the texts of files, each once, and a file of each.
func shared(files []*item) (ids []string, at map[string]*item) {
	at = map[string]*item{}
	for _, it := range files {
		if at[it.key] == nil {
			at[it.key] = it
			ids = append(ids, it.key)
		}
	}
	return ids, at
}

// measure asks git how large the texts of files are, before one is fetched.
func (g *git) measure(ctx context.Context, files []*item) error {
	ids, at := shared(files)
	if len(ids) == 0 {
		return nil
	}
	out, err := g.run(ctx, strings.Join(ids, "\n")+"\n", "cat-file", "--batch-check")
	if err != nil {
		if lacks(err) {
			return g.lacking(files[0])
		}
		return err
	}
	sizes := map[string]int64{}
	for _, id := range ids {
		line, rest, _ := strings.Cut(out, "\n")
		if line == id+" missing" {
			return g.lacking(at[id])
		}
		size, err := strconv.ParseInt(strings.TrimPrefix(line, id+" blob "), 10, 64)
		if err != nil || size < 0 {
			return fmt.Errorf("reading %s: git cat-file printed %.80q for %s", g.name, line, at[id].path)
		}
		sizes[id], out = size, rest
	}
	var total int64
	for _, it := range files {
		it.size = sizes[it.key]
		if it.blank = it.size > g.most(it.path); it.blank {
			continue
		}
		if total += it.size; total > g.limits.Bytes {
			return &LimitError{Operand: g.name, Name: "bytes of all files", Value: g.limits.Bytes}
		}
	}
	return nil
}

// lacks reports whether git wanted to fetch an object, which it may not.
func lacks(err error) bool { return strings.Contains(err.Error(), "promisor remote") }

// lacking is the error for a file whose text is not in the repository.
func (g *git) lacking(it *item) error {
	return fmt.Errorf("reading %s: the text of %s, or of a file beside it, is not in this repository, because it was cloned in part; fetch what is left with:\n  git fetch --refetch --no-filter origin", g.name, it.path)
}
