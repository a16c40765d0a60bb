package arch

import (
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"path"
	"regexp"
	"strconv"
	"strings"
	"testing"
)

// module is the parsed source of a whole module.
type module struct {
	path     string
	requires map[string]bool // the modules of go.mod; true when not marked indirect
	fset     *token.FileSet
	files    []file
}

// file is one Go file and what its imports are called in it.
type file struct {
	name    string // slash-separated, from the root of the module
	pkg     string // the folder of name
	test    bool
	syntax  *ast.File
	imports map[string]string // name in the file to import path
}

// load parses every Go file of a module, whatever its build constraints.
func load(t *testing.T, fsys fs.FS) *module {
	t.Helper()
	m := &module{fset: token.NewFileSet(), requires: map[string]bool{}}
	m.readGoMod(t, fsys)
	err := fs.WalkDir(fsys, ".", func(name string, d fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		if d.IsDir() && name != "." && (strings.HasPrefix(d.Name(), ".") || d.Name() == "testdata") {
			return fs.SkipDir
		}
		if d.IsDir() || !strings.HasSuffix(name, ".go") {
			return nil
		}
		return m.parse(fsys, name)
	})
	if err != nil {
		t.Fatal(err)
	}
	return m
}

var requirement = regexp.MustCompile(`(?m)^(?:require )?\s*(\S+\.\S+) v\S+( // indirect)?$`)

func (m *module) readGoMod(t *testing.T, fsys fs.FS) {
	t.Helper()
	data, err := fs.ReadFile(fsys, "go.mod")
	if err != nil {
		t.Fatal(err)
	}
	first, rest, _ := strings.Cut(string(data), "\n")
	m.path = strings.TrimPrefix(first, "module ")
	for _, match := range requirement.FindAllStringSubmatch(rest, -1) {
		m.requires[match[1]] = match[2] == ""
	}
}

func (m *module) parse(fsys fs.FS, name string) error {
	data, err := fs.ReadFile(fsys, name)
	if err != nil {
		return err
	}
	syntax, err := parser.ParseFile(m.fset, name, data, parser.SkipObjectResolution)
	if err != nil {
		return err
	}
	f := file{name: name, pkg: path.Dir(name), test: strings.HasSuffix(name, "_test.go"), syntax: syntax, imports: map[string]string{}}
	for _, spec := range syntax.Imports {
		target, err := strconv.Unquote(spec.Path.Value)
		if err != nil {
			return err
		}
		f.imports[localName(spec, target)] = target
	}
	m.files = append(m.files, f)
	return nil
}

var majorVersion = regexp.MustCompile(`/v[0-9]+$`)

// localName returns what an import is called in its file. A blank or dot import is
// told apart by its path, so that several do not hide each other.
func localName(spec *ast.ImportSpec, target string) string {
	if spec.Name == nil {
		return path.Base(majorVersion.ReplaceAllString(target, ""))
	}
	if spec.Name.Name == "_" || spec.Name.Name == "." {
		return spec.Name.Name + " " + target
	}
	return spec.Name.Name
}

// own returns the folder of a package of this module.
func (m *module) own(target string) (pkg string, ok bool) {
	return strings.CutPrefix(target, m.path+"/")
}

// foreign reports whether an import path belongs to another module.
func (m *module) foreign(target string) bool {
	_, own := m.own(target)
	host, _, _ := strings.Cut(target, "/")
	return !own && strings.Contains(host, ".")
}

// code returns the files that are no tests.
func (m *module) code() []file {
	var code []file
	for _, f := range m.files {
		if !f.test {
			code = append(code, f)
		}
	}
	return code
}

// packages returns the folders that hold code.
func (m *module) packages() map[string]bool {
	all := map[string]bool{}
	for _, f := range m.code() {
		all[f.pkg] = true
	}
	return all
}
