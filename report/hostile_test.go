package report

import (
	"maps"
	"slices"
	"strings"
	"testing"

	"github.com/cadre-framework/cadre/diff"
)

// backReader reads what a format wrote by means that share nothing with the
// writer, and fails unless it says what the document says, and nothing else.
type backReader[D any] func(t *testing.T, d *D, out string)

// Every format of findings and of changes is in one of these two tables.
var (
	findingsReaders = map[string]backReader[Findings]{
		"text": readTextBack, "json": readJSONBack[Findings], "sarif": readSARIFBack, "junit": readJUnitBack, "github": readGitHubBack, "gitlab": readGitLabBack,
		"checkstyle": readCheckstyleBack, "rdjson": readRDJSONBack, "markdown": readMarkdownBack, "html": func(t *testing.T, d *Findings, out string) { checkPage(t, d, out) },
	}
	changesReaders = map[string]backReader[Changes]{
		"text": readChangesTextBack, "json": readJSONBack[Changes], "sarif": readChangesSARIFBack, "github": readChangesGitHubBack, "markdown": readChangesMarkdownBack,
		"html": func(t *testing.T, d *Changes, out string) { checkChangesPage(t, d, out) },
	}
)

// A format without a reader would be one that nobody has tried to break into.
func TestEveryFormatIsReadBack(t *testing.T) {
	if got, want := slices.Sorted(maps.Keys(findingsReaders)), FindingsFormats(); !slices.Equal(got, want) {
		t.Errorf("findings are read back as %q, the formats are %q", got, want)
	}
	if got, want := slices.Sorted(maps.Keys(changesReaders)), ChangesFormats(); !slices.Equal(got, want) {
		t.Errorf("changes are read back as %q, the formats are %q", got, want)
	}
}

// Whatever stands in a field, every format shows it, and nothing acts.
func TestHostileFindings(t *testing.T) {
	t.Parallel()
	for _, s := range hostileTexts(t) {
		for _, detached := range []bool{false, true} {
			d := hostileFindings(s, detached)
			readBack(t, s, d, d, findingsReaders)
		}
	}
}

func TestHostileChanges(t *testing.T) {
	t.Parallel()
	for _, s := range hostileTexts(t) {
		d := documentOf(func() (Compared, Compared, *diff.Result) { return hostileChanges(s) }, nil)
		for i := range d.Changes {
			if at := d.Changes[i].Parent; at != nil {
				at.Path = valid(s)
			}
		}
		readBack(t, s, d, d, changesReaders)
	}
}

// readBack writes a document in every format and reads each back.
func readBack[D any](t *testing.T, s string, d Document, typed *D, readers map[string]backReader[D]) {
	t.Helper()
	for _, format := range d.Formats() {
		read := readers[format]
		if read == nil {
			continue // TestEveryFormatIsReadBack says so
		}
		out := render(t, d, format, Options{})
		checkHostSafe(t, format, out)
		read(t, typed, out)
		if t.Failed() {
			t.Fatalf("as %s with %q", format, s)
		}
	}
	for _, o := range []Options{{Verbose: true}, {Quiet: true}, {NameOnly: true}, {Stat: true}} {
		if checkHostSafe(t, "text", render(t, d, "text", o)); t.Failed() {
			t.Fatalf("as text with %+v and %q", o, s)
		}
	}
}

// checkHostSafe fails when an output holds what a terminal or a build host obeys.
// In github every line is a command, so that there nothing else may be one.
func checkHostSafe(t *testing.T, format, out string) {
	t.Helper()
	want := 0
	if format == "github" {
		want = strings.Count(out, "\n")
	}
	if got := obey(out); len(got) != want {
		t.Errorf("the host obeys %d times, want %d: %+v", len(got), want, got)
	}
	if format == "github" {
		out = strings.ReplaceAll("\n"+out, "\n::", "\nx::")
	}
	checkSafe(t, out)
}

// same fails unless two lists of texts are equal.
func same(t *testing.T, what string, got, want []string) {
	t.Helper()
	if !slices.Equal(got, want) {
		t.Errorf("%s: got\n%q, want\n%q", what, got, want)
	}
}

// has fails unless a line stands in an output.
func has(t *testing.T, out, line string) {
	t.Helper()
	if !slices.Contains(strings.Split(out, "\n"), line) {
		t.Errorf("there is no line %q in\n%s", line, out)
	}
}
