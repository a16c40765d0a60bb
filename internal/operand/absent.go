package operand

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"github.com/cadre-framework/cadre/framework"
)

// absent is the error for a path that is not there, with what may be meant by a
// word that is none: a git revision, or a release.
func (o Opener) absent(ctx context.Context, arg string) error {
	var meant []string
	if o.resolves(ctx, arg) {
		meant = append(meant, gitScheme+arg)
	}
	if file := o.release(arg); file != "" {
		meant = append(meant, file)
	}
	if len(meant) == 0 {
		return nowhereError(arg)
	}
	return fmt.Errorf("%s: there is no such file or folder; did you mean %s?", arg, strings.Join(meant, " or "))
}

// resolves reports whether a word is a revision of the repository. Where that
// cannot be told there is nothing to suggest.
func (o Opener) resolves(ctx context.Context, word string) bool {
	if checkRef(word) != nil {
		return false
	}
	h, err := o.home()
	if err != nil || h.repository == "" {
		return false
	}
	g, err := o.openGit(gitScheme+word, h.repository)
	if err != nil {
		return false
	}
	ctx, cancel := context.WithTimeout(ctx, o.limits().Time)
	defer cancel()
	return g.has(ctx, word)
}

// has reports whether a revision is there.
func (g *git) has(ctx context.Context, ref string) bool {
	_, err := g.run(ctx, "", "rev-parse", "--verify", "--quiet", "--end-of-options", ref+"^{commit}")
	return err == nil
}

// release returns the release of the working framework that has a version, from
// the working directory, or "".
func (o Opener) release(version string) string {
	if version == "" || strings.ContainsAny(version, `/\`) {
		return ""
	}
	var named []string
	if o.Work != nil {
		var err error
		if named, err = o.Work(); err != nil {
			return ""
		}
	}
	p, err := o.working(named)
	if err != nil || p.bundle != "" {
		return ""
	}
	folder := filepath.Join(p.dir, framework.DefaultLayout.Releases)
	entries, err := os.ReadDir(folder)
	if err != nil {
		return ""
	}
	for _, e := range entries {
		if strings.HasSuffix(e.Name(), "-"+strings.TrimPrefix(version, "v")+".json") {
			return slashRel(o.Dir, filepath.Join(folder, e.Name()))
		}
	}
	return ""
}

// nowhereError says that a path leads nowhere.
type nowhereError string

func (e nowhereError) Error() string {
	return string(e) + ": there is no such file or folder; look at the spelling"
}

// Is lets it count as what it was made from.
func (e nowhereError) Is(target error) bool { return target == fs.ErrNotExist }

// notThere reports whether an error says that a path leads nowhere.
func notThere(err error) bool { return errors.Is(err, fs.ErrNotExist) }
