package cli

import (
	"archive/zip"
	"bytes"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/cadre-framework/cadre/check"
	"github.com/cadre-framework/cadre/internal/operand"
)

// TestAfterLimit names a flag to commands that have it and did not get it, and
// what else helps to the others.
func TestAfterLimit(t *testing.T) {
	reading := fmt.Errorf("reading: %w", &check.LimitError{Name: "number of files", Value: 7})
	opening := fmt.Errorf("opening: %w", &operand.LimitError{Operand: "a.zip", Name: "bytes", Value: 7})
	const raise, smaller, unpack = "--limits large raises it", "read a smaller framework", "unpack it"
	for _, test := range []struct {
		args []string
		err  error
		want string
	}{
		{[]string{"check"}, reading, raise}, {[]string{"check"}, opening, raise}, {[]string{"diff"}, reading, raise},
		{[]string{"check", "--limits", "default"}, reading, raise}, {[]string{"baseline", "write"}, reading, raise},
		{[]string{"check", "--limits", "large"}, reading, smaller}, {[]string{"diff", "--limits=large"}, opening, unpack},
		{[]string{"roles"}, reading, smaller}, {[]string{"show"}, opening, unpack}, {[]string{"fmt"}, reading, smaller},
		{[]string{"check"}, &operand.LimitError{Fixed: true}, ""}, {[]string{"roles"}, errors.New("other"), ""},
	} {
		c, rest, err := newRoot(&app{env: &env{}}).Find(test.args)
		if err == nil {
			err = c.ParseFlags(rest)
		}
		if err != nil {
			t.Fatal(err)
		}
		got, line := strings.CutPrefix(afterLimit(c, test.err), "\n")
		if line != (test.want != "") || !strings.HasPrefix(got, test.want) || test.want == "" && got != "" {
			t.Errorf("%s, %v: %q", strings.Join(test.args, " "), test.err, got)
		}
	}
}

// TestLimitsEndToEnd opens an archive with more entries than a run may read.
func TestLimitsEndToEnd(t *testing.T) {
	var packed bytes.Buffer
	w := zip.NewWriter(&packed)
	for i := range operand.DefaultLimits.Entries + 1 {
		if _, err := w.CreateHeader(&zip.FileHeader{Name: fmt.Sprint("n/", i)}); err != nil {
			t.Fatal(err)
		}
	}
	dir := t.TempDir()
	if err := errors.Join(w.Close(), os.WriteFile(filepath.Join(dir, "big.zip"), packed.Bytes(), 0o600)); err != nil {
		t.Fatal(err)
	}
	for command, want := range map[string]string{
		"check big.zip":    "exceeds the limit entries of an archive (50000)\n--limits large raises it\n",
		"roles -F big.zip": "exceeds the limit entries of an archive (50000)\nunpack it, or check the revision out, and name the folder\n",
	} {
		code, stdout, stderr := call(dir, nil, strings.Fields(command)...)
		if code != exitIncomplete || stdout != "" || !strings.HasSuffix(stderr, want) {
			t.Errorf("%s: %d, %q, %q", command, code, stdout, stderr)
		}
	}
}
