package docgen

import (
	"fmt"
	"io/fs"
	"path"
	"slices"
	"strings"
)

// example is a case as a page shows it.
type example struct {
	note  string
	files []file
	want  string // what Cadre says of them
	fixed []file // the files that its fix changes, as they are afterwards
}

type file struct{ path, text string }

// shown is the most lines of a case that a page takes without looking for a
// shorter one.
const shown = 40

// examples returns a case in which a rule speaks and one in which it is silent;
// either is nil when no case shows that.
func examples(fsys fs.FS, id string) (wrong, right *example, err error) {
	paths, err := fs.Glob(fsys, "*/testdata/"+id+"/*.txtar")
	if err != nil {
		return nil, nil, fmt.Errorf("looking for cases of %s: %w", id, err)
	}
	slices.Sort(paths)
	var speaks, silent []string
	for _, p := range paths {
		data, err := fs.ReadFile(fsys, p)
		if err != nil {
			return nil, nil, fmt.Errorf("reading a case of %s: %w", id, err)
		}
		if strings.HasPrefix(path.Base(p), "ok-") {
			silent = append(silent, string(data))
		} else {
			speaks = append(speaks, string(data))
		}
	}
	return pick(speaks), pick(silent), nil
}

// pick returns the first case that fits on a page, or the shortest.
func pick(cases []string) *example {
	if len(cases) == 0 {
		return nil
	}
	best := slices.MinFunc(cases, func(a, b string) int { return strings.Count(a, "\n") - strings.Count(b, "\n") })
	for _, c := range cases {
		if strings.Count(c, "\n") <= shown {
			best = c
			break
		}
	}
	return read(best)
}

// read takes a case apart: the sentence that says what it shows, and files that
// each follow a line with their name. Internal/testkit documents the form.
func read(data string) *example {
	e := &example{}
	note, current := "", (*string)(nil)
	for line := range strings.Lines(data) {
		name, opens := strings.CutPrefix(strings.TrimSuffix(line, "\n"), "-- ")
		name, closes := strings.CutSuffix(name, " --")
		switch {
		case !opens || !closes:
			if current == nil {
				note += line
			} else {
				*current += line
			}
		case name == "want":
			current = &e.want
		case strings.HasPrefix(name, "want/fixed/"):
			e.fixed = append(e.fixed, file{path: strings.TrimPrefix(name, "want/fixed/")})
			current = &e.fixed[len(e.fixed)-1].text
		default:
			e.files = append(e.files, file{path: name})
			current = &e.files[len(e.files)-1].text
		}
	}
	e.note = strings.Join(strings.Fields(note), " ")
	return e
}
