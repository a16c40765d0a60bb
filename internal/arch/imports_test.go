package arch

import (
	"fmt"
	"maps"
	"slices"
	"strings"
)

// checkRanks reports packages without a row and imports that do not go down.
func checkRanks(m *module) []string {
	var problems []string
	for _, pkg := range slices.Sorted(maps.Keys(m.packages())) {
		if _, ok := rowOf(pkg); !ok {
			problems = append(problems, pkg+": the package has no row in the table")
		}
	}
	for _, f := range m.code() {
		from, ok := rowOf(f.pkg)
		if !ok {
			continue // one message for the package is enough
		}
		for name, target := range f.imports {
			if strings.HasPrefix(name, ". ") {
				problems = append(problems, fmt.Sprintf("%s: the dot import of %s hides where names come from", f.name, target))
			}
			pkg, own := m.own(target)
			to, ok := rowOf(pkg)
			switch {
			case !own || !ok || from.rank == testsOnly:
			case to.rank == testsOnly:
				problems = append(problems, fmt.Sprintf("%s: imports %s, which is for tests", f.name, pkg))
			case to.rank >= from.rank:
				problems = append(problems, fmt.Sprintf("%s: rank %d imports %s of rank %d", f.name, from.rank, pkg, to.rank))
			}
		}
	}
	return problems
}

// checkDoors reports imports of other modules outside their door.
func checkDoors(m *module) []string {
	var problems []string
	for _, f := range m.code() {
		for _, target := range f.imports {
			if !m.foreign(target) {
				continue
			}
			if door, _, ok := doorOf(target); !ok {
				problems = append(problems, fmt.Sprintf("%s: %s has no door in the table", f.name, target))
			} else if door != f.pkg {
				problems = append(problems, fmt.Sprintf("%s: only %s may import %s", f.name, door, target))
			}
		}
	}
	return problems
}

// checkRequirements compares the doors with go.mod.
func checkRequirements(m *module) []string {
	var problems []string
	for needed, direct := range m.requires {
		if _, door, _ := doorOf(needed); direct && door != needed {
			problems = append(problems, fmt.Sprintf("go.mod: %s has no door in the table", needed))
		}
	}
	for _, r := range table {
		for _, door := range r.doors {
			if _, ok := m.requires[door]; !ok {
				problems = append(problems, fmt.Sprintf("%s: its door to %s leads to nothing in go.mod", r.pkg, door))
			}
		}
	}
	return problems
}
