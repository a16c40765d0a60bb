package operand

import (
	"archive/zip"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
)

// directoryEntry is how many bytes an entry of a zip archive's directory takes
// at most on average. The directory is read whole, before entries can be counted.
const directoryEntry = 512

// readZip reads the files of a zip archive.
func readZip(f *os.File, a *unpacking) error {
	directory := &bounded{ReaderAt: f, left: int64(a.limits.Entries)*directoryEntry + directoryEntry<<7}
	z, err := zip.NewReader(directory, a.size)
	if directory.left < 0 {
		return a.exceeds("entries of an archive", int64(a.limits.Entries))
	}
	if err != nil {
		return zipError(err)
	}
	directory.free = true
	for _, entry := range z.File {
		if err := addZip(entry, a); err != nil {
			return err
		}
	}
	return nil
}

func addZip(entry *zip.File, a *unpacking) error {
	mode := entry.Mode()
	if mode.IsDir() || !mode.IsRegular() || !isWanted(entry.Name) {
		return a.add(entry.Name, mode, nil)
	}
	r, err := entry.Open()
	if err != nil {
		return fmt.Errorf("the entry %q: %w", entry.Name, zipError(err))
	}
	defer r.Close()
	return a.add(entry.Name, mode, r)
}

// zipError says what a broken archive is in plain words.
func zipError(err error) error {
	switch {
	case errors.Is(err, zip.ErrFormat):
		return errors.New("it is no zip archive, or it is cut off; fetch it again")
	case errors.Is(err, zip.ErrAlgorithm):
		return errors.New("it is packed in a way that is not read; pack it again, with deflate")
	}
	return plain(err)
}

// bounded is a reader that gives up when too much is read from it.
type bounded struct {
	io.ReaderAt
	left int64
	free bool // whether nothing is counted any more
}

func (b *bounded) ReadAt(p []byte, at int64) (int, error) {
	if !b.free {
		if b.left -= int64(len(p)); b.left < 0 {
			return 0, fs.ErrInvalid
		}
	}
	return b.ReaderAt.ReadAt(p, at)
}
