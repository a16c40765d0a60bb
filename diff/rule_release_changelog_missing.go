package diff

import (
	"fmt"
	"strings"

	"github.com/cadre-framework/cadre/finding"
	"github.com/cadre-framework/cadre/source"
)

var _ = release(changelogMissing, finding.Rule{
	ID: "release/changelog-missing", Title: "The changelog speaks of the version", Severity: finding.Error, Since: "0.1.0",
	Doc: `CHANGELOG.md, beside the framework file, has no heading with the version that is about to be released, or is not there at all. Lists of changes tell what is different; only people can say why, and what they should do.

Write a section under a heading with the version: ## 1.1.0, or ## [1.1.0] - 2026-03-01. cadre release notes drafts the text. For a pre-release the heading of the release that it leads to is enough, or one that says Unreleased, and none is needed while nothing changed since the newest release. This rule runs in cadre release check alone.`,
})

// changelogMissing looks for a heading that names the version.
func changelogMissing(p *releasePass) {
	version := versionOf(p.work)
	wanted, written := []string{version.String(), p.work.Version}, "## "+p.work.Version
	if isPreRelease(version) {
		if p.since != nil && len(contentOf(p.since)) == 0 {
			return // there is nothing to tell yet
		}
		core := version.Core().String()
		wanted, written = append(wanted, core, "unreleased"), "## Unreleased or ## "+core
	}
	help := "write a section under the heading " + written + "; cadre release notes drafts it"
	if p.history.Changelog == nil {
		p.reportVersion(fmt.Sprintf("there is no CHANGELOG.md that says what version %s brings", p.work.Version), "write CHANGELOG.md beside the framework file, with "+strings.TrimPrefix(help, "write "))
		return
	}
	var first source.Span
	for at, heading := range headings(p.history.Changelog) {
		if first.IsZero() || strings.HasPrefix(at.Text(), "## ") && !strings.HasPrefix(first.Text(), "## ") {
			first = at
		}
		for _, name := range wanted {
			if strings.EqualFold(heading, name) {
				return
			}
		}
	}
	if first.IsZero() {
		first = p.history.Changelog.Line(1)
	}
	p.reportLine(first, fmt.Sprintf("the changelog has no section of version %s", p.work.Version), help)
}
