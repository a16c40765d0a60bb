package operand

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"strings"
)

// archiveKinds are the endings of archives, and what reads them. An archive is
// read into memory and never unpacked to disk.
var archiveKinds = []struct {
	ending string
	read   func(f *os.File, a *unpacking) error
}{
	{".zip", readZip},
	{".tar.gz", readTar},
	{".tgz", readTar},
}

// isArchive reports whether a path ends like an archive.
func isArchive(name string) bool {
	for _, kind := range archiveKinds {
		if strings.HasSuffix(strings.ToLower(name), kind.ending) {
			return true
		}
	}
	return false
}

// namesArchive reports whether an argument names an archive: a folder may be
// called like one.
func (o Opener) namesArchive(arg string) bool {
	if !isArchive(arg) {
		return false
	}
	info, err := os.Stat(o.absolute(arg))
	return err == nil && !info.IsDir()
}

// archive opens the only framework in an archive.
func (o Opener) archive(arg string) (*Operand, error) {
	at := o.absolute(arg)
	a := &unpacking{tree: &tree{name: o.shown(at), joint: "/", limits: o.limits()}, names: map[string]string{}}
	a.read = func([]*item) error { return nil }
	if err := a.unpack(at); err != nil {
		var limit *LimitError
		switch {
		case errors.As(err, &limit):
			return nil, limit
		case errors.Is(err, io.ErrUnexpectedEOF):
			return nil, fmt.Errorf("reading the archive %s: it is cut off; fetch it again", a.name)
		}
		return nil, fmt.Errorf("reading the archive %s: %w", a.name, err)
	}
	s, err := a.only()
	if err != nil {
		return nil, err
	}
	return a.open(s)
}

// unpacking is an archive while it is read.
type unpacking struct {
	*tree
	names   map[string]string // the files so far, by their names in small letters
	entries int
	size    int64 // bytes of the archive itself
	texts   *budget
}

// unpack reads an archive. Its size is known before, which bounds what may come
// out of it.
func (a *unpacking) unpack(at string) error {
	info, err := os.Stat(at)
	if err != nil {
		return plain(err)
	}
	if !info.Mode().IsRegular() {
		return errors.New("it is no regular file")
	}
	if a.size = info.Size(); a.size > a.limits.Bytes {
		return a.exceeds("bytes of an archive", a.limits.Bytes)
	}
	f, err := os.Open(at)
	if err != nil {
		return plain(err)
	}
	defer f.Close()
	a.texts = a.budget()
	for _, kind := range archiveKinds {
		if strings.HasSuffix(strings.ToLower(filepath.Base(at)), kind.ending) {
			return kind.read(f, a)
		}
	}
	return errors.New("it is neither .zip nor .tar.gz")
}

// plain strips the absolute path that the error of a file repeats.
func plain(err error) error {
	var p *fs.PathError
	if errors.As(err, &p) {
		return p.Err
	}
	return err
}

func (a *unpacking) exceeds(limit string, value int64) error {
	return &LimitError{Operand: a.name, Name: limit, Value: value}
}

// add takes an entry of the archive, with its text if it is a file that may be
// wanted. Every entry must have a name that is good wherever it lies.
func (a *unpacking) add(name string, mode fs.FileMode, text io.Reader) error {
	if a.entries++; a.entries > a.limits.Entries {
		return a.exceeds("entries of an archive", int64(a.limits.Entries))
	}
	clean, err := entryName(name)
	if err != nil || mode.IsDir() {
		return err
	}
	same := strings.ToLower(clean) // where names are compared so, one replaces the other
	switch first, twice := a.names[same]; {
	case twice && first == clean:
		return fmt.Errorf("the entry %q is there twice, and readers differ in which they take: pack it again", clean)
	case twice:
		return fmt.Errorf("the entries %q and %q differ in capitals alone, and readers differ in whether these are two: rename one, and pack it again", first, clean)
	}
	a.names[same] = clean
	it := item{path: clean, mode: mode.Type()}
	if it.mode == 0 {
		if !isWanted(clean) {
			return nil
		}
		if it.text, err = a.texts.text(text); err != nil {
			return fmt.Errorf("the entry %q: %w", clean, err)
		}
	}
	a.items = append(a.items, it)
	return nil
}

// longestName bounds how deep folders can lie.
const longestName = 4096

// entryName returns the clean form of an entry's name. One that would lead out of
// the archive, or that readers take for different things, is refused.
func entryName(name string) (string, error) {
	clean := path.Clean(name)
	why := ""
	switch {
	case len(name) > longestName:
		return "", fmt.Errorf("an entry has a name of %d bytes: at most %d are read", len(name), longestName)
	case strings.Contains(name, `\`):
		why = "has a backslash in its name"
	case strings.HasPrefix(name, "/"), len(name) > 1 && name[1] == ':':
		why = "has an absolute name"
	case strings.Contains("/"+name+"/", "/../"):
		why = "leads out of its folder"
	case name == "", strings.ContainsRune(name, 0), !fs.ValidPath(clean):
		why = "has a name that is no path"
	}
	if why != "" {
		return "", fmt.Errorf("the entry %q %s: such archives are not read, pack it again", name, why)
	}
	return clean, nil
}
