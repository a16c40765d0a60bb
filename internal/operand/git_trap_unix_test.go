//go:build unix

package operand

import (
	"errors"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"
)

// trap is a repository whose settings run programs. Each leaves a file in marks.
type trap struct{ dir, marks string }

// program returns a script that leaves a mark.
func (tr trap) program(t *testing.T, name string) string {
	t.Helper()
	write(t, tr.marks, map[string]string{"bin/" + name: "#!/bin/sh\n: > '" + tr.marks + "/" + name + "'\nexit 0\n"})
	return filepath.Join(tr.marks, "bin", name)
}

// sprung returns the marks, and removes them.
func (tr trap) sprung(t *testing.T) []string {
	t.Helper()
	entries, err := os.ReadDir(tr.marks)
	if err != nil {
		t.Fatal(err)
	}
	var names []string
	for _, e := range entries {
		if !e.IsDir() {
			names = append(names, e.Name())
			if err := os.Remove(filepath.Join(tr.marks, e.Name())); err != nil {
				t.Fatal(err)
			}
		}
	}
	return names
}

// trapped are the settings that name programs, and what their marks are called.
var trapped = []string{
	"core.fsmonitor", "diff.external", "diff.trap.textconv", "diff.trap.command", "filter.trap.smudge", "filter.trap.clean", "filter.trap.process",
	"gpg.program", "gpg.ssh.program", "core.sshCommand", "core.gitProxy", "core.pager", "pager.rev-parse", "pager.ls-tree", "pager.cat-file",
	"core.editor", "core.askPass", "credential.helper", "core.alternateRefsCommand", "uploadpack.packObjectsHook", "remote.origin.uploadpack",
	"sequence.editor", "interactive.diffFilter", "merge.trap.driver",
}

// newTrap makes the repository.
func newTrap(t *testing.T) trap {
	t.Helper()
	tr := trap{newRepository(t), t.TempDir()}
	write(t, tr.dir, map[string]string{".gitattributes": "* diff=trap filter=trap merge=trap\n"})
	inGit(t, tr.dir, "add", ".")
	inGit(t, tr.dir, "commit", "-q", "-m", "second")
	far := newRepository(t)
	var included strings.Builder
	for _, name := range trapped {
		inGit(t, tr.dir, "config", name, tr.program(t, name))
	}
	for _, name := range []string{"rev-parse", "merge-base", "ls-tree", "cat-file"} {
		inGit(t, tr.dir, "config", "alias."+name, "!"+tr.program(t, "alias."+name))
	}
	for _, hook := range []string{"post-checkout", "reference-transaction", "pre-auto-gc", "post-index-change", "fsmonitor-watchman"} {
		program := tr.program(t, "hook."+hook)
		if err := errors.Join(os.MkdirAll(filepath.Join(tr.dir, ".git", "traps"), 0o777), os.Symlink(program, filepath.Join(tr.dir, ".git", "traps", hook))); err != nil {
			t.Fatal(err)
		}
	}
	included.WriteString("[pager]\n\tmerge-base = " + tr.program(t, "included") + "\n[core]\n\tfsmonitor = " + tr.program(t, "included") + "\n")
	write(t, tr.dir, map[string]string{".git/included": included.String()})
	for _, setting := range [][2]string{
		{"core.hooksPath", filepath.Join(tr.dir, ".git", "traps")}, {"log.showSignature", "true"}, {"protocol.allow", "always"}, {"protocol.ext.allow", "always"},
		{"core.repositoryFormatVersion", "1"}, {"extensions.partialClone", "origin"}, {"remote.origin.promisor", "true"}, {"remote.origin.url", "file://" + far},
	} {
		inGit(t, tr.dir, "config", setting[0], setting[1])
	}
	return tr
}

// TestTrapsSpring proves that the traps work: git as people run it springs them.
// Without that, TestNothingSprings would say nothing.
func TestTrapsSpring(t *testing.T) {
	tr := newTrap(t)
	for _, test := range []struct {
		want string
		args []string
	}{
		{"core.fsmonitor", []string{"status"}},
		{"diff.trap.textconv", []string{"-c", "filter.trap.process=", "-c", "filter.trap.clean=", "-c", "filter.trap.smudge=", "cat-file", "--textconv", "HEAD:fw/framework.yaml"}},
		{"diff.trap.command", []string{"-c", "filter.trap.process=", "-c", "filter.trap.clean=", "diff", "HEAD~1", "HEAD"}},
		{"filter.trap.process", []string{"cat-file", "--filters", "HEAD:fw/framework.yaml"}},
		{"hook.reference-transaction", []string{"update-ref", "refs/heads/x", "HEAD"}},
	} {
		tr.sprung(t)
		out, err := plainGit(tr.dir, test.args...) // the traps make some of these fail
		if got := tr.sprung(t); !slices.Contains(got, test.want) {
			t.Errorf("git %s does not spring %s, but %v: %v\n%s", strings.Join(test.args, " "), test.want, got, err, out)
		}
	}
	id := tr.lose(t)
	tr.sprung(t)
	if out, err := plainGit(tr.dir, "cat-file", "-p", id); !slices.Contains(tr.sprung(t), "remote.origin.uploadpack") {
		t.Errorf("git fetches nothing by itself: %v\n%s", err, out)
	}
}

// lose removes the text of a file from the repository.
func (tr trap) lose(t *testing.T) string {
	t.Helper()
	id := inGit(t, tr.dir, "rev-parse", "HEAD:fw/roles/clerk.yaml")
	if err := os.Remove(filepath.Join(tr.dir, ".git", "objects", id[:2], id[2:])); err != nil {
		t.Fatal(err)
	}
	return id
}

// TestNothingSprings reads revisions of the repository, as the base, too, with an
// environment that is no better, and gets the right text.
func TestNothingSprings(t *testing.T) {
	tr := newTrap(t)
	home := t.TempDir()
	write(t, home, map[string]string{".gitconfig": "[core]\n\tfsmonitor = " + tr.program(t, "home") + "\n[pager]\n\tls-tree = " + tr.program(t, "home") + "\n[include]\n\tpath = " + filepath.Join(tr.dir, ".git", "included") + "\n"})
	inGit(t, tr.dir, "config", "include.path", "included")
	tr.sprung(t)
	for name, value := range map[string]string{
		"HOME": home, "XDG_CONFIG_HOME": home, "GIT_DIR": home, "GIT_TRACE": filepath.Join(tr.marks, "GIT_TRACE"), "GIT_TRACE2": filepath.Join(tr.marks, "GIT_TRACE2"),
		"GIT_PAGER": tr.program(t, "GIT_PAGER"), "GIT_EXTERNAL_DIFF": tr.program(t, "GIT_EXTERNAL_DIFF"), "GIT_SSH_COMMAND": tr.program(t, "GIT_SSH_COMMAND"),
		"GIT_OBJECT_DIRECTORY": home, "GIT_CONFIG_GLOBAL": filepath.Join(home, ".gitconfig"), "GIT_CONFIG_COUNT": "1", "GIT_CONFIG_KEY_0": "core.fsmonitor", "GIT_CONFIG_VALUE_0": tr.program(t, "GIT_CONFIG_COUNT"),
	} {
		t.Setenv(name, value)
	}
	o := Opener{Dir: filepath.Join(tr.dir, "fw")}
	for _, arg := range []string{"git:HEAD", "git:main", "git:HEAD~1", "git:HEAD:fw"} {
		op, err := o.Open(t.Context(), []string{arg})
		if err != nil {
			t.Fatal(err)
		}
		if text, err := fs.ReadFile(op.FS, "roles/clerk.yaml"); string(text) != clerkText || err != nil {
			t.Errorf("%s: %q, %v", arg, text, err)
		}
	}
	if _, err := o.Base(t.Context(), nil, "git:HEAD~1", ""); err != nil {
		t.Error(err)
	}
	if _, err := o.Open(t.Context(), []string{"git:gone"}); err == nil || !strings.Contains(err.Error(), "git fetch origin tag gone") {
		t.Error(err)
	}
	if got := tr.sprung(t); len(got) > 0 {
		t.Errorf("this was run: %v", got)
	}
}

// TestNothingIsFetched reads a revision of which a text is missing, where git
// would fetch it by itself.
func TestNothingIsFetched(t *testing.T) {
	for name, url := range map[string]string{"a program": "", "a helper": "ext::", "a command": "ssh://localhost/x"} {
		tr := newTrap(t)
		tr.lose(t)
		if url == "ext::" {
			url += tr.program(t, "helper")
		}
		if url != "" {
			inGit(t, tr.dir, "config", "remote.origin.url", url)
		}
		tr.sprung(t)
		_, err := Opener{Dir: tr.dir}.Open(t.Context(), []string{"git:HEAD"})
		if err == nil || !strings.Contains(err.Error(), "git fetch --refetch --no-filter origin") || errors.Is(err, ErrUsage) {
			t.Errorf("%s: %v", name, err)
		}
		if got := tr.sprung(t); len(got) > 0 {
			t.Errorf("%s: this was run: %v", name, got)
		}
	}
}

// TestGitCommands writes down what git is asked, and in which environment.
func TestGitCommands(t *testing.T) {
	dir := newRepository(t)
	program, err := exec.LookPath("git")
	if err != nil {
		t.Fatal(err)
	}
	bin := t.TempDir()
	write(t, bin, map[string]string{"git": "#!/bin/sh\necho \"$*\" >> " + bin + "/asked\n/usr/bin/env >> " + bin + "/seen\nexec '" + program + "' \"$@\"\n"})
	t.Setenv("PATH", bin)
	t.Setenv("SECRET", "x")
	if _, err := (Opener{Dir: dir}).Base(t.Context(), nil, "git:main:fw", ""); err != nil {
		t.Fatal(err)
	}
	asked, _ := os.ReadFile(filepath.Join(bin, "asked"))
	const before = "--no-pager --git-dir=DIR -c core.fsmonitor=false -c core.hooksPath=/dev/null -c diff.external= -c log.showSignature=false -c safe.bareRepository=explicit -c protocol.allow=never "
	want := before + "rev-parse --verify --quiet --end-of-options main^{commit}\n" +
		before + "rev-parse --verify --quiet --end-of-options HEAD^{commit}\n" +
		before + "merge-base ID ID\n" + before + "ls-tree -r -z --full-tree ID\n" +
		before + "cat-file --batch-check\n" + before + "cat-file --batch\n"
	got := strings.ReplaceAll(strings.ReplaceAll(string(asked), filepath.Join(dir, ".git"), "DIR"), inGitWith(t, program, dir), "ID")
	if got != want {
		t.Errorf("git was asked:\n%s", got)
	}
	seen, _ := os.ReadFile(filepath.Join(bin, "seen"))
	for line := range strings.Lines(string(seen)) {
		name, _, _ := strings.Cut(strings.TrimSpace(line), "=")
		if !slices.Contains([]string{"PATH", "PWD", "OLDPWD", "SHLVL", "_"}, name) && !slices.Contains(gitEnvironment, strings.TrimSpace(line)) {
			t.Errorf("git sees %s", line)
		}
	}
}

// inGitWith returns the id of HEAD.
func inGitWith(t *testing.T, program, dir string) string {
	t.Helper()
	out, err := exec.Command(program, "-C", dir, "rev-parse", "HEAD").Output()
	if err != nil {
		t.Fatal(err)
	}
	return strings.TrimSpace(string(out))
}

// TestGitThatHangs ends a git that does not end, or that does not stop to print.
func TestGitThatHangs(t *testing.T) {
	dir := newRepository(t)
	for script, want := range map[string]string{
		"exec /bin/sleep 60":               "exceeds the limit seconds of git",
		"/bin/sleep 60 & wait":             "exceeds the limit seconds of git",
		"while :; do echo aaaaaaaaa; done": "exceeds the limit bytes of git output (100000)",
	} {
		bin := t.TempDir()
		write(t, bin, map[string]string{"git": "#!/bin/sh\n" + script + "\n"})
		t.Setenv("PATH", bin)
		limits := Limits{Entries: 10, Git: 100_000, Time: 300 * time.Millisecond}
		if strings.Contains(script, "echo") {
			limits.Time = time.Minute
		}
		began := time.Now()
		_, err := Opener{Dir: dir, Limits: &limits}.Open(t.Context(), []string{"git:HEAD"})
		if err == nil || !strings.Contains(err.Error(), want) || time.Since(began) > 20*time.Second {
			t.Errorf("%s: %v after %v", script, err, time.Since(began))
		}
	}
}
