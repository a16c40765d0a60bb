package arch

import (
	"fmt"
	"os"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
)

// TestDocs compares the table of docs/architecture.md with the one of this folder.
// Its rows read, the last cell naming modules or a dash,
//
//	| 1 | `source` | Documents that know their places | `go.yaml.in/yaml/v4` |
//
// with a dash for the rank of packages that only tests import.
func TestDocs(t *testing.T) {
	data, err := os.ReadFile("../../docs/architecture.md")
	if err != nil {
		t.Fatal(err)
	}
	for _, problem := range checkDocs(string(data), load(t, os.DirFS("../..")).packages()) {
		t.Error(problem)
	}
}

// checkDocs reports rows that a page lacks or should not have. The rows of
// packages that do not exist yet are no part of it.
func checkDocs(page string, existing map[string]bool) []string {
	var problems []string
	got := documented(page)
	for _, r := range table {
		if existing[r.pkg] && !slices.ContainsFunc(got, r.equal) {
			problems = append(problems, "docs/architecture.md lacks the row "+r.text())
		}
	}
	for _, r := range got {
		if !existing[r.pkg] || !slices.ContainsFunc(table, r.equal) {
			problems = append(problems, "docs/architecture.md has a row that does not hold: "+r.text())
		}
	}
	return problems
}

func (r row) equal(other row) bool {
	return r.rank == other.rank && r.pkg == other.pkg && slices.Equal(r.doors, other.doors)
}

// text writes a row as the page should have it.
func (r row) text() string {
	rank, doors := "–", "–"
	if r.rank != testsOnly {
		rank = strconv.Itoa(r.rank)
	}
	if len(r.doors) > 0 {
		doors = "`" + strings.Join(r.doors, "`, `") + "`"
	}
	return fmt.Sprintf("| %s | `%s` | … | %s |", rank, r.pkg, doors)
}

var (
	packageRow = regexp.MustCompile("(?m)^\\| *([0-9]+|[–-]) *\\| *`([^`]+)` *\\|.*\\|([^|]*)\\| *$")
	backquoted = regexp.MustCompile("`([^`]+)`")
)

// documented returns the rows of every table in a page whose first cell is a rank.
func documented(page string) []row {
	var rows []row
	for _, match := range packageRow.FindAllStringSubmatch(page, -1) {
		r := row{rank: testsOnly, pkg: match[2]}
		if rank, err := strconv.Atoi(match[1]); err == nil {
			r.rank = rank
		}
		for _, door := range backquoted.FindAllStringSubmatch(match[3], -1) {
			r.doors = append(r.doors, door[1])
		}
		rows = append(rows, r)
	}
	return rows
}
