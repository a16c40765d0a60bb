package operand

import (
	"fmt"
	"io/fs"
	"path"
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"
)

// gitScheme begins the operands that are git revisions.
const gitScheme = "git:"

// revision is what an argument "git:REF[:PATH]" names. Without a path it is not
// said where in the revision the framework lies; "." is the top.
type revision struct{ ref, path string }

// parseRevision reads an argument.
func parseRevision(arg string) (revision, error) {
	ref, at, named := strings.Cut(strings.TrimPrefix(arg, gitScheme), ":")
	if err := checkRef(ref); err != nil {
		return revision{}, usage("%s: %w", arg, err)
	}
	if !named {
		return revision{ref: ref}, nil
	}
	clean := path.Clean(at)
	if !fs.ValidPath(clean) {
		return revision{}, usage("%s: the path begins at the root of the repository and stays inside, as in git:%s:framework-data", arg, ref)
	}
	return revision{ref, clean}, nil
}

// longestRef bounds the name of a revision.
const longestRef = 250

// ancestor is what may follow a name: ~ and ^ with how far to go.
var ancestor = regexp.MustCompile(`(?:[~^][0-9]{0,6})*$`)

// objectName is how git writes the id of an object.
var objectName = regexp.MustCompile(`^(?:[0-9a-f]{40}|[0-9a-f]{64})$`)

// splitRef parts a revision into its name and the steps to an ancestor.
func splitRef(ref string) (name, steps string) {
	at := ancestor.FindStringIndex(ref)[0]
	return ref[:at], ref[at:]
}

// checkRef holds a revision against a grammar that is stricter than that of git:
// a branch, a tag, an id or HEAD, and steps to an ancestor. Nothing that git
// could take for an option, a range, a search or an expression gets through.
func checkRef(ref string) error {
	name, _ := splitRef(ref)
	switch {
	case ref == "":
		return fmt.Errorf("name a branch, a tag or a commit, as in git:main or git:HEAD~1")
	case len(ref) > longestRef:
		return fmt.Errorf("the name of a revision has at most %d bytes", longestRef)
	case strings.HasPrefix(name, "-"):
		return fmt.Errorf("the name of a revision cannot begin with -")
	case strings.Contains(name, ".."):
		return fmt.Errorf("this is a range: name one revision")
	}
	for part := range strings.SplitSeq(name, "/") {
		if part == "" || part[0] == '.' || strings.HasSuffix(part, ".") || strings.HasSuffix(part, ".lock") {
			return notARef(name)
		}
	}
	if strings.Contains(name, "@{") || !utf8.ValidString(name) || strings.ContainsFunc(name, notInRef) {
		return notARef(name)
	}
	return nil
}

// notInRef reports whether a character never stands in the name of a revision.
func notInRef(r rune) bool { return strings.ContainsRune(" ~^:?*[\\", r) || !unicode.IsPrint(r) }

func notARef(name string) error {
	return fmt.Errorf("%q is no name of a revision: use a branch, a tag or a commit, with ~N or ^N for an ancestor", name)
}

// quoted returns a name as a shell takes it, for commands that people copy.
func quoted(name string) string {
	plain := func(r rune) bool {
		return r < utf8.RuneSelf && (unicode.IsLetter(r) || unicode.IsDigit(r) || strings.ContainsRune("/._-+:", r))
	}
	if !strings.ContainsFunc(name, func(r rune) bool { return !plain(r) }) {
		return name
	}
	return "'" + strings.ReplaceAll(name, "'", `'\''`) + "'"
}
