package arch

import (
	"os"
	"testing"
)

// checks are the rules of this package, by what they hold.
var checks = []struct {
	name string
	of   func(*module) []string
}{
	{"imports go down", checkRanks},
	{"modules have one door", checkDoors},
	{"doors are those of go.mod", checkRequirements},
	{"packages are handed the world", checkUses},
	{"public signatures are our own", checkSignatures},
	{"files and functions are short", checkSizes},
}

func TestModule(t *testing.T) {
	m := load(t, os.DirFS("../.."))
	if len(m.packages()) < 2 {
		t.Fatalf("only the packages %v were found", m.packages())
	}
	for _, r := range table {
		if !m.packages()[r.pkg] {
			t.Logf("the row of %s waits for its package", r.pkg)
		}
	}
	for _, check := range checks {
		t.Run(check.name, func(t *testing.T) {
			for _, problem := range check.of(m) {
				t.Error(problem)
			}
		})
	}
}
