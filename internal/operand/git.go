package operand

import (
	"context"
	"errors"
	"fmt"
	"path"
	"path/filepath"
	"strings"
)

// home is where a revision is looked up: the repository, and the working
// framework in it.
type home struct {
	repository string // absolute, or "" when there is none
	framework  string // the folder or bundle, from the root; "" when it is not known
}

// home returns that of the working framework, else that of the working directory.
func (o Opener) home() (home, error) {
	var args []string
	if o.Work != nil {
		var err error
		if args, err = o.Work(); err != nil {
			return home{}, err
		}
	}
	p, err := o.working(args)
	if errors.Is(err, ErrNowhere) {
		return home{repository: repository(o.Dir)}, nil
	}
	if err != nil {
		return home{}, fmt.Errorf("looking for the working framework: %w", err)
	}
	root := repository(p.dir)
	if root == "" {
		return home{repository: repository(o.Dir)}, nil
	}
	return home{root, frameworkPath(slashRel(root, p.dir), p.bundle)}, nil
}

// homeOf returns that of an operand, else the one of the working framework.
func (o Opener) homeOf(work *Operand) (home, error) {
	if work == nil || work.Repository == "" {
		return o.home()
	}
	return home{work.Repository, frameworkPath(work.inside, work.Layout.Bundle)}, nil
}

// frameworkPath returns where a framework is looked for in another revision: at
// its bundle, or in its folder, where the framework file may have had another
// ending.
func frameworkPath(dir, bundle string) string {
	if bundle == defaultBundle {
		return dir
	}
	return path.Join(dir, bundle)
}

// git opens the framework of a revision. With fork it is taken where HEAD left
// that revision.
func (o Opener) git(ctx context.Context, r revision, h home, fork bool) (*Operand, error) {
	name := gitScheme + shortRef(r.ref)
	if h.repository == "" {
		return nil, fmt.Errorf("reading %s: neither the framework nor the current folder lies in a git repository; run cadre inside one, or name a folder or an archive", name)
	}
	ctx, cancel := o.inTime(ctx, name)
	defer cancel()
	t, err := o.treeOf(ctx, r, h.repository, fork)
	if err != nil {
		return nil, err
	}
	s, err := t.where(r, h)
	if err != nil {
		return nil, err
	}
	op, err := t.open(s)
	if err == nil {
		op.Repository, op.placed = h.repository, r.path != ""
	}
	return op, err
}

// inTime bounds how long git may take for an operand.
func (o Opener) inTime(ctx context.Context, name string) (context.Context, context.CancelFunc) {
	limits := o.limits()
	return context.WithTimeoutCause(ctx, limits.Time, &LimitError{Operand: name, Name: "seconds of git", Value: int64(limits.Time.Seconds())})
}

// treeOf lists what a revision holds, or the commit where HEAD left it.
func (o Opener) treeOf(ctx context.Context, r revision, repository string, fork bool) (*tree, error) {
	g, err := o.openGit(gitScheme+shortRef(r.ref), repository)
	if err != nil {
		return nil, err
	}
	id, err := g.commit(ctx, r.ref, fork)
	if err != nil {
		return nil, err
	}
	if fork {
		if id, err = g.fork(ctx, id); err != nil {
			return nil, err
		}
	}
	return g.tree(ctx, id)
}

// where finds the framework of a revision: at the path that was named, else where
// the working framework lies, else the only one there is.
func (t *tree) where(r revision, h home) (spot, error) {
	if r.path != "" {
		s, err := t.at(r.path)
		if errors.Is(err, errAbsent) {
			return s, fmt.Errorf("there is no %s in %s: paths begin at the root of the repository", r.path, t.name)
		}
		return s, err
	}
	if h.framework != "" {
		s, err := t.at(h.framework)
		switch {
		case err == nil && s.part == "." || s.bundle != "":
			return s, err
		case err != nil && !errors.Is(err, errAbsent) && !errors.Is(err, errOutside):
			return s, err
		}
	}
	return t.only()
}

// tracked is where git keeps the branches of remotes. Git looks among tags and
// among the branches here first, and one of them can be called like a branch of
// origin.
const tracked = "refs/remotes/"

// shortRef returns a revision as people call it.
func shortRef(ref string) string {
	if ref == defaultBase {
		return ref
	}
	return strings.TrimPrefix(ref, tracked)
}

// commit resolves a revision to the id of a commit, once: from here on only ids
// are used. What is called like a branch of origin is that branch where there is one.
func (g *git) commit(ctx context.Context, ref string, fork bool) (string, error) {
	out, err := "", errRefused
	if strings.HasPrefix(ref, "origin/") {
		out, err = g.revParse(ctx, tracked+ref)
	}
	if errors.Is(err, errRefused) {
		out, err = g.revParse(ctx, ref)
	}
	if errors.Is(err, errRefused) || err != nil && lacks(err) {
		return "", g.missing(ctx, shortRef(ref), fork)
	}
	if err != nil {
		return "", err
	}
	return g.id(out)
}

// revParse asks git which commit a revision is.
func (g *git) revParse(ctx context.Context, ref string) (string, error) {
	return g.run(ctx, "", "rev-parse", "--verify", "--quiet", "--end-of-options", ref+"^{commit}")
}

// fork returns the commit at which HEAD left another commit. The operand gets the
// name of that commit where it is another one.
func (g *git) fork(ctx context.Context, other string) (string, error) {
	head, err := g.commit(ctx, "HEAD", false)
	if err != nil {
		return "", err
	}
	out, err := g.run(ctx, "", "merge-base", other, head)
	switch {
	case errors.Is(err, errRefused) && g.shallow():
		return "", fmt.Errorf("%s and HEAD have no commit in common here, because the history is cut off; fetch the rest with:\n  git fetch --unshallow origin", g.name)
	case errors.Is(err, errRefused):
		return "", fmt.Errorf("%s and HEAD have no commit in common: name another base with --base", g.name)
	case err != nil:
		return "", err
	}
	id, err := g.id(out)
	if err == nil && id != other {
		g.name = gitScheme + id[:shortID]
	}
	return id, err
}

// shortID is how many digits of a commit's id people are shown.
const shortID = 12

// id reads the id that git printed.
func (g *git) id(out string) (string, error) {
	id := strings.TrimSpace(out)
	if !objectName.MatchString(id) {
		return "", fmt.Errorf("reading %s: git printed %.80q where the id of a commit is expected", g.name, id)
	}
	return id, nil
}

// repository returns the root of the git repository that a folder lies in, or "".
func repository(dir string) string {
	for at := dir; ; at = filepath.Dir(at) {
		if exists(filepath.Join(at, ".git")) {
			return at
		}
		if at == filepath.Dir(at) {
			return ""
		}
	}
}
