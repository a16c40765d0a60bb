package report

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"strings"

	"github.com/cadre-framework/cadre/schema"
)

// longestReport is how many bytes a saved report may have. It is more than data
// files may, because a report quotes them.
const longestReport = 256 << 20

// mostValues is how many values a saved report may hold. A decoded value takes
// many times the bytes that it takes in the text.
const mostValues = 20_000_000

// Read takes back what the JSON format wrote: one document of at most 256 MiB
// and 20,000,000 values that its schema accepts and whose numbers agree with its
// lists. Fields that begin with "x-" are accepted and not kept.
func Read(r io.Reader) (Document, error) { return read(r, longestReport, mostValues) }

func read(r io.Reader, limit int64, values int) (Document, error) {
	data, err := io.ReadAll(io.LimitReader(r, limit+1))
	if err != nil {
		return nil, fmt.Errorf("reading the report: %w", err)
	}
	if int64(len(data)) > limit {
		return nil, fmt.Errorf("reading the report: it is larger than %d MiB; save it again with --max-findings", limit>>20)
	}
	if beyond(data, values) {
		return nil, fmt.Errorf("reading the report: it holds more than %d values; save it again with --max-findings", values)
	}
	value, err := parse(data)
	if err != nil {
		return nil, fmt.Errorf("reading the report: it is not complete JSON (%w); save it again with --format json=FILE", err)
	}
	kind, err := kindOf(value)
	if err != nil {
		return nil, fmt.Errorf("reading the report: %w", err)
	}
	if err := conforms(kind.name, value); err != nil {
		return nil, fmt.Errorf("reading the report: %w", err)
	}
	doc, err := kind.decode(data)
	if err != nil {
		return nil, fmt.Errorf("reading the report: %w", err)
	}
	if err := recount(doc); err != nil {
		return nil, fmt.Errorf("reading the report: %w", err)
	}
	return doc, nil
}

// beyond reports whether a text of JSON may hold more values than a limit: each
// but the first of a list or a group stands behind a comma, and each list and
// group begins with a bracket. What stands within texts does not count. Whether
// the text is JSON is for others to say.
func beyond(data []byte, limit int) bool {
	count, quoted := 0, false
	for i := 0; i < len(data); i++ {
		switch c := data[i]; {
		case c == '"':
			quoted = !quoted
		case quoted && c == '\\':
			i++
		case !quoted && (c == ',' || c == '[' || c == '{'):
			count++
		}
	}
	return count > limit
}

// parse reads exactly one JSON value and keeps numbers as they are written.
func parse(data []byte) (any, error) {
	d := json.NewDecoder(bytes.NewReader(data))
	d.UseNumber()
	var value any
	if err := d.Decode(&value); err != nil {
		return nil, err
	}
	if _, err := d.Token(); !errors.Is(err, io.EOF) {
		return nil, errors.New("more text follows the report")
	}
	return value, nil
}

// kindOf tells what kind of document a value is, and refuses one of another
// version before anything else is said about it.
func kindOf(value any) (saved, error) {
	object, _ := value.(map[string]any)
	for _, kind := range documents {
		if _, ok := object[kind.name]; !ok {
			continue
		}
		if v := object["schemaVersion"]; v != nil && v != json.Number(fmt.Sprint(SchemaVersion)) {
			return saved{}, fmt.Errorf("its schemaVersion is %v and this version of cadre reads %d: use the version that wrote it, or save it again", visible(shorten(fmt.Sprint(v), 40)), SchemaVersion)
		}
		return kind, nil
	}
	return saved{}, errors.New("it is no report of cadre; give the file that --format json=FILE wrote")
}

// conforms holds a value to its schema and names the first place where it
// departs from it.
func conforms(name string, value any) error {
	violations, left, err := schema.CheckMost(name, value, 1)
	if err != nil {
		return err
	}
	if len(violations) == 0 {
		return nil
	}
	v := violations[0]
	place := "at " + visible(v.Pointer)
	if v.Pointer == "" {
		place = "at the top"
	}
	what := strings.TrimSpace(v.Rule + " " + visible(v.Property))
	more := len(violations) - 1
	for _, n := range left {
		more += n
	}
	if more > 0 {
		what += fmt.Sprintf(", and %d more", more)
	}
	return altered(place + ": " + what)
}

// altered is the error of a document that Cadre did not write.
func altered(what string) error {
	return fmt.Errorf("it is not as cadre writes it: %s; it was changed by hand or by another program: save it again with --format json=FILE", what)
}
