package operand

import (
	"context"
	"errors"
	"fmt"
	"strings"
)

// defaultBase is where git keeps which branch a clone began with.
const defaultBase = "refs/remotes/origin/HEAD"

// Base opens the state that the framework work is compared with: the operand arg,
// else the branch that a pull request goes to, else the branch that the clone
// began with. A git revision is taken where HEAD left it, so that what happened
// there since does not count as done here. It lies where work lies.
func (o Opener) Base(ctx context.Context, work *Operand, arg, branch string) (*Operand, error) {
	r := revision{ref: defaultBase}
	switch {
	case strings.HasPrefix(arg, gitScheme):
		var err error
		if r, err = parseRevision(arg); err != nil {
			return nil, err
		}
	case arg != "":
		return o.Open(ctx, []string{arg})
	case branch != "":
		r.ref = tracked + "origin/" + branch
		if err := checkRef(r.ref); err != nil {
			return nil, usage("GITHUB_BASE_REF: %w", err)
		}
	}
	h, err := o.homeOf(work)
	if err != nil {
		return nil, err
	}
	if arg == "" && (h.repository == "" || work != nil && work.Repository == "") {
		return nil, noBase(work, "lies in no git repository; name an earlier state of it, a folder, a bundle or an archive, with --base")
	}
	op, err := o.git(ctx, r, h, true)
	var missing *missingError
	if errors.As(err, &missing) && missing.ref == defaultBase {
		return nil, noBase(work, noMain(h))
	}
	return op, err
}

// noMain says why the main branch of origin is not known, and what to do.
func noMain(h home) string {
	const other = "name a base with --base, or see what is not committed yet with cadre diff git:HEAD"
	if !(&git{root: h.repository}).hasOrigin() {
		return "lies in a repository without a remote called origin; " + other
	}
	return "lies in a repository that does not know which branch of origin is the main one; tell it with:\n  git fetch origin\n  git remote set-head origin --auto\nor " + other
}

// noBase is the error where nothing says what to compare with.
func noBase(work *Operand, why string) error {
	name := "the working framework"
	if work != nil {
		name = work.Name
	}
	return fmt.Errorf("nothing says what to compare with: %s %s", name, why)
}
