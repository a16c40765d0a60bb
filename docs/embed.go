// Package docs holds the pages that are made from Cadre's declarations and
// cases, so that the program can show them.
//
// Pages lie below rules, one for each rule, and are written by the tests of
// internal/docgen; nobody edits them. Most callers want one page:
//
//	page, ok := docs.Rule("reference/unknown")
package docs

import "embed"

//go:embed rules
var pages embed.FS

// Rule returns the page of a rule, as Markdown, and whether there is one.
func Rule(id string) (string, bool) {
	page, err := pages.ReadFile("rules/" + id + ".md")
	return string(page), err == nil
}
