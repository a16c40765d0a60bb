package scaffold

import (
	"embed"
	"fmt"
	"strings"
	"text/template"

	"github.com/cadre-framework/cadre/framework"
)

//go:embed templates
var embedded embed.FS

var templates = template.Must(template.New("").Funcs(template.FuncMap{"text": scalar}).ParseFS(embedded, "templates/*.tmpl"))

// facts are what the templates may say.
type facts struct {
	Modeline     string // the first line with its line break, or nothing
	ID, Title    string
	Constituency string // of a role; empty for a draft
	Scale        string // of a level
	Rank         int
	Facets       []framework.Facet
	Ranks        []rank // of the proficiency scale, for a competency
	Path         string // of the framework from the root of the repository, behind a blank, or nothing
}

// rank is a rank of the proficiency scale, and its label where it has one.
type rank struct {
	Number int
	Label  string
}

// Todo is what stands for the description of a competency at the rank.
func (r rank) Todo() string {
	if r.Label == "" {
		return fmt.Sprintf("TODO: say what a person at rank %d can do", r.Number)
	}
	return fmt.Sprintf("TODO: say what a person at rank %d (%s) can do", r.Number, r.Label)
}

func render(name string, f facts) (string, error) {
	var b strings.Builder
	if err := templates.ExecuteTemplate(&b, name+".tmpl", f); err != nil {
		return "", fmt.Errorf("writing %s: %w", name, err)
	}
	return b.String(), nil
}
