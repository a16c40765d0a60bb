package arch

import (
	"fmt"
	"go/ast"
	"strings"
)

// checkSignatures reports types of internal packages and of other modules in what
// public packages export. It reads syntax alone: a variable without a written type
// has the type of the package that its value names, so one that is filled by a call
// into such a package states its own type.
func checkSignatures(m *module) []string {
	var problems []string
	for _, f := range m.code() {
		r, _ := rowOf(f.pkg)
		if r.pkg == "" || !r.public() {
			continue
		}
		for _, decl := range f.syntax.Decls {
			exported(decl, func(name string, part ast.Node) {
				shown(part, func(selector *ast.SelectorExpr) {
					target := f.origin(selector)
					pkg, _ := m.own(target)
					if m.foreign(target) || strings.HasPrefix(pkg, "internal/") {
						problems = append(problems, fmt.Sprintf("%s: %s shows %s.%s", f.name, name, target, selector.Sel.Name))
					}
				})
			})
		}
	}
	return problems
}

// exported calls report with each part of a declaration that other packages see.
func exported(decl ast.Decl, report func(name string, part ast.Node)) {
	switch d := decl.(type) {
	case *ast.FuncDecl:
		if d.Name.IsExported() && (d.Recv == nil || exportedReceiver(d.Recv.List[0].Type)) {
			report(d.Name.Name, d.Type)
		}
	case *ast.GenDecl:
		for _, spec := range d.Specs {
			switch s := spec.(type) {
			case *ast.TypeSpec:
				if !s.Name.IsExported() {
					continue
				}
				if s.TypeParams != nil {
					report(s.Name.Name, s.TypeParams)
				}
				report(s.Name.Name, s.Type)
			case *ast.ValueSpec:
				exportedValue(s, report)
			}
		}
	}
}

func exportedValue(s *ast.ValueSpec, report func(name string, part ast.Node)) {
	for i, name := range s.Names {
		switch {
		case !name.IsExported():
		case s.Type != nil:
			report(name.Name, s.Type)
		case i < len(s.Values):
			report(name.Name, origins(s.Values[i]))
		}
	}
}

// origins returns the part of a value that names its type.
func origins(value ast.Expr) ast.Node {
	switch v := value.(type) {
	case *ast.UnaryExpr:
		return origins(v.X)
	case *ast.CompositeLit:
		if v.Type != nil {
			return v.Type
		}
	case *ast.CallExpr:
		return origins(v.Fun)
	case *ast.FuncLit:
		return v.Type
	case *ast.SelectorExpr, *ast.IndexExpr:
		return v
	}
	return &ast.BadExpr{}
}

func exportedReceiver(t ast.Expr) bool {
	switch t := t.(type) {
	case *ast.StarExpr:
		return exportedReceiver(t.X)
	case *ast.IndexExpr:
		return exportedReceiver(t.X)
	case *ast.IndexListExpr:
		return exportedReceiver(t.X)
	case *ast.Ident:
		return t.IsExported()
	}
	return false
}

// shown calls report with the qualified names of a type, without those of fields
// and methods that are not exported.
func shown(part ast.Node, report func(*ast.SelectorExpr)) {
	ast.Inspect(part, func(n ast.Node) bool {
		var members *ast.FieldList
		switch n := n.(type) {
		case *ast.SelectorExpr:
			report(n)
			return false
		case *ast.StructType:
			members = n.Fields
		case *ast.InterfaceType:
			members = n.Methods
		default:
			return true
		}
		for _, member := range members.List {
			if len(member.Names) == 0 || anyExported(member.Names) {
				shown(member.Type, report)
			}
		}
		return false
	})
}

func anyExported(names []*ast.Ident) bool {
	for _, name := range names {
		if name.IsExported() {
			return true
		}
	}
	return false
}
