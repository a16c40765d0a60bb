package operand

import (
	"errors"
	"regexp"
	"strings"
	"testing"
)

func TestRevisions(t *testing.T) {
	for arg, want := range map[string]revision{
		"git:main": {"main", ""}, "git:HEAD~12^2": {"HEAD~12^2", ""}, "git:HEAD^^": {"HEAD^^", ""}, "git:origin/release/1.x": {"origin/release/1.x", ""},
		"git:v1.0:": {"v1.0", "."}, "git:v1.0:./fw/": {"v1.0", "fw"}, "git:v1.0:a b/c:d.json": {"v1.0", "a b/c:d.json"}, "git:größe": {"größe", ""},
	} {
		if got, err := parseRevision(arg); got != want || err != nil {
			t.Errorf("%s: %v, %v", arg, got, err)
		}
	}
	for _, arg := range []string{
		"", "-x", "--all", "a..b", "a...b", "..", "a@{1}", "@{-1}", "a b", "a\tb", "a\x00b", "a\nb", "a?", "a*", "a[b", `a\b`, "^main", "~1", "main^{tree}", "main^{/x}",
		"/a", "a/", "a//b", ".a", "a/.b", "a.lock", "a.lock/b", "a.", "main~9999999", "a\u202eb", "a\xffb", "a\u00a0b", strings.Repeat("a", 251),
		"main:/etc", "main:../x", "main:a/../../x", "main:a\xff",
	} {
		if r, err := parseRevision(gitScheme + arg); !errors.Is(err, ErrUsage) {
			t.Errorf("%q is %v, %v", arg, r, err)
		}
	}
}

func TestQuoted(t *testing.T) {
	for name, want := range map[string]string{
		"feature/x_1.0-a+b:refs/remotes/origin/x": "feature/x_1.0-a+b:refs/remotes/origin/x",
		"$(x)": "'$(x)'", "a;b": "'a;b'", "it's": `'it'\''s'`, "größe": "'größe'",
	} {
		if got := quoted(name); got != want {
			t.Errorf("%s is quoted as %s", name, got)
		}
	}
}

// FuzzRevision holds the grammar against what git must never be given.
func FuzzRevision(f *testing.F) {
	for _, seed := range []string{"main", "HEAD~1", "a..b", "-x", "a@{1}", "main:fw", "a^{x}", "v1.0:", "$(x)", "it's"} {
		f.Add(seed)
	}
	expression := regexp.MustCompile(`^-|\.\.|@\{|[\x00-\x20\x7f:?*\[\\]|^[~^]|[~^][^0-9~^]`)
	f.Fuzz(func(t *testing.T, text string) {
		r, err := parseRevision(gitScheme + text)
		if err != nil {
			if !errors.Is(err, ErrUsage) {
				t.Errorf("%q: %v", text, err)
			}
			return
		}
		if expression.MatchString(r.ref) {
			t.Errorf("%q gets through", r.ref)
		}
		if name, steps := splitRef(r.ref); name+steps != r.ref || name == "" || strings.ContainsAny(name, "~^") {
			t.Errorf("%q is parted into %q and %q", r.ref, name, steps)
		}
		if q := quoted(r.ref); q != r.ref && strings.Trim(strings.ReplaceAll(q, `'\''`, ""), "'") != strings.ReplaceAll(r.ref, "'", "") {
			t.Errorf("%q is quoted as %s", r.ref, q)
		}
	})
}
