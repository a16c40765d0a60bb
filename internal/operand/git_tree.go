package operand

import (
	"context"
	"fmt"
	"io/fs"
	"strconv"
	"strings"
)

// The modes of entries of a git tree that are no files.
const (
	gitLink      = "120000"
	gitSubmodule = "160000"
)

// tree lists what a commit holds. Texts are read later, when it is known which
// are wanted.
func (g *git) tree(ctx context.Context, commit string) (*tree, error) {
	out, err := g.run(ctx, "", "ls-tree", "-r", "-z", "--full-tree", commit)
	if err != nil {
		return nil, err
	}
	t := &tree{name: g.name, joint: ":", limits: g.limits}
	t.read = func(files []*item) error { return g.texts(ctx, files) }
	for line := range strings.SplitSeq(out, "\x00") {
		if line == "" {
			continue
		}
		meta, name, ok := strings.Cut(line, "\t")
		fields := strings.Fields(meta)
		if !ok || len(fields) != 3 || !objectName.MatchString(fields[2]) {
			return nil, fmt.Errorf("reading %s: git ls-tree printed a line that is none of its own, %.80q", g.name, line)
		}
		if mode := gitMode(fields[0]); mode != 0 || isWanted(name) {
			t.items = append(t.items, item{path: name, mode: mode, key: fields[2]})
		}
	}
	return t, nil
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
// share is read once.
func (g *git) texts(ctx context.Context, files []*item) error {
	var ids []string
	at := map[string]*item{}
	for _, it := range files {
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
