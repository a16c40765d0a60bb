package operand

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"strings"
)

var (
	trackedBranch = regexp.MustCompile(`^(?:refs/remotes/)?origin/(.+)$`)
	someID        = regexp.MustCompile(`^[0-9a-f]{7,64}$`)
)

// missingError says that a revision is not in the repository.
type missingError struct{ ref, text string }

func (e *missingError) Error() string { return e.text }

// missing is the error for a revision that is not in the repository, with the one
// that may be meant, or the command that fetches it.
func (g *git) missing(ctx context.Context, ref string, fork bool) error {
	name, steps := splitRef(ref)
	say := func(hint string) error {
		return &missingError{ref, "there is no " + ref + " in this repository" + hint}
	}
	if !g.has(ctx, "HEAD") && (name == "HEAD" || len(g.shortRefs()) == 0) {
		return errNoCommit
	}
	if steps != "" && g.has(ctx, name) || name == "HEAD" {
		if g.shallow() {
			return say("; fetch it with:\n  git fetch --unshallow origin")
		}
		return &missingError{ref, fmt.Sprintf("there is no commit %s in this repository: name another revision", ref)}
	}
	meant := ""
	if short, certain := g.likely(name); short != "" {
		meant = "; did you mean " + gitScheme + short + steps + "?"
		if certain {
			return say(meant)
		}
	}
	switch fetch := g.fetching(name, fork); {
	case !g.hasOrigin() && meant == "":
		return say(": name another revision")
	case !g.hasOrigin():
		return say(meant)
	case meant != "":
		return say(meant + "\nor " + fetch)
	default:
		return say("; " + fetch)
	}
}

// fetching says which command fetches a revision.
func (g *git) fetching(name string, fork bool) string {
	shallow, deepen := g.shallow(), ""
	if fork && shallow {
		deepen = "--unshallow "
	}
	fetch := func(what string) string { return "fetch it with:\n  git fetch " + deepen + "origin " + what }
	branch := trackedBranch.FindStringSubmatch(name)
	switch {
	case branch != nil && branch[1] == "HEAD":
		return "set it with:\n  git fetch origin\n  git remote set-head origin --auto"
	case branch != nil:
		return fetch(quoted(branch[1] + ":refs/remotes/origin/" + branch[1]))
	case strings.HasPrefix(name, "refs/tags/"):
		return fetch("tag " + quoted(strings.TrimPrefix(name, "refs/tags/")))
	case objectName.MatchString(name):
		return fetch(name)
	case someID.MatchString(name) && shallow:
		return "fetch it with:\n  git fetch --unshallow origin"
	}
	return fmt.Sprintf("fetch it as a tag with:\n  git fetch %sorigin tag %s\nor as a branch, which is then called git:origin/%s, with:\n  git fetch %sorigin %s",
		deepen, quoted(name), name, deepen, quoted(name+":refs/remotes/origin/"+name))
}

// errNoCommit says that there is nothing yet to compare with.
var errNoCommit = errors.New("nothing is committed yet in this repository: git add and git commit first")

// shallow reports whether the history of the repository is cut off. Git notes
// that in a file, beside the objects that all work trees share.
func (g *git) shallow() bool { return exists(filepath.Join(g.common(), "shallow")) }

// pointer reads a small file that holds the name of a folder. Where there is
// none, the error that follows says a little less, and nothing else changes.
func pointer(file, before string) (string, bool) {
	info, err := os.Stat(file)
	if err != nil || !info.Mode().IsRegular() || info.Size() > longestName {
		return "", false
	}
	data, err := os.ReadFile(file)
	if err != nil {
		return "", false
	}
	return strings.CutPrefix(strings.TrimSpace(string(data)), before)
}

// from resolves a path that may be relative to a folder.
func from(dir, name string) string {
	if filepath.IsAbs(name) {
		return name
	}
	return filepath.Join(dir, name)
}

func exists(name string) bool {
	_, err := os.Lstat(name)
	return err == nil
}
