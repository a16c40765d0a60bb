package lint

import (
	"slices"

	"github.com/cadre-framework/cadre/finding"
	"github.com/cadre-framework/cadre/internal/text"
)

var _ = rule(summaryEqualsTitle, finding.Rule{
	ID: "text/summary-equals-title", Title: "A summary says more than the title", Severity: finding.Warning, Since: "0.1.0",
	Doc: `The summary has the same words as the title, so whoever reads it learns nothing.

Say in a sentence what it is or does, or leave the summary out. Case, punctuation and an article at the beginning do not count as a difference.`,
})

// summaryEqualsTitle compares the words of both.
func summaryEqualsTitle(p *Pass) {
	for e := range p.Entities() {
		title := withoutArticle(text.Words(e.Title))
		if len(title) > 0 && e.Summary != "" && slices.Equal(title, withoutArticle(text.Words(e.Summary))) {
			p.Report(e, e.At("summary"), "the summary repeats the title").Related(e.At("title"), "the title").
				Help("say what the title does not, or leave the summary out")
		}
	}
}

func withoutArticle(words []string) []string {
	if len(words) > 0 && slices.Contains([]string{"a", "an", "the"}, words[0]) {
		return words[1:]
	}
	return words
}
