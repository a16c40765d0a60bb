package operand

import (
	"bytes"
	"context"
	"fmt"
	"io/fs"
	"strconv"
	"strings"

	"github.com/cadre-framework/cadre/source"
)

// The modes of entries of a git tree that are no files.
const (
	gitLink      = "120000"
	gitSubmodule = "160000"
)

// tree lists what a commit holds, with the sizes. Texts are read later, when it is
// known which are wanted.
func (g *git) tree(ctx context.Context, commit string) (*tree, error) {
	t := &tree{name: g.name, joint: ":", limits: g.limits, later: g.texts}
	t.read = func(files []*item) error { return g.texts(ctx, files) }
	err := g.list(ctx, t, "-l", commit)
	if err != nil && lacks(err) {
		// Cloned in part: git does not know the sizes of what is not here, and
		// may not fetch it. Whether that is wanted shows when texts are read.
		t.items = nil
		err = g.list(ctx, t, "--full-tree", commit)
	}
	if err != nil {
		return nil, err
	}
	return t, nil
}

// list takes the entries of a commit, with one more option.
func (g *git) list(ctx context.Context, t *tree, option, commit string) error {
	lines := &lines{each: func(line string) error { return g.entry(t, line) }}
	err := g.stream(ctx, "", lines, "ls-tree", "-r", option, "-z", "--full-tree", commit)
	if lines.err != nil {
		return lines.err
	}
	return err
}

// mostAside is how many times the entries of a framework a revision may hold that
// could belong to one. What else lies in a repository is not counted.
const mostAside = 4

// entry takes a line of git ls-tree.
func (g *git) entry(t *tree, line string) error {
	meta, name, ok := strings.Cut(line, "\t")
	fields := strings.Fields(meta)
	if len(fields) == 3 {
		fields = append(fields, "-") // without sizes
	}
	if !ok || len(fields) != 4 || !objectName.MatchString(fields[2]) {
		return fmt.Errorf("reading %s: git ls-tree printed a line that is none of its own, %.80q", g.name, line)
	}
	mode := gitMode(fields[0])
	if mode == 0 && !isWanted(name) {
		return nil
	}
	if most := g.limits.Entries * mostAside; len(t.items) >= most {
		return &LimitError{Operand: g.name, Name: "number of data files in a revision", Value: int64(most)}
	}
	size, err := strconv.ParseInt(fields[3], 10, 64)
	if err != nil {
		size = 0 // a submodule has none, and a text that is not there is told when it is read
	}
	it := item{path: strings.Clone(name), mode: mode, key: strings.Clone(fields[2]), size: size}
	it.blank = mode == 0 && size > g.most(name)
	t.items = append(t.items, it)
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

// texts reads the texts of files in one run of git. A text that several files
// share is read once, and counts for each of them. One that is too large for
// anybody is left out.
func (g *git) texts(ctx context.Context, files []*item) error {
	var ids []string
	var total int64
	at := map[string]*item{}
	for _, it := range files {
		if it.blank {
			continue
		}
		if total += it.size; total > g.limits.Bytes {
			return &LimitError{Operand: g.name, Name: "bytes of all files", Value: g.limits.Bytes}
		}
		if at[it.key] == nil {
			at[it.key] = it
			ids = append(ids, it.key)
		}
	}
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

// lacks reports whether git wanted to fetch an object, which it may not.
func lacks(err error) bool { return strings.Contains(err.Error(), "promisor remote") }

// lacking is the error for a file whose text is not in the repository.
func (g *git) lacking(it *item) error {
	return fmt.Errorf("reading %s: the text of %s, or of a file beside it, is not in this repository, because it was cloned in part; fetch what is left with:\n  git fetch --refetch --no-filter origin", g.name, it.path)
}
