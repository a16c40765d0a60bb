package diff

import (
	"fmt"

	"github.com/cadre-framework/cadre/internal/text"
	"github.com/cadre-framework/cadre/source"
)

// prose compares a text. What is what people call it, such as "the summary".
func (p *pair) prose(k *Kind, path, what string, old, new source.Node) {
	if old.Text() == new.Text() {
		return
	}
	class, words := text.Wording(old.Text(), new.Text(), p.after.Locale)
	message := wordingMessage(class, old, new)
	if k.name {
		message = fmt.Sprintf("changed from %q to %q", old.Text(), new.Text())
	}
	c := p.add(k, path, old, new, "%s %s", what, message)
	c.Impact = p.impact(k, wordingImpact(class))
	c.Words = wordEdits(words)
}

func wordEdits(words []text.WordEdit) []WordEdit {
	var edits []WordEdit
	for _, w := range words {
		edits = append(edits, WordEdit{Operation(w.Op), w.Text})
	}
	return edits
}

func wordingImpact(class text.Class) Impact {
	switch class {
	case text.Editorial:
		return Patch
	case text.Grew:
		return Major
	}
	return Minor
}

func wordingMessage(class text.Class, old, new source.Node) string {
	switch {
	case old.Text() == "" && class == text.Grew:
		return "added, with an obligation"
	case old.Text() == "":
		return "added"
	case new.Text() == "":
		return "removed"
	case class == text.Editorial:
		return "corrected, with the same meaning"
	case class == text.Grew:
		return "obliges more"
	case class == text.Shrank:
		return "obliges less"
	}
	return "reworded"
}
