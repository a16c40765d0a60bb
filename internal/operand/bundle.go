package operand

import (
	"bufio"
	"encoding/json"
	"io"
	"os"

	"github.com/cadre-framework/cadre/framework"
	"github.com/cadre-framework/cadre/source"
)

// defaultBundle is a bundle that has the name of a framework file.
var defaultBundle = framework.DefaultLayout.Framework + ".json"

// content is what the beginning of a file tells about it.
type content int

const (
	other  content = iota // no JSON file, or one that is something else
	bundle                // the top object has a field "framework"
	broken                // JSON that breaks before anybody can tell
)

// look reads a file up to the field that makes it a bundle, and accepts one that
// breaks later: checking it will say where.
func look(at string) content {
	if !source.IsJSON(at) {
		return other
	}
	if info, err := os.Stat(at); err != nil || !info.Mode().IsRegular() {
		return other
	}
	f, err := os.Open(at)
	if err != nil {
		return other // whoever opens it to read it says why it cannot be opened
	}
	defer f.Close()
	return contentOf(at, f)
}

// contentOf looks at the beginning of the file of a name.
func contentOf(name string, text io.Reader) content {
	if !source.IsJSON(name) {
		return other
	}
	r := bufio.NewReader(text)
	if mark, err := r.Peek(len(byteOrderMark)); err == nil && string(mark) == byteOrderMark {
		r.Discard(len(byteOrderMark))
	}
	return search(json.NewDecoder(r))
}

const byteOrderMark = "\ufeff"

// search looks for the field among those of the top object.
func search(d *json.Decoder) content {
	switch t, err := d.Token(); {
	case err != nil:
		return broken
	case t != json.Delim('{'):
		return other
	}
	for d.More() {
		key, err := d.Token()
		if err != nil {
			return broken
		}
		if key == "framework" {
			return bundle
		}
		if err := skipValue(d); err != nil {
			return broken
		}
	}
	return other
}

// skipValue reads one value without keeping it.
func skipValue(d *json.Decoder) error {
	for depth := 0; ; {
		t, err := d.Token()
		if err == io.EOF {
			return io.ErrUnexpectedEOF
		}
		if err != nil {
			return err
		}
		switch t {
		case json.Delim('{'), json.Delim('['):
			depth++
		case json.Delim('}'), json.Delim(']'):
			depth--
		}
		if depth == 0 {
			return nil
		}
	}
}
