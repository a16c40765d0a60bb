package report

import (
	"encoding/json"
	"errors"
	"reflect"
	"strings"
	"testing"

	"github.com/cadre-framework/cadre/finding"
)

func TestJSON(t *testing.T) {
	golden(t, "findings.json", []byte(render(t, FromResult(sample(), sampleRun), "json", Options{})))
}

// The format names the fields itself; what encoding/json makes of the type is
// the judge of whether one is missing or in another place.
func TestJSONHasEveryField(t *testing.T) {
	run := sampleRun
	run.Root, run.Directory = "..", "tools"
	result := sample()
	result.Notes = []string{"a note with <, > and &"}
	for _, doc := range []*Findings{FromResult(result, run), FromResult(&finding.Result{}, Run{})} {
		var b strings.Builder
		e := json.NewEncoder(&b)
		e.SetEscapeHTML(false)
		e.SetIndent("", "  ")
		if err := e.Encode(doc); err != nil {
			t.Fatal(err)
		}
		if got := render(t, doc, "json", Options{}); got != b.String() {
			t.Errorf("got:\n%s\nwant:\n%s", got, b.String())
		}
	}
}

// What an embedder leaves out must not turn into null where a list is promised.
func TestJSONHasNoNull(t *testing.T) {
	for _, doc := range []*Findings{FromResult(&finding.Result{}, Run{}), FromResult(sample(), Run{})} {
		if got := render(t, doc, "json", Options{}); strings.Contains(got, "null") {
			t.Errorf("null in:\n%s", got)
		}
	}
}

// Every text comes back as it was, whatever escapes it took, but for bytes that
// are no UTF-8.
func TestJSONKeepsTexts(t *testing.T) {
	result, run := sample(), sampleRun
	hostileResult(result, &run)
	doc := FromResult(result, run)
	var back Findings
	if err := json.Unmarshal([]byte(render(t, doc, "json", Options{})), &back); err != nil {
		t.Fatal(err)
	}
	if !reflect.DeepEqual(&back, doc) {
		t.Errorf("got %+v\nwant %+v", &back, doc)
	}
	if want := strings.ReplaceAll(order, "\xff", "\ufffd"); back.Findings[0].Message != want {
		t.Errorf("the message is %q, want %q", back.Findings[0].Message, want)
	}
}

type brokenWriter struct{ room int }

var errBroken = errors.New("no space left")

func (w *brokenWriter) Write(b []byte) (int, error) {
	if w.room -= len(b); w.room < 0 {
		return 0, errBroken
	}
	return len(b), nil
}

// A report that did not arrive whole is an error, wherever it broke off.
func TestWriteErrors(t *testing.T) {
	doc := FromResult(sample(), sampleRun)
	for _, format := range doc.Formats() {
		size := len(render(t, doc, format, Options{}))
		for _, room := range []int{0, size / 2, size - 1} {
			if err := doc.Write(&brokenWriter{room}, format, Options{}); !errors.Is(err, errBroken) {
				t.Errorf("%s with room for %d of %d bytes: got %v", format, room, size, err)
			}
		}
		if err := doc.Write(&brokenWriter{size}, format, Options{}); err != nil {
			t.Errorf("%s with room for all: %v", format, err)
		}
	}
}
