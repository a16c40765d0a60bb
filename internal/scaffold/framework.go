package scaffold

import (
	"fmt"
	"path"
	"regexp"

	"github.com/cadre-framework/cadre/framework"
	"github.com/cadre-framework/cadre/schema"
)

// File is a text and where it goes: a slash-separated path.
type File struct{ Path, Text string }

// Options say what goes with the files of a new framework.
type Options struct {
	Dir    string // the framework's folder from the root of the repository, "." when it is the root
	Checks bool   // whether the repository gets a workflow and a pre-commit entry that run cadre check
}

// schemaDir is where a framework keeps the schemas for editors. Its name begins
// with a dot, so that they are no part of the framework.
const schemaDir = ".cadre/schema"

// Framework returns the files of a new framework with this id. Their paths are
// from the root of the repository.
func Framework(id string, o Options) ([]File, error) {
	var files []File
	for _, made := range []struct {
		template string
		kind     framework.Kind // or the name of another schema
		path     string
	}{
		{"framework", framework.KindFramework, framework.DefaultLayout.Framework + ".yaml"},
		{"career-levels", framework.KindScale, "scales/career-levels.yaml"},
		{"proficiency", framework.KindScale, "scales/proficiency.yaml"},
		{"config", "config", ".cadre.yaml"},
	} {
		text, err := render(made.template, facts{ID: id, Modeline: modeline(schemaDir, made.kind, made.path)})
		if err != nil {
			return nil, err
		}
		f := File{made.path, text}
		if err := checked(f, made.kind); err != nil {
			return nil, fmt.Errorf("writing %s: %w", made.path, err)
		}
		files = append(files, f)
	}
	files = append(files, schemas()...)
	for i := range files {
		files[i].Path = path.Join(o.Dir, files[i].Path)
	}
	if !o.Checks {
		return files, nil
	}
	checks, err := checks(o.Dir)
	return append(files, checks...), err
}

// schemas returns the schemas that the files of a framework are held to.
func schemas() []File {
	var files []File
	for _, name := range append(schema.Kinds(), "common", "config") {
		text, _ := schema.Text(name)
		files = append(files, File{path.Join(schemaDir, name+".schema.json"), text})
	}
	return files
}

// plainPath is a path that needs no quotes in YAML and in a shell.
var plainPath = regexp.MustCompile(`^[A-Za-z0-9_][A-Za-z0-9_.-]*(/[A-Za-z0-9_][A-Za-z0-9_.-]*)*$`)

// CanBeNamed reports whether the files that run cadre check can name a folder.
func CanBeNamed(dir string) bool { return dir == "." || plainPath.MatchString(dir) }

// checks returns what makes GitHub and pre-commit run cadre check.
func checks(dir string) ([]File, error) {
	if !CanBeNamed(dir) {
		return nil, fmt.Errorf("the folder %q cannot be named in a workflow", dir)
	}
	operand := ""
	if dir != "." {
		operand = " " + dir
	}
	workflow, err := render("workflow", facts{Path: operand})
	if err != nil {
		return nil, err
	}
	entry, err := render("pre-commit", facts{Path: operand})
	return []File{{".github/workflows/framework.yml", workflow}, {".pre-commit-config.yaml", entry}}, err
}
