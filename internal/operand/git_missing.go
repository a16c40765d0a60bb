package operand

import (
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

// missing is the error for a revision that is not in the repository, with the
// command that fetches it.
func (g *git) missing(ref string, fork bool) error {
	name, steps := splitRef(ref)
	deepen := ""
	if fork && g.shallow() {
		deepen = "--unshallow "
	}
	say := func(format string, args ...any) error {
		return &missingError{ref, fmt.Sprintf(format, args...)}
	}
	fetch := func(what string) error {
		return say("there is no %s in this repository; fetch it with:\n  git fetch %s", ref, strings.TrimSpace(deepen+"origin "+what))
	}
	branch := trackedBranch.FindStringSubmatch(name)
	switch {
	case steps != "" && g.shallow():
		deepen = "--unshallow "
		return fetch("")
	case steps != "" || name == "HEAD":
		return say("there is no commit %s in this repository: name another revision", ref)
	case branch != nil && branch[1] == "HEAD":
		return say("there is no %s in this repository; set it with:\n  git remote set-head origin --auto", ref)
	case branch != nil:
		return fetch(quoted(branch[1] + ":refs/remotes/origin/" + branch[1]))
	case strings.HasPrefix(name, "refs/tags/"):
		return fetch("tag " + quoted(strings.TrimPrefix(name, "refs/tags/")))
	case objectName.MatchString(name):
		return fetch(name)
	case someID.MatchString(name) && g.shallow():
		deepen = "--unshallow "
		return fetch("")
	}
	return say("there is no %s in this repository; fetch it as a tag with:\n  git fetch %sorigin tag %s\nor as a branch, which is then called git:origin/%s, with:\n  git fetch %sorigin %s",
		ref, deepen, quoted(name), name, deepen, quoted(name+":refs/remotes/origin/"+name))
}

// shallow reports whether the history of the repository is cut off. Git notes
// that in a file, beside the objects that all work trees share.
func (g *git) shallow() bool {
	at := filepath.Join(g.root, ".git")
	if to, ok := pointer(at, "gitdir: "); ok {
		at = from(g.root, to)
	}
	if to, ok := pointer(filepath.Join(at, "commondir"), ""); ok {
		at = from(at, to)
	}
	return exists(filepath.Join(at, "shallow"))
}

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
