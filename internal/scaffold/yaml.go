package scaffold

import (
	"encoding/json"
	"errors"
	"fmt"
	"strings"

	"github.com/cadre-framework/cadre/framework"
	"github.com/cadre-framework/cadre/source"
	"github.com/cadre-framework/cadre/validate"
)

// scalar writes a text as a YAML value on one line: as it is where every reader
// takes it for that text, else in double quotes.
func scalar(s string) (string, error) {
	file := &source.File{Path: "title.yaml", Text: "id: x\ntitle: " + s + "\n"}
	doc, faults := source.Parse(file, source.FileLimits)
	if len(faults) == 0 && doc.Root().Len() == 2 && len(doc.Comments) == 0 && doc.Root().Get("title").Str() == s {
		found, err := validate.Document(doc, nil, string(framework.KindConstituency), false)
		if err != nil {
			return "", fmt.Errorf("reading the title back: %w", err)
		}
		if len(found) == 0 {
			return s, nil
		}
	}
	var b strings.Builder
	enc := json.NewEncoder(&b) // YAML reads every JSON text
	enc.SetEscapeHTML(false)
	err := enc.Encode(s)
	return strings.TrimSuffix(b.String(), "\n"), err
}

// checked returns an error when a file would not be clean by syntax and schema: a
// title may hold what no framework may hold.
func checked(f File, kind framework.Kind) error {
	doc, faults := source.Parse(&source.File{Path: f.Path, Text: f.Text}, source.FileLimits)
	found, err := validate.Document(doc, faults, string(kind), false)
	if err != nil {
		return fmt.Errorf("checking %s: %w", f.Path, err)
	}
	if len(found) > 0 {
		return errors.New(strings.Trim(found[0].Message+"; "+found[0].Help, "; "))
	}
	return nil
}
