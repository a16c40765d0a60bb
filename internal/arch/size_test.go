package arch

import (
	"fmt"
	"go/ast"
)

// The most lines that a file and a function may have. They are well above what is
// aimed at, 150 and 25: what reaches them wants to be two things.
const (
	fileLines     = 400
	functionLines = 60
)

// checkSizes reports files and functions that are too long. Tests are free.
func checkSizes(m *module) []string {
	var problems []string
	for _, f := range m.code() {
		if n := m.fset.File(f.syntax.FileStart).LineCount(); n > fileLines {
			problems = append(problems, fmt.Sprintf("%s: %d lines, more than %d: split it", f.name, n, fileLines))
		}
		for _, decl := range f.syntax.Decls {
			d, ok := decl.(*ast.FuncDecl)
			if !ok {
				continue
			}
			if n := m.fset.Position(d.End()).Line - m.fset.Position(d.Pos()).Line + 1; n > functionLines {
				problems = append(problems, fmt.Sprintf("%s: %s has %d lines, more than %d: split it", f.name, d.Name.Name, n, functionLines))
			}
		}
	}
	return problems
}
