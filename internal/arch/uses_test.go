package arch

import (
	"fmt"
	"go/ast"
	"path"
)

// ban names what some packages may not use: import paths, and names behind one.
// The patterns are those of path.Match.
type ban struct {
	who  func(row) bool
	uses []string
	why  string
}

var bans = []ban{
	{
		// net/url stays allowed: it parses text and opens nothing.
		who:  row.public,
		uses: []string{"os", "os/*", "io/ioutil", "net", "net/http", "net/http/*", "syscall", "plugin"},
		why:  "a public package is handed what it reads",
	},
	{
		// The package time as such stays allowed: dates in data are parsed with it.
		who: row.public,
		uses: []string{"time.Now", "time.Since", "time.Until", "time.Sleep", "time.After", "time.AfterFunc",
			"time.Tick", "time.NewTicker", "time.NewTimer"},
		why: "the same bytes in must give the same bytes out, whatever the clock says",
	},
	{
		who:  func(r row) bool { return r.rank < commandLine },
		uses: []string{"fmt.Print*", "log", "log/*", "os.Std*", "builtin.print*"},
		why:  "only the command line prints",
	},
}

// checkUses reports what the bans forbid.
func checkUses(m *module) []string {
	var problems []string
	for _, f := range m.code() {
		r, ok := rowOf(f.pkg)
		if !ok {
			continue
		}
		for _, use := range f.uses() {
			for _, b := range bans {
				if b.who(r) && b.covers(use) {
					problems = append(problems, fmt.Sprintf("%s: uses %s: %s", f.name, use, b.why))
				}
			}
		}
	}
	return problems
}

func (b ban) covers(use string) bool {
	for _, pattern := range b.uses {
		if ok, err := path.Match(pattern, use); ok || err != nil {
			return true
		}
	}
	return false
}

// uses returns the import paths of a file, and every name that stands behind one
// of them, as in "fmt.Println".
func (f file) uses() []string {
	var all []string
	for _, target := range f.imports {
		all = append(all, target)
	}
	ast.Inspect(f.syntax, func(n ast.Node) bool {
		if selector, ok := n.(*ast.SelectorExpr); ok {
			if target := f.origin(selector); target != "" {
				all = append(all, target+"."+selector.Sel.Name)
			}
		}
		if call, ok := n.(*ast.CallExpr); ok {
			if name, ok := call.Fun.(*ast.Ident); ok {
				all = append(all, "builtin."+name.Name)
			}
		}
		return true
	})
	return all
}

// origin returns the import path that a qualified name comes from, or "".
func (f file) origin(selector *ast.SelectorExpr) string {
	if name, ok := selector.X.(*ast.Ident); ok {
		return f.imports[name.Name]
	}
	return ""
}
