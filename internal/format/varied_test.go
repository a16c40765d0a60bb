package format

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"

	"github.com/cadre-framework/cadre/framework"
	"github.com/cadre-framework/cadre/source"
)

// author writes a role in whatever style comes to hand. Every comment says in
// which file and where it stands, so that a test can tell whether it still
// stands there.
type author struct {
	*rand.Rand
	strings.Builder
	commented bool
	comments  int
}

func (a *author) one(of ...string) string { return of[a.IntN(len(of))] }
func (a *author) often(n int) bool        { return a.IntN(n) > 0 }

// above writes comments and blank lines above a field.
func (a *author) above(indent int, key string) {
	for !a.often(4) {
		a.WriteString(strings.Repeat(" ", a.IntN(3)) + "\n")
	}
	for a.commented && !a.often(3) {
		a.comments++
		fmt.Fprintf(a, "%s# above %s #%d\n", strings.Repeat(" ", indent), key, a.comments)
	}
}

// beside ends a line, perhaps with a comment.
func (a *author) beside(key string) {
	if a.commented && !a.often(3) {
		a.comments++
		fmt.Fprintf(a, "%s# beside %s #%d", a.one(" ", "  ", "\t"), key, a.comments)
	} else {
		a.WriteString(a.one("", "", "", " ", "\t"))
	}
	a.WriteString("\n")
}

var phrases = []string{
	"Clerk", "It's here", "a: b", "no", "12", "# sign", "- dash", "été", "a \"quoted\" word", "tail:", "back\\slash", "2024-01-01",
	"Reads the record of a hospital stay and turns its diagnoses and procedures into classification codes that can be counted, compared and paid for.",
	"Some  double spaces in a text that is far too long for a single line, so that it must be folded somewhere but  not there.",
}

func single(s string) string { return "'" + strings.ReplaceAll(s, "'", "''") + "'" }
func double(s string) string {
	return `"` + strings.NewReplacer(`\`, `\\`, `"`, `\"`).Replace(s) + `"`
}

// scalar writes a text behind its name or dash and ends the line.
func (a *author) scalar(indent int, key, text string) {
	inner := strings.Repeat(" ", indent+1+a.IntN(4))
	lines := strings.ReplaceAll(text, ". ", ".\n")
	space := a.one(" ", "  ", " \n"+inner)
	switch a.IntN(6) {
	case 0:
		a.WriteString(space + single(text))
	case 1:
		a.WriteString(space + double(text))
	case 2:
		a.WriteString(" " + double(strings.Replace(text, " of ", " of\n\n"+inner, 1)))
	case 3:
		if i := strings.Index(text, " and "); i > 0 {
			a.WriteString(" " + single(text[:i]+"\n"+inner+text[i+1:]))
			break
		}
		fallthrough
	case 4:
		if isPlain(text, false) {
			a.WriteString(space + text)
			break
		}
		fallthrough
	default:
		a.WriteString(" " + a.one("|", ">", "|-", ">-", ">+", "|+"))
		a.beside(key)
		for line := range strings.SplitSeq(lines, "\n") {
			a.WriteString(inner + line + "\n")
			if !a.often(5) {
				a.WriteString("\n" + inner + "  more\n\n")
			}
		}
		return
	}
	a.beside(key)
}

// list writes a list of texts or of groups.
func (a *author) list(indent int, key string, group func(indent int)) {
	at := indent + a.IntN(4)
	if group == nil && !a.often(3) {
		fmt.Fprintf(a, " [ %s,%s%s ]", double("a"), a.one("", " ", "\n"+strings.Repeat(" ", indent+1)), single("b: c"))
		a.beside(key)
		return
	}
	a.beside(key)
	for i := range 1 + a.IntN(3) {
		entry := fmt.Sprintf("%s-%d", key, i)
		a.above(at, entry)
		a.WriteString(strings.Repeat(" ", at) + "-")
		switch {
		case group == nil:
			a.scalar(at, entry, phrases[a.IntN(len(phrases))])
		case a.often(3):
			spaces := 1 + a.IntN(3)
			a.WriteString(strings.Repeat(" ", spaces))
			group(at + 1 + spaces)
		default:
			a.beside(entry)
			a.WriteString(strings.Repeat(" ", at+2))
			group(at + 2)
		}
	}
}

// fields writes a group; the first field stands where the line is.
func (a *author) fields(indent int, path string, keys []string, value func(indent int, path, key string)) {
	for i, k := range a.Perm(len(keys)) {
		key := path + keys[k]
		if i > 0 {
			a.above(indent, key)
			a.WriteString(strings.Repeat(" ", indent))
		}
		a.WriteString(a.one(keys[k], keys[k], single(keys[k]), double(keys[k])) + a.one(":", ":", " :"))
		value(indent, key, keys[k])
	}
}

func (a *author) role() string {
	a.above(0, "top")
	a.WriteString("\n")
	keys := []string{"id", "title", "aliases", "level", "summary", "responsibilities", "competencies", "progression", "evidence", "notes", "x-extra", "status"}
	a.fields(0, "", keys, func(indent int, path, key string) {
		switch key {
		case "aliases", "responsibilities":
			a.list(indent, path, nil)
		case "competencies", "progression":
			a.list(indent, path, func(indent int) {
				a.fields(indent, path+".", []string{"ref", "need", "note", "to"}, func(indent int, path, _ string) {
					a.scalar(indent, path, phrases[a.IntN(len(phrases))])
				})
			})
		case "level":
			a.WriteString(a.one(" {to: 4, from: 3}", " 4", " { from: 3,\n    to: 4 }"))
			a.beside(path)
		case "evidence":
			a.beside(path)
			at := indent + 1 + a.IntN(5)
			a.WriteString(strings.Repeat(" ", at))
			a.fields(at, path+".", []string{"title", "summary"}, func(_ int, path, _ string) {
				a.WriteString(" inferred")
				a.beside(path)
			})
		case "status":
			a.beside(path)
		default:
			a.scalar(indent, path, phrases[a.IntN(len(phrases))])
		}
	})
	text := a.String()
	if !a.often(4) {
		text = strings.TrimRight(text, "\n")
	}
	if !a.often(3) {
		text = strings.ReplaceAll(text, "\n", "\r\n")
	}
	return text
}

// TestVariedStyles lays out 300 files of every style: the same values, the same
// comments beside and above the same fields, and nothing to do the second time.
func TestVariedStyles(t *testing.T) {
	tried, changed, comments := 0, 0, 0
	for good := 0; good < 300; tried++ {
		a := &author{Rand: rand.New(rand.NewPCG(4, uint64(tried))), commented: tried%4 != 0}
		text := a.role()
		old, faults := source.Parse(&source.File{Path: "roles/a.yaml", Text: text}, source.FileLimits)
		if len(faults) > 0 {
			continue
		}
		good++
		got := laid(t, "roles/a.yaml", text)
		next, faults := source.Parse(&source.File{Path: "roles/a.yaml", Text: got}, source.FileLimits)
		if len(faults) > 0 || difference(old, next) != "" || laid(t, "roles/a.yaml", got) != got {
			t.Fatalf("%v, %s:\n%s\nbecomes:\n%s", faults, difference(old, next), text, got)
		}
		checkComments(t, got)
		comments += len(next.Comments)
		if got != text {
			changed++
		}
	}
	if tried > 330 || changed < 290 || comments < 1000 {
		t.Errorf("%d files written for 300, %d changed, %d comments: the author is not what it was", tried, changed, comments)
	}
}

// checkComments holds every comment to the field that it names.
func checkComments(t *testing.T, text string) {
	t.Helper()
	lines := strings.Split(text, "\n")
	for i, line := range lines {
		_, comment, found := strings.Cut(line, "# above ")
		if !found || strings.HasPrefix(comment, "top") {
			continue
		}
		path, _, _ := strings.Cut(comment, " ")
		key := path[strings.LastIndexByte(path, '.')+1:]
		below := ""
		for _, next := range lines[i+1:] {
			if below = strings.TrimSpace(next); below != "" && below[0] != '#' {
				break
			}
		}
		if entry := strings.Contains(key, "-") && key != "x-extra"; entry && !strings.HasPrefix(below, "-") || !entry && !strings.HasPrefix(strings.TrimPrefix(below, "- "), key+":") {
			t.Fatalf("a comment above %s stands above %q:\n%s", path, below, text)
		}
	}
}

// FuzzText lays out any text: no panic, and what comes back keeps its promises.
func FuzzText(f *testing.F) {
	for i := range uint64(40) {
		a := &author{Rand: rand.New(rand.NewPCG(1, i)), commented: true}
		f.Add("roles/a.yaml", a.role())
	}
	f.Add("roles/a.yaml", "- a: |+\n\n   \n- - b\n  # c\n")
	f.Add("roles/a.json", `{"title": "a", "id": [1, {}]}`)
	f.Fuzz(func(t *testing.T, path, text string) {
		got, faults, err := Text(&source.File{Path: path, Text: text}, framework.DefaultLayout)
		if err != nil {
			t.Fatalf("%v\n%s", err, text)
		}
		if len(faults) > 0 {
			return
		}
		old, _ := source.Parse(&source.File{Path: path, Text: text}, source.FileLimits)
		next, faults := source.Parse(&source.File{Path: path, Text: got}, source.FileLimits)
		if len(faults) > 0 || difference(old, next) != "" || laid(t, path, got) != got {
			t.Fatalf("%v, %s:\n%q\nbecomes:\n%q", faults, difference(old, next), text, got)
		}
	})
}
