package operand

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"
)

// inGit runs the git program as people do, with nothing of the machine's or the
// user's configuration.
func inGit(t *testing.T, dir string, args ...string) string {
	t.Helper()
	out, err := plainGit(dir, args...)
	if err != nil {
		t.Fatalf("git %s: %v\n%s", strings.Join(args, " "), err, out)
	}
	return strings.TrimSpace(out)
}

func plainGit(dir string, args ...string) (string, error) {
	ctx, cancel := context.WithTimeout(context.Background(), time.Minute)
	defer cancel()
	cmd := exec.CommandContext(ctx, "git", args...)
	cmd.WaitDelay = time.Second
	cmd.Dir = dir
	cmd.Env = append(os.Environ(), "GIT_CONFIG_NOSYSTEM=1", "GIT_CONFIG_GLOBAL="+os.DevNull,
		"GIT_AUTHOR_NAME=A", "GIT_AUTHOR_EMAIL=a@example.org", "GIT_COMMITTER_NAME=A", "GIT_COMMITTER_EMAIL=a@example.org")
	out, err := cmd.CombinedOutput()
	return string(out), err
}

const clerkText = "id: clerk\ntitle: Clerk\n"

// newRepository makes a repository with a framework in the folder fw.
func newRepository(t *testing.T) string {
	t.Helper()
	if _, err := exec.LookPath("git"); err != nil {
		t.Skip("git is not installed")
	}
	dir := t.TempDir()
	write(t, dir, map[string]string{
		"fw/framework.yaml": frameworkText, "fw/roles/clerk.yaml": clerkText, "fw/README.md": "text\n", "fw/CHANGELOG.md": "changes\n",
		"fw/releases/1.0.0.json": "{}\n", "fw/releases/SHA256SUMS": "sums\n", "fw/.hidden/a.yaml": "a\n", "other/a.yaml": "a\n",
	})
	inGit(t, dir, "init", "-q", "-b", "main")
	inGit(t, dir, "add", ".")
	inGit(t, dir, "commit", "-q", "-m", "first")
	return dir
}

func write(t *testing.T, dir string, texts map[string]string) {
	t.Helper()
	for name, text := range texts {
		at := filepath.Join(dir, filepath.FromSlash(name))
		if err := errors.Join(os.MkdirAll(filepath.Dir(at), 0o777), os.WriteFile(at, []byte(text), 0o777)); err != nil {
			t.Fatal(err)
		}
	}
}

// list returns the files of a file system.
func list(t *testing.T, fsys fs.FS) string {
	t.Helper()
	var names []string
	err := fs.WalkDir(fsys, ".", func(name string, d fs.DirEntry, err error) error {
		if err == nil && !d.IsDir() {
			names = append(names, name)
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return strings.Join(names, " ")
}

// TestRevisionHolds reads what belongs to a framework, and nothing else.
func TestRevisionHolds(t *testing.T) {
	dir := newRepository(t)
	op, err := Opener{Dir: dir}.Open(t.Context(), []string{"git:HEAD"})
	if err != nil {
		t.Fatal(err)
	}
	if got, want := list(t, op.FS), "CHANGELOG.md framework.yaml releases/1.0.0.json releases/SHA256SUMS roles/clerk.yaml"; got != want {
		t.Errorf("it holds %s", got)
	}
	if text, err := fs.ReadFile(op.FS, "roles/clerk.yaml"); string(text) != clerkText || err != nil {
		t.Errorf("%q, %v", text, err)
	}
	if op.Name != "git:HEAD:fw" || !op.Detached || op.Dir != "" || op.Repository != dir {
		t.Errorf("%+v", op)
	}
}

// TestOddEntries shows links and submodules as what they are, and refuses names
// that nobody can open.
func TestOddEntries(t *testing.T) {
	dir := newRepository(t)
	head, text := inGit(t, dir, "rev-parse", "HEAD"), inGit(t, dir, "rev-parse", "HEAD:fw/README.md")
	inGit(t, dir, "update-index", "--add", "--cacheinfo", gitSubmodule+","+head+",fw/sub", "--cacheinfo", gitLink+","+text+",fw/link.yaml",
		"--cacheinfo", "100644,"+text+",other/\xff.yaml")
	inGit(t, dir, "commit", "-q", "-m", "second")
	op, err := Opener{Dir: dir}.Open(t.Context(), []string{"git:HEAD"})
	if err != nil {
		t.Fatal(err)
	}
	for name, want := range map[string]fs.FileMode{"sub": fs.ModeIrregular, "link.yaml": fs.ModeSymlink} {
		if _, err := op.FS.Open(name); err == nil {
			t.Errorf("%s was opened", name)
		}
		all, err := fs.ReadDir(op.FS, ".")
		at := slices.IndexFunc(all, func(e fs.DirEntry) bool { return e.Name() == name })
		if err != nil || at < 0 || all[at].Type() != want {
			t.Errorf("%s in %v, %v", name, all, err)
		}
	}
	inGit(t, dir, "update-index", "--add", "--cacheinfo", "100644,"+text+",fw/\xff.yaml")
	inGit(t, dir, "commit", "-q", "-m", "third")
	if _, err := (Opener{Dir: dir}).Open(t.Context(), []string{"git:HEAD"}); err == nil || !strings.Contains(err.Error(), `whose name is no path, "fw/\xff.yaml"`) {
		t.Error(err)
	}
}

// TestRevisionLimits ends at each limit, and tells which it is.
func TestRevisionLimits(t *testing.T) {
	dir := newRepository(t)
	for want, change := range map[string]func(*Limits){
		"number of files (4)":             func(l *Limits) { l.Entries = 4 },
		"number of files and folders (6)": func(l *Limits) { l.Entries = 6 },
		"bytes of git output (200)":       func(l *Limits) { l.Git = 200 },
		"seconds of git (0)":              func(l *Limits) { l.Time = 1 },
	} {
		limits := DefaultLimits
		change(&limits)
		_, err := Opener{Dir: dir, Limits: &limits}.Open(t.Context(), []string{"git:HEAD"})
		var limit *LimitError
		if !errors.As(err, &limit) || !strings.Contains(err.Error(), "exceeds the limit "+want) || limit.Fixed {
			t.Errorf("%s: %v", want, err)
		}
	}
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	if _, err := (Opener{Dir: dir}).Open(ctx, []string{"git:HEAD"}); !errors.Is(err, context.Canceled) {
		t.Errorf("a run that was ended: %v", err)
	}
}

// TestGitProgram refuses a git that could come with what is checked.
func TestGitProgram(t *testing.T) {
	dir := newRepository(t)
	program, err := exec.LookPath("git")
	if err != nil {
		t.Fatal(err)
	}
	write(t, dir, map[string]string{"bin/git": "#!/bin/sh\n", "bin/git.exe": ""})
	outside := t.TempDir()
	if err := os.Symlink(filepath.Join(dir, "bin", "git"), filepath.Join(outside, filepath.Base(program))); err != nil {
		t.Skip("links cannot be made here")
	}
	t.Chdir(dir)
	for path, want := range map[string]string{
		t.TempDir():               "git was not found on PATH",
		filepath.Join(dir, "bin"): "lies in the repository or in the current folder",
		outside:                   "lies in the repository or in the current folder",
		"bin":                     "lies in the current folder",
	} {
		t.Setenv("PATH", path)
		if _, err := (Opener{Dir: dir}).Open(t.Context(), []string{"git:HEAD"}); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%s: %v", path, err)
		}
	}
}

// TestNoRepository tells a folder outside a repository, one with an empty .git,
// and a bare repository, which has no .git and is nobody's working one.
func TestNoRepository(t *testing.T) {
	dir := newRepository(t)
	bare := filepath.Join(t.TempDir(), "bare")
	inGit(t, dir, "clone", "-q", "--bare", dir, bare)
	empty := t.TempDir()
	write(t, empty, map[string]string{".git/x": ""})
	inBare := filepath.Join(dir, "bare")
	if err := os.Rename(bare, inBare); err != nil {
		t.Fatal(err)
	}
	inGit(t, dir, "commit", "-q", "--allow-empty", "-m", "ahead of the bare one")
	head := inGit(t, dir, "rev-parse", "HEAD")
	if op, err := (Opener{Dir: inBare}).Open(t.Context(), []string{"git:" + head}); err != nil || op.Repository != dir {
		t.Errorf("in a bare repository inside another: %v", err)
	}
	for at, want := range map[string]string{t.TempDir(): "neither the framework nor the current folder lies in a git repository", empty: "not a git repository"} {
		if _, err := (Opener{Dir: at}).Open(t.Context(), []string{"git:HEAD"}); err == nil || !strings.Contains(err.Error(), want) || errors.Is(err, ErrUsage) {
			t.Errorf("%v", err)
		}
	}
}

// TestBase opens what a framework is compared with.
func TestBase(t *testing.T) {
	dir := newRepository(t)
	inGit(t, dir, "branch", "topic")
	write(t, dir, map[string]string{"fw/roles/late.yaml": "late\n", "lone.json": `{"framework": {}}`})
	inGit(t, dir, "add", ".")
	inGit(t, dir, "commit", "-q", "-m", "late")
	inGit(t, dir, "config", "remote.origin.url", "elsewhere")
	inGit(t, dir, "update-ref", "refs/remotes/origin/main", "HEAD")
	inGit(t, dir, "checkout", "-q", "topic")
	o := Opener{Dir: dir}
	work, err := o.Open(t.Context(), []string{"fw"})
	if err != nil {
		t.Fatal(err)
	}
	defer work.Close()
	first := inGit(t, dir, "rev-parse", "--short=12", "HEAD")
	for _, test := range []struct{ arg, branch, want string }{
		{"git:origin/main", "", "git:" + first + ":fw"},
		{"git:origin/main:fw", "", "git:" + first + ":fw"},
		{"", "main", "git:" + first + ":fw"},
		{"git:topic", "main", "git:topic:fw"},
		{"fw", "main", "fw"},
		{"git:origin/main:other", "", "error: lies in no framework"},
		{"", "", "error: name a base with --base, or see what is not committed yet with cadre diff git:HEAD"},
		{"", "gone", "error: git fetch origin gone:refs/remotes/origin/gone"},
	} {
		op, err := o.Base(t.Context(), work, test.arg, test.branch)
		got := fmt.Sprint("error: ", err)
		if err == nil {
			got = op.Name
			op.Close()
		}
		if want, isError := strings.CutPrefix(test.want, "error: "); got != test.want && !(isError && strings.Contains(got, want)) {
			t.Errorf("base %q, branch %q: %s, want %s", test.arg, test.branch, got, test.want)
		}
	}
	inGit(t, dir, "symbolic-ref", "refs/remotes/origin/HEAD", "refs/remotes/origin/main")
	op, err := o.Base(t.Context(), work, "", "")
	if err != nil || op.Name != "git:"+first+":fw" || strings.Contains(list(t, op.FS), "late") {
		t.Errorf("the default base: %+v, %v", op, err)
	}
	if _, err := o.Base(t.Context(), embedded(), "", "main"); err == nil || !strings.Contains(err.Error(), "embedded lies in no git repository") {
		t.Errorf("of the shipped framework: %v", err)
	}
}
