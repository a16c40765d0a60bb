package operand

import (
	"archive/tar"
	"compress/gzip"
	"errors"
	"io"
	"io/fs"
	"os"
)

// readTar reads the files of a gzipped tar archive. What is skipped is unpacked,
// too, so all bytes count.
func readTar(f *os.File, a *unpacking) error {
	z, err := gzip.NewReader(f)
	if err != nil {
		return tarError(err)
	}
	all := a.budget().reader(z)
	r := tar.NewReader(all)
	for {
		header, err := r.Next()
		if err == io.EOF {
			_, err = io.Copy(io.Discard, all) // the checksum stands at the end
			return tarError(err)
		}
		if err != nil {
			return tarError(err)
		}
		if header.Typeflag == tar.TypeXGlobalHeader {
			continue // what git archive notes about the commit
		}
		if err := a.add(header.Name, tarMode(header), r); err != nil {
			return tarError(err)
		}
	}
}

// tarMode returns what an entry is. A hard link is a link; what is unknown is no
// regular file.
func tarMode(h *tar.Header) fs.FileMode {
	switch h.Typeflag {
	case tar.TypeReg, tar.TypeGNUSparse:
		return 0
	case tar.TypeLink:
		return fs.ModeSymlink
	}
	if mode := h.FileInfo().Mode(); !mode.IsRegular() {
		return mode
	}
	return fs.ModeIrregular
}

// tarError says what a broken archive is in plain words.
func tarError(err error) error {
	switch {
	case err == nil:
		return nil
	case err == io.EOF:
		return io.ErrUnexpectedEOF
	case errors.Is(err, gzip.ErrHeader), errors.Is(err, gzip.ErrChecksum), errors.Is(err, tar.ErrHeader):
		return errors.New("it is no gzipped tar archive, or it is damaged; fetch it again")
	}
	return err
}
