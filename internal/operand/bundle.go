package operand

import (
	"encoding/json"
	"io"
	"os"
	"path/filepath"
)

// isBundle reports whether a file is JSON whose top object has a field
// "framework". It reads no further than that, and accepts a file that breaks
// later: checking it will say where.
func isBundle(at string) bool {
	if filepath.Ext(at) != ".json" {
		return false
	}
	info, err := os.Stat(at)
	if err != nil || !info.Mode().IsRegular() {
		return false
	}
	f, err := os.Open(at)
	if err != nil {
		return false
	}
	defer f.Close()
	return hasFrameworkKey(json.NewDecoder(f))
}

func hasFrameworkKey(d *json.Decoder) bool {
	if t, err := d.Token(); err != nil || t != json.Delim('{') {
		return false
	}
	for d.More() {
		key, err := d.Token()
		if err != nil {
			return false
		}
		if key == "framework" {
			return true
		}
		if err := skipValue(d); err != nil {
			return false
		}
	}
	return false
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
