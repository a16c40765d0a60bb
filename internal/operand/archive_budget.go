package operand

import (
	"io"
	"strings"
)

// mostRatio is how many times its own size an archive may unpack to. It is not
// asked of the first mebibyte: small texts can repeat themselves.
const (
	mostRatio = 100
	freeRatio = 1 << 20
)

// budget counts bytes while they are unpacked, and ends with a [LimitError]
// before more come than may.
type budget struct {
	left    int64
	exceeds error
}

// budget returns a new one for an archive.
func (a *unpacking) budget() *budget {
	if most := max(a.size*mostRatio, freeRatio); most < a.limits.Bytes {
		return &budget{most, &LimitError{Operand: a.name, Name: "ratio of an archive", Value: mostRatio, Fixed: true}}
	}
	return &budget{a.limits.Bytes, a.exceeds("bytes unpacked from an archive", a.limits.Bytes)}
}

// spend takes bytes from the budget.
func (b *budget) spend(n int) error {
	if b.left -= int64(n); b.left < 0 {
		return b.exceeds
	}
	return nil
}

// reader returns a reader whose bytes are counted.
func (b *budget) reader(r io.Reader) io.Reader { return &counted{r, b} }

type counted struct {
	io.Reader
	budget *budget
}

func (c *counted) Read(p []byte) (int, error) {
	n, err := c.Reader.Read(p)
	if over := c.budget.spend(n); over != nil {
		return 0, over
	}
	return n, err
}

// text reads all there is.
func (b *budget) text(r io.Reader) (string, error) {
	var s strings.Builder
	_, err := io.Copy(&s, b.reader(r))
	return s.String(), err
}
