package main

import (
	"os"
	"strings"
	"testing"
)

// TestReadmeShowsTheScript holds the README to the script that runs what it shows.
func TestReadmeShowsTheScript(t *testing.T) {
	script, err := os.ReadFile("testdata/script/readme_diff.txtar")
	if err != nil {
		t.Fatal(err)
	}
	readme, err := os.ReadFile("../../README.md")
	if err != nil {
		t.Fatal(err)
	}
	_, want, _ := strings.Cut(string(script), "-- want --\n")
	if want == "" || !strings.Contains(string(readme), "```\n"+want+"```") {
		t.Errorf("the README does not show\n%s", want)
	}
}
