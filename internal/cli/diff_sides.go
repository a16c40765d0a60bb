package cli

import (
	"context"
	"errors"
	"fmt"
	"strings"
	"sync"

	"github.com/cadre-framework/cadre/check"
	"github.com/cadre-framework/cadre/finding"
	"github.com/cadre-framework/cadre/framework"
	"github.com/cadre-framework/cadre/internal/operand"
)

// side is one of the two frameworks that are compared.
type side struct {
	name      string // old, new
	arg       string // as it was named, or "" when it was found
	op        *operand.Operand
	result    *finding.Result
	framework *framework.Framework
	err       error
	panicked  any
}

// readSides reads both sides at the same time. A file that cannot be read, or
// breaks its schema, must never count as removed: then nothing is compared.
func (a *app) readSides(ctx context.Context, old, new *side, o check.Options) error {
	var reading sync.WaitGroup
	for _, s := range []*side{old, new} {
		reading.Go(func() {
			defer func() { s.panicked = recover() }()
			own := o
			own.Layout = &s.op.Layout
			s.result, s.framework, s.err = check.Run(ctx, s.op.FS, own)
		})
	}
	reading.Wait()
	var errs []error
	for _, s := range []*side{old, new} {
		if s.panicked != nil {
			panic(s.panicked) // run reports it as a defect of Cadre
		}
		errs = append(errs, s.fit())
	}
	return errors.Join(errs...)
}

// fit returns why a side cannot be compared, or nil.
func (s *side) fit() error {
	switch {
	case s.err != nil:
		return fmt.Errorf("reading the %s side, %s: %w", s.name, s.op.Name, s.err)
	case s.result.Files == 0:
		return fmt.Errorf("reading the %s side, %s: there are no data files in it", s.name, s.op.Name)
	}
	broken := brokenPaths(s.result, s.op)
	if len(broken) == 0 && s.framework.Whole {
		return nil
	}
	return fmt.Errorf("the %s side, %s, cannot be compared: %s", s.name, s.op.Name, brokenHelp(broken, operandWord(s.arg, s.op)))
}

// brokenHelp says which files are broken, and the command that tells why.
func brokenHelp(broken []string, word string) string {
	number, more := counted(len(broken), "file is broken", "files are broken"), ""
	if left := len(broken) - mostPaths; left > 0 {
		broken, more = broken[:mostPaths], fmt.Sprintf(" and %d more", left)
	}
	return fmt.Sprintf("%s: %s%s\nsee what is wrong with: cadre check %s", number, strings.Join(broken, ", "), more, shellWord(word))
}

// mostPaths is how many broken files of a side are named.
const mostPaths = 5

// operandWord returns what an operand is called on a command line: as it was named,
// or "" when it was found.
func operandWord(named string, op *operand.Operand) string {
	switch {
	case named != "":
		return named
	case op.Detached:
		return op.Name
	}
	return operand.PathArgument(op.Near(op.Layout.Bundle))
}

// shellWord writes a word so that a shell takes it for one.
func shellWord(word string) string {
	plain := func(r rune) bool {
		return strings.ContainsRune("/._-:+@=,%~^", r) || r >= '0' && r <= '9' || r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z'
	}
	if word != "" && word[0] != '~' && strings.IndexFunc(word, func(r rune) bool { return !plain(r) }) < 0 {
		return word
	}
	return "'" + strings.ReplaceAll(word, "'", `'\''`) + "'"
}
