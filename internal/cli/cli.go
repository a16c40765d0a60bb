// Package cli is the command line: it reads flags, opens what a command works
// on, asks the packages for results and writes them. It decides the exit code
// and nothing else; what is judged and how it looks is decided elsewhere.
//
// Each command has a file, cmd_<name>.go, and a line in root.go.
package cli

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"os/signal"
	"runtime/debug"

	"golang.org/x/term"

	"github.com/cadre-framework/cadre/internal/operand"
	"github.com/cadre-framework/cadre/report"
)

// The exit codes, which are a contract with scripts.
const (
	exitOK         = 0 // nothing at or above the threshold
	exitFindings   = 1 // findings or changes at or above it
	exitUsage      = 2 // wrong usage or configuration
	exitIncomplete = 3 // the run could not be completed
)

// exitCodes is the part of every help text that says so.
const exitCodes = `Exit codes:
  0  nothing at or above the threshold (--fail-on)
  1  findings or changes at or above it
  2  wrong usage or configuration
  3  the run could not be completed
`

// env is the world as a command sees it.
type env struct {
	args           []string
	stdin          io.Reader
	stdout, stderr io.Writer
	dir            string // the working directory, absolute
	getenv         func(string) string
	terminal       bool // whether stdout is one
	width          int  // cells of the terminal, 0 when stdout is none
}

// Main runs the program and returns its exit code.
func Main() int {
	dir, err := os.Getwd()
	if err != nil {
		fmt.Fprintln(os.Stderr, "cadre: finding the working directory:", err)
		return exitIncomplete
	}
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt)
	defer stop()
	e := &env{args: os.Args[1:], stdin: os.Stdin, stdout: os.Stdout, stderr: os.Stderr, dir: dir, getenv: os.Getenv}
	if fd := int(os.Stdout.Fd()); term.IsTerminal(fd) {
		e.terminal = true
		if e.width, _, err = term.GetSize(fd); err != nil {
			e.width = 0 // a terminal of unknown width gets whole lines
		}
	}
	return run(ctx, e)
}

// run runs one command. A panic is a defect of Cadre: it is reported as one and
// never read as a clean run.
func run(ctx context.Context, e *env) (code int) {
	defer func() {
		if p := recover(); p != nil {
			fmt.Fprintf(e.stderr, "%s\nplease report this, with the lines below, at https://github.com/cadre-framework/cadre/issues\n%s", report.Message(fmt.Sprint("cadre: internal error: ", p)), debug.Stack())
			code = exitIncomplete
		}
	}()
	a := &app{env: e}
	root := newRoot(a)
	root.SetArgs(e.args)
	if c, err := root.ExecuteContextC(ctx); err != nil {
		fmt.Fprintln(e.stderr, report.Message("cadre: "+err.Error()+afterLimit(c, err)))
		return exitCode(err)
	}
	return a.code
}

// app carries the exit code of a command that ran to its end.
type app struct {
	*env
	code int
}

// errUsage marks errors that the user mends on the command line.
var errUsage = operand.ErrUsage

// usage returns an error for wrong flags or arguments.
func usage(format string, args ...any) error {
	return usageError(fmt.Sprintf(format, args...))
}

type usageError string

func (e usageError) Error() string        { return string(e) }
func (e usageError) Is(target error) bool { return target == errUsage }

// exitCode returns the code of a command that could not do its work.
func exitCode(err error) int {
	if errors.Is(err, errUsage) {
		return exitUsage
	}
	return exitIncomplete
}
