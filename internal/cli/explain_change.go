package cli

import (
	"fmt"
	"io"
	"strings"

	"github.com/cadre-framework/cadre/diff"
	"github.com/cadre-framework/cadre/docs"
)

// changesCategory stands before the id of a kind of change, as a category does
// before the name of a rule.
const changesCategory = "diff"

// explainChange prints what a kind of change declares of itself, and its page. A
// page can only be missing from a build whose pages were not made anew.
func explainChange(w io.Writer, k *diff.Kind) error {
	page, ok := docs.Change(k.ID)
	if !ok {
		return fmt.Errorf("this build of Cadre has no page of the change %s: please report it; cadre explain diff lists what it is about", k.ID)
	}
	fmt.Fprintf(w, "%s/%s\n%s\n\n", changesCategory, k.ID, k.Title)
	fmt.Fprintf(w, "Impact:   %s\n", k.ImpactText())
	if len(k.Audience) > 0 {
		fmt.Fprintf(w, "Concerns: %s\n", strings.Join(k.Audience, ", "))
	}
	if len(k.Subjects) > 0 {
		fmt.Fprintf(w, "Subjects: %s\n", joined(k.Subjects))
	}
	_, err := fmt.Fprintf(w, "Since:    %s\n\n%s", k.Since, pageText(page))
	return err
}

// listChanges prints a line for each kind of change.
func listChanges(w io.Writer) error {
	var b strings.Builder
	b.WriteString(changesCategory + "\n")
	for _, k := range diff.Kinds() {
		fmt.Fprintf(&b, "  %-34s %-32s %s\n", changesCategory+"/"+k.ID, k.ImpactText(), k.Title)
	}
	fmt.Fprintf(&b, "\n%d kinds of change; cadre explain ID tells more about one\n", len(diff.Kinds()))
	_, err := io.WriteString(w, b.String())
	return err
}

// joined lists words of any text type.
func joined[T ~string](words []T) string {
	var all []string
	for _, w := range words {
		all = append(all, string(w))
	}
	return strings.Join(all, ", ")
}
