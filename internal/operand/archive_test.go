package operand

import (
	"archive/tar"
	"archive/zip"
	"bytes"
	"compress/gzip"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// packed is an entry of an archive as a test writes it.
type packed struct {
	name, text string
	mode       fs.FileMode
}

const frameworkText = "schemaVersion: 1\nid: f\ntitle: F\nversion: 1.0.0\nlocale: en-GB\n"

func zipOf(t *testing.T, entries ...packed) []byte {
	t.Helper()
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	for _, e := range entries {
		header := &zip.FileHeader{Name: e.name, Method: zip.Deflate}
		header.SetMode(e.mode | 0o644)
		w, err := z.CreateHeader(header)
		if err == nil && !strings.HasSuffix(e.name, "/") {
			_, err = w.Write([]byte(e.text))
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func tarOf(t *testing.T, entries ...packed) []byte {
	t.Helper()
	var b bytes.Buffer
	z := gzip.NewWriter(&b)
	w := tar.NewWriter(z)
	for _, e := range entries {
		h := &tar.Header{Name: e.name, Mode: 0o644, Size: int64(len(e.text)), Typeflag: tar.TypeReg}
		switch {
		case e.mode&fs.ModeSymlink != 0:
			h.Typeflag, h.Linkname = tar.TypeSymlink, e.text
		case e.mode&fs.ModeIrregular != 0:
			h.Typeflag, h.Linkname = tar.TypeLink, e.text
		case e.mode&fs.ModeDevice != 0:
			h.Typeflag = tar.TypeBlock
		case strings.HasSuffix(e.name, "/"):
			h.Typeflag = tar.TypeDir
		}
		if h.Typeflag != tar.TypeReg {
			h.Size, e.text = 0, ""
		}
		if err := w.WriteHeader(h); err != nil {
			t.Fatal(err)
		}
		if _, err := w.Write([]byte(e.text)); err != nil {
			t.Fatal(err)
		}
	}
	if err := errors.Join(w.Close(), z.Close()); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// openArchive writes an archive into a folder and opens it.
func openArchive(t *testing.T, limits *Limits, name string, data []byte) (*Operand, error) {
	t.Helper()
	dir := t.TempDir()
	if err := os.WriteFile(filepath.Join(dir, name), data, 0o666); err != nil {
		t.Fatal(err)
	}
	return Opener{Dir: dir, Limits: limits}.Open(t.Context(), []string{name})
}

var archiveWriters = map[string]func(*testing.T, ...packed) []byte{"x.zip": zipOf, "x.tar.gz": tarOf, "X.TGZ": tarOf}

// TestHostileArchives opens archives that want to lead out, to grow, or to be read
// in two ways. Each is an error that names the entry or the limit.
func TestHostileArchives(t *testing.T) {
	good := packed{name: "fw/framework.yaml", text: frameworkText}
	many := []packed{good}
	for i := range 40 {
		many = append(many, packed{name: fmt.Sprintf("notes/%d.txt", i)})
	}
	deep := packed{name: "fw/" + strings.Repeat("d/", 60) + "a.yaml"}
	zeros := strings.Repeat("\x00", 4<<20)
	for name, test := range map[string]struct {
		entries []packed
		want    string
	}{
		"leads out":           {[]packed{good, {name: "../evil.yaml"}}, `the entry "../evil.yaml" leads out of its folder`},
		"leads out inside":    {[]packed{good, {name: "fw/../../evil.yaml"}}, `the entry "fw/../../evil.yaml" leads out`},
		"returns":             {[]packed{good, {name: "fw/a/../b.yaml"}}, `the entry "fw/a/../b.yaml" leads out`},
		"folder that leads":   {[]packed{good, {name: "fw/../"}}, `the entry "fw/../" leads out`},
		"absolute":            {[]packed{good, {name: "/etc/evil.yaml"}}, `the entry "/etc/evil.yaml" has an absolute name`},
		"drive":               {[]packed{good, {name: "C:/evil.yaml"}}, `the entry "C:/evil.yaml" has an absolute name`},
		"backslash":           {[]packed{good, {name: `fw\evil.yaml`}}, `has a backslash in its name`},
		"not wanted":          {[]packed{good, {name: "../evil.exe"}}, `the entry "../evil.exe" leads out`},
		"not UTF-8":           {[]packed{good, {name: "fw/\xff.yaml"}}, `has a name that is no path`},
		"twice":               {[]packed{good, good}, `the entry "fw/framework.yaml" is there twice`},
		"twice in two ways":   {[]packed{good, {name: "./fw/framework.yaml"}}, `the entry "fw/framework.yaml" is there twice`},
		"twice but for case":  {[]packed{good, {name: "fw/roles/a.yaml"}, {name: "fw/Roles/A.yaml"}}, `the entries "fw/roles/a.yaml" and "fw/Roles/A.yaml" differ in capitals alone`},
		"file and folder":     {[]packed{good, {name: "fw/x.yaml", text: "a"}, {name: "fw/x.yaml/a.yaml"}}, "in a folder that is a file"},
		"too many":            {many, "x exceeds the limit entries of an archive (20)"},
		"too deep":            {[]packed{good, deep}, "exceeds the limit number of files and folders (20)"},
		"long name":           {[]packed{good, {name: strings.Repeat("n", 5000)}}, "an entry has a name of 5000 bytes"},
		"bomb":                {[]packed{good, {name: "fw/bomb.yaml", text: zeros}}, "x exceeds the limit ratio of an archive (100)"},
		"too large":           {[]packed{good, {name: "fw/a.yaml", text: noise(3 << 20)}}, "x exceeds the limit bytes of an archive (2097152)"},
		"two frameworks":      {[]packed{good, {name: "fw/old/framework.yaml"}}, "there are 2 frameworks in x"},
		"two framework files": {[]packed{good, {name: "fw/framework.yml"}}, "x/fw holds framework.yaml and framework.yml: keep one"},
		"two bundles":         {[]packed{{name: "a.json", text: `{"framework": 1}`}, {name: "b.json", text: `{"framework": 1}`}}, "there are 2 frameworks in x"},
		"none":                {[]packed{{name: "a.json", text: "{}"}, {name: ".hidden/framework.yaml"}}, "there is no framework in x"},
	} {
		for file, write := range archiveWriters {
			limits := &Limits{Entries: 20, Bytes: 2 << 20}
			if name == "bomb" {
				limits.Bytes = 1 << 30
			}
			_, err := openArchive(t, limits, file, write(t, test.entries...))
			if err == nil || !strings.Contains(strings.ReplaceAll(err.Error(), file, "x"), test.want) {
				t.Errorf("%s in %s: %v, want %s", name, file, err, test.want)
			}
		}
	}
}

// noise returns letters that hardly pack.
func noise(n int) string {
	b := make([]byte, n)
	state := uint64(1)
	for i := range b {
		state = state*6364136223846793005 + 1442695040888963407
		b[i] = byte(state >> 56)
	}
	return string(b)
}

// TestTarSkipsWithinLimits counts what is skipped, too, because it is unpacked.
func TestTarSkipsWithinLimits(t *testing.T) {
	bomb := tarOf(t, packed{name: "framework.yaml", text: frameworkText}, packed{name: "bomb.bin", text: strings.Repeat("\x00", 4<<20)})
	var limit *LimitError
	if _, err := openArchive(t, nil, "x.tgz", bomb); !errors.As(err, &limit) || !limit.Fixed {
		t.Errorf("a bomb that is skipped: %v", err)
	}
}

// TestUnpackedBytes ends before more is unpacked than may, whatever the ratio.
func TestUnpackedBytes(t *testing.T) {
	text := strings.Repeat(noise(20<<10), 20)
	for file, write := range archiveWriters {
		data := write(t, packed{name: "framework.yaml", text: frameworkText}, packed{name: "a.yaml", text: text}, packed{name: "b.yaml", text: text})
		if _, err := openArchive(t, &Limits{Entries: 20, Bytes: 600 << 10}, file, data); err == nil || !strings.Contains(err.Error(), "bytes unpacked from an archive (614400)") && !strings.Contains(err.Error(), "bytes of an archive") {
			t.Errorf("%s: %v", file, err)
		}
		if _, err := openArchive(t, &Limits{Entries: 20, Bytes: 4 << 20}, file, data); err != nil {
			t.Errorf("%s within the limits: %v", file, err)
		}
	}
}

// TestLinksInArchives shows links and devices as what they are: nothing follows
// them, and a check reports them.
func TestLinksInArchives(t *testing.T) {
	for file, write := range archiveWriters {
		op, err := openArchive(t, nil, file, write(t,
			packed{name: "./"}, packed{name: "./fw/"}, packed{name: "./fw/framework.yaml", text: frameworkText},
			packed{name: "fw/link.yaml", text: "/etc/passwd", mode: fs.ModeSymlink},
			packed{name: "fw/hard.yaml", text: "fw/framework.yaml", mode: fs.ModeIrregular},
			packed{name: "fw/device.yaml", mode: fs.ModeDevice}))
		if err != nil {
			t.Fatal(file, err)
		}
		entries, err := fs.ReadDir(op.FS, ".")
		if err != nil || len(entries) != 4 {
			t.Fatal(file, entries, err)
		}
		for _, e := range entries {
			_, err := fs.ReadFile(op.FS, e.Name())
			regular := e.Name() == "framework.yaml" || file == "x.zip" && e.Name() == "hard.yaml" // zip knows no hard links
			if e.Type().IsRegular() != regular || (err == nil) != regular {
				t.Errorf("%s: %s is %v, %v", file, e.Name(), e.Type(), err)
			}
		}
		if op.Name != file+"/fw" || op.Path("a") != file+"/fw/a" || op.Near("a") != file+"/fw/a" {
			t.Errorf("%s is called %s, its files %s", file, op.Name, op.Path("a"))
		}
	}
}

// TestBundlesInArchives finds a bundle where there is no framework folder.
func TestBundlesInArchives(t *testing.T) {
	for file, write := range archiveWriters {
		for name, want := range map[string]string{"releases/1.0.0.json": "1.0.0.json", "framework.json": "framework.json"} {
			op, err := openArchive(t, nil, file, write(t, packed{name: name, text: `{"framework": {}}`}, packed{name: "package.json", text: "{}"}))
			if err != nil {
				t.Fatal(file, err)
			}
			text, err := fs.ReadFile(op.FS, op.Layout.Bundle)
			if op.Layout.Bundle != want || op.Path(want) != file+"/"+name || err != nil || len(text) == 0 {
				t.Errorf("%s: %s is %q, called %s, %v", file, name, op.Layout.Bundle, op.Path(want), err)
			}
		}
	}
}

// TestTruncatedArchives cuts archives off everywhere: none of the pieces is read
// as a whole.
func TestTruncatedArchives(t *testing.T) {
	for file, write := range archiveWriters {
		data := write(t, packed{name: "framework.yaml", text: frameworkText}, packed{name: "a.yaml", text: noise(3000)})
		for n := 0; n < len(data); n += 7 {
			if _, err := openArchive(t, nil, file, data[:n]); err == nil || !strings.Contains(err.Error(), "fetch it again") {
				t.Fatalf("%s cut off after %d of %d bytes: %v", file, n, len(data), err)
			}
		}
	}
}

// TestHugeDirectory gives up while the directory of a zip archive is read, which
// happens before its entries can be counted.
func TestHugeDirectory(t *testing.T) {
	entries := []packed{{name: "framework.yaml", text: frameworkText}}
	for i := range 3000 {
		entries = append(entries, packed{name: fmt.Sprintf("%0100d.txt", i)})
	}
	f, err := os.CreateTemp(t.TempDir(), "")
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	data := zipOf(t, entries...)
	if _, err := f.Write(data); err != nil {
		t.Fatal(err)
	}
	a := &unpacking{tree: &tree{limits: Limits{Entries: 10, Bytes: 1 << 30}}, size: int64(len(data))}
	var limit *LimitError
	if err := readZip(f, a); !errors.As(err, &limit) || a.entries != 0 {
		t.Errorf("%v after %d entries", err, a.entries)
	}
}
