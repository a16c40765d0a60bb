package operand

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"time"
)

// gitSafety are the settings that stand above those of a repository, which may be
// anybody's: nothing that it names is run, and nothing is fetched.
var gitSafety = []string{
	"core.fsmonitor=false", "core.hooksPath=/dev/null", "diff.external=", "log.showSignature=false",
	"safe.bareRepository=explicit", "protocol.allow=never",
}

// gitEnvironment is all that git sees of the environment, but for its own folder
// as the path. What the caller has set does not reach it, nor does a
// configuration of the machine or of the user.
var gitEnvironment = []string{
	"LC_ALL=C", "GIT_CONFIG_NOSYSTEM=1", "GIT_CONFIG_GLOBAL=" + os.DevNull,
	"GIT_NO_LAZY_FETCH=1", "GIT_ALLOW_PROTOCOL=none", "GIT_NO_REPLACE_OBJECTS=1",
	"GIT_OPTIONAL_LOCKS=0", "GIT_TERMINAL_PROMPT=0",
}

// git runs the git program on one repository. It asks only for what is in the
// store of objects: no command here looks at the index or at the working tree.
type git struct {
	program string // absolute
	root    string // the folder that holds .git, absolute
	limits  Limits
	name    string // of the operand, for errors
	left    int64  // how much may still be printed
}

// openGit finds the program for a repository, once.
func (o Opener) openGit(name, root string) (*git, error) {
	program, err := exec.LookPath("git")
	switch {
	case errors.Is(err, exec.ErrDot):
		return nil, fmt.Errorf("reading %s: the first git on PATH lies in the current folder, and is not run; take this folder off PATH", name)
	case err != nil:
		return nil, fmt.Errorf("reading %s: git was not found on PATH; install it, or name a folder or an archive", name)
	case !filepath.IsAbs(program):
		return nil, fmt.Errorf("reading %s: the first git on PATH has no absolute name, and is not run; write absolute folders into PATH", name)
	case filepath.Dir(program) == o.Dir || inFolder(root, program):
		return nil, fmt.Errorf("reading %s: the first git on PATH lies in the repository or in the current folder, and is not run; take that folder off PATH", name)
	}
	limits := o.limits()
	return &git{program: program, root: root, limits: limits, name: name, left: limits.Git}, nil
}

// inFolder reports whether a file lies below a folder, be it through links.
func inFolder(folder, file string) bool {
	for _, at := range []string{file, real(file)} {
		rel, err := filepath.Rel(folder, at)
		if err == nil && rel != ".." && !strings.HasPrefix(rel, ".."+string(filepath.Separator)) {
			return true
		}
	}
	return false
}

// real follows the links of a path as far as it exists.
func real(name string) string {
	if followed, err := filepath.EvalSymlinks(name); err == nil {
		return followed
	}
	return name
}

// errRefused says that git ended with code 1 and without a word: what was asked
// for is not there.
var errRefused = errors.New("git found nothing")

// afterKill is how long git has to let go of its streams once it was ended.
const afterKill = time.Second

// run runs one command and returns what it prints.
//
// The repository is named with --git-dir, which takes the .git file of a work
// tree or a submodule, too. Git is not left to find it: it could find another one
// higher up, or a bare one that somebody put into a folder, and it would refuse
// one that belongs to another user, as in containers, unless a configuration says
// so that is not read here. That check keeps the settings of strangers from being
// obeyed, which nothing here does. Git runs in its own folder, so that no file of
// the repository lies in its current one.
func (g *git) run(ctx context.Context, stdin string, args ...string) (string, error) {
	var out strings.Builder
	err := g.stream(ctx, stdin, &out, args...)
	return out.String(), err
}

// stream is run for what is read while git prints it.
func (g *git) stream(ctx context.Context, stdin string, to io.Writer, args ...string) error {
	all := []string{"--no-pager", "--git-dir=" + filepath.Join(g.root, ".git")}
	for _, setting := range gitSafety {
		all = append(all, "-c", setting)
	}
	cmd := exec.CommandContext(ctx, g.program, append(all, args...)...)
	folder := filepath.Dir(g.program)
	cmd.Dir, cmd.Env, cmd.WaitDelay = folder, append([]string{"PATH=" + folder}, gitEnvironment...), afterKill
	var said strings.Builder
	out, words := &capped{Writer: to, left: g.left}, &capped{Writer: &said, left: 4 << 10, rest: true}
	cmd.Stdin, cmd.Stdout, cmd.Stderr = strings.NewReader(stdin), out, words
	err := cmd.Run()
	g.left = out.left
	var exit *exec.ExitError
	switch {
	case out.full:
		return &LimitError{Operand: g.name, Name: "bytes of git output", Value: g.limits.Git}
	case ctx.Err() != nil:
		return context.Cause(ctx)
	case err == nil:
		return nil
	case errors.As(err, &exit) && exit.ExitCode() == 1 && said.Len() == 0:
		return errRefused
	case said.Len() > 0:
		return fmt.Errorf("reading %s: git %s: %s", g.name, args[0], strings.TrimSpace(said.String()))
	}
	return fmt.Errorf("reading %s: git %s: %w", g.name, args[0], err)
}

// capped passes on what is written to it, up to a number of bytes. With rest what
// comes later is dropped; without, it is an error.
type capped struct {
	io.Writer
	left int64
	rest bool
	full bool
}

func (c *capped) Write(p []byte) (int, error) {
	keep := p
	if int64(len(p)) > c.left {
		keep, c.full = p[:c.left], true
	}
	c.left -= int64(len(keep))
	if _, err := c.Writer.Write(keep); err != nil {
		return 0, err
	}
	if c.full && !c.rest {
		return len(keep), io.ErrShortWrite
	}
	return len(p), nil
}
