// Package docs holds the pages that are made from Cadre's declarations and
// cases, so that the program can show them.
//
// Pages lie below rules, one for each rule, and below changes, one for each kind
// of change. They are written by the tests of internal/docgen; nobody edits them.
// Most callers want one page:
//
//	page, ok := docs.Rule("reference/unknown")
package docs

import "embed"

//go:embed rules changes
var pages embed.FS

// Rule returns the page of a rule, as Markdown, and whether there is one.
func Rule(id string) (string, bool) {
	page, err := pages.ReadFile("rules/" + id + ".md")
	return string(page), err == nil
}

// Change returns the page of a kind of change, as Markdown, and whether there is
// one.
func Change(id string) (string, bool) {
	page, err := pages.ReadFile("changes/" + id + ".md")
	return string(page), err == nil
}
