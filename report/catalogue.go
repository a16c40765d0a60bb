package report

import (
	"fmt"
	"io"

	"github.com/cadre-framework/cadre/finding"
)

// Catalogue is the document of the rules that there are.
type Catalogue struct {
	Rules []Rule `json:"rules"` // by id
}

// catalogueFormats is filled by the files of the formats.
var catalogueFormats = table[Catalogue]{}

// NewCatalogue makes the document of a list of rules.
func NewCatalogue(rules []*finding.Rule) *Catalogue {
	return &Catalogue{Rules: convert(rules, ruleOf)}
}

// Formats returns the names of the formats for a catalogue, sorted.
func (*Catalogue) Formats() []string { return catalogueFormats.names() }

// Write writes all rules; the options do not matter.
func (c *Catalogue) Write(w io.Writer, format string, o Options) error {
	write, err := catalogueFormats.find(format)
	if err != nil {
		return err
	}
	if err := write(w, c, o); err != nil {
		return fmt.Errorf("writing the rules as %s: %w", format, err)
	}
	return nil
}
