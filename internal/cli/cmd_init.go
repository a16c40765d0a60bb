package cli

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"github.com/cadre-framework/cadre/framework"
	"github.com/cadre-framework/cadre/internal/scaffold"
	"github.com/cadre-framework/cadre/report"
)

func newInit(a *app) *cobra.Command {
	var noCI bool
	c := &cobra.Command{
		Use:   "init [flags] [DIR]",
		Short: "Start a framework",
		Long: `Write the first files of a framework into DIR, or into this folder: the
framework file, a scale of levels and one of proficiency, and the schemas that
editors use. At the root of the git repository that DIR lies in, or in DIR where
there is none, a workflow for GitHub and an entry for pre-commit run cadre check.

Texts that only you can write begin with "TODO:", and cadre check names them.
Nothing that exists is overwritten: if any of the files is there, none is
written, and the exit code is 1.`,
		Example: `  cadre init demo
  cadre init framework-data
  cadre init --no-ci`,
		Args: cobra.MaximumNArgs(1),
		RunE: func(_ *cobra.Command, args []string) error {
			return a.init(strings.Join(args, ""), !noCI)
		},
	}
	grouped(c.Flags(), groupOutput, func(f *pflag.FlagSet) {
		f.BoolVar(&noCI, "no-ci", false, "leave out the workflow and the pre-commit entry")
	})
	return c
}

func (a *app) init(name string, checks bool) error {
	dir := a.path(name)
	id := scaffold.Slug(filepath.Base(dir))
	if id == "" {
		return usage("the folder %q has no letter to make an id of: give it another name; the id can be changed in framework.yaml later", filepath.Base(dir))
	}
	if file := frameworkFile(dir); file != "" {
		return a.exists(fmt.Errorf("%s exists already: this folder holds a framework", a.relative(file)))
	}
	if outer := frameworkAbove(dir); outer != "" {
		return usage("the framework of %s would take the files of a framework in it for its own: choose a folder outside", a.relative(outer))
	}
	root := repositoryOf(dir)
	at, err := filepath.Rel(root, dir)
	if err != nil {
		return fmt.Errorf("finding the folder in its repository: %w", err)
	}
	at = filepath.ToSlash(at)
	if checks && !scaffold.CanBeNamed(at) {
		return usage("a workflow cannot name the folder %q: use letters, digits, dots, hyphens and underscores, or leave the workflow out with --no-ci", at)
	}
	files, err := scaffold.Framework(id, scaffold.Options{Dir: at, Checks: checks})
	if err != nil {
		return err
	}
	if err := os.MkdirAll(dir, 0o777); err != nil {
		return fmt.Errorf("making the folder %s: %w", name, cause(err))
	}
	if err := a.create(root, files); err != nil || a.code != exitOK {
		return err
	}
	return a.initNext(name, dir)
}

// initNext says what there is now, and what comes next.
func (a *app) initNext(name, dir string) error {
	var b strings.Builder
	b.WriteString("\nNext:\n")
	if filepath.Clean(a.dir) != dir {
		if !scaffold.CanBeNamed(filepath.ToSlash(name)) {
			name = `"` + name + `"`
		}
		fmt.Fprintf(&b, "  cd %s\n", name)
	}
	b.WriteString("  cadre new constituency ID                 a professional group, such as information-management\n" +
		"  cadre new role ID --constituency ID       a role in it, such as data-steward\n" +
		"  cadre check                               what is left to fill in\n\n" +
		"The texts are taken for British English (locale in framework.yaml), and the scale of\nlevels has nine ranks (scales/career-levels.yaml): change both if yours differ.\n")
	_, err := fmt.Fprint(a.stdout, report.Message(b.String()))
	return err
}

// create writes new files below a folder and tells which. That one exists is no
// error of the program but an answer, with its own exit code.
func (a *app) create(dir string, files []scaffold.File) error {
	root, err := os.OpenRoot(dir)
	if err != nil {
		return fmt.Errorf("opening the folder: %w", err)
	}
	defer root.Close()
	var exists *scaffold.ExistsError
	switch err := scaffold.Write(root, files); {
	case errors.As(err, &exists):
		for i, p := range exists.Paths {
			exists.Paths[i] = a.relative(filepath.Join(dir, filepath.FromSlash(p)))
		}
		return a.exists(fmt.Errorf("%w, and nothing was written", exists))
	case err != nil:
		return err
	}
	schemas := 0
	for _, f := range files {
		if strings.HasSuffix(f.Path, ".schema.json") {
			schemas++
			continue
		}
		fmt.Fprintln(a.stdout, report.Message("wrote "+a.relative(filepath.Join(dir, filepath.FromSlash(f.Path)))))
	}
	if schemas > 0 {
		fmt.Fprintf(a.stdout, "wrote %d schemas for editors\n", schemas)
	}
	return nil
}

// exists tells that a target is there already.
func (a *app) exists(err error) error {
	a.code = exitFindings
	_, printed := fmt.Fprintln(a.stderr, report.Message("cadre: "+err.Error()))
	return printed
}

// frameworkFile returns the framework file of a folder, or "".
func frameworkFile(dir string) string {
	for _, ext := range []string{".yaml", ".yml", ".json"} {
		file := filepath.Join(dir, framework.DefaultLayout.Framework+ext)
		if info, err := os.Lstat(file); err == nil && !info.IsDir() {
			return file
		}
	}
	return ""
}

// frameworkAbove returns the nearest folder above one that holds a framework, or
// "".
func frameworkAbove(dir string) string {
	for dir != filepath.Dir(dir) {
		if dir = filepath.Dir(dir); frameworkFile(dir) != "" {
			return dir
		}
	}
	return ""
}

// repositoryOf returns the root of the git repository that a folder lies in, or
// the folder itself.
func repositoryOf(dir string) string {
	for at := dir; ; at = filepath.Dir(at) {
		if _, err := os.Lstat(filepath.Join(at, ".git")); err == nil {
			return at
		}
		if at == filepath.Dir(at) {
			return dir
		}
	}
}
