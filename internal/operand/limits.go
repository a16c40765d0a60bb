package operand

import (
	"fmt"
	"time"
)

// Limits bounds what opening a git revision or an archive may cost.
type Limits struct {
	Entries int           // entries of an archive, and of the framework in a revision
	Bytes   int64         // bytes of an archive, packed and unpacked
	Git     int64         // bytes that git may print
	Time    time.Duration // how long git may take

	bundle int64 // bytes of a bundle, as the opener says
}

// The limits of a run, and the larger ones that may be asked for; nothing goes
// beyond these.
var (
	DefaultLimits = Limits{Entries: 50_000, Bytes: 128 << 20, Git: 256 << 20, Time: 30 * time.Second}
	LargeLimits   = Limits{Entries: 500_000, Bytes: 1 << 30, Git: 1 << 30, Time: 300 * time.Second}
)

// LimitError says that an operand is larger than may be read.
type LimitError struct {
	Operand string // as people call it
	Name    string // which limit
	Value   int64
	Fixed   bool // whether larger limits do not raise it
}

func (e *LimitError) Error() string {
	text := fmt.Sprintf("%s exceeds the limit %s (%d)", e.Operand, e.Name, e.Value)
	if e.Fixed {
		text += ", which nothing raises; if you trust it, unpack it and name the folder"
	}
	return text
}

// limits returns the limits that hold.
func (o Opener) limits() Limits {
	if o.Limits == nil {
		return DefaultLimits
	}
	limits := *o.Limits
	limits.bundle = o.MaxBundle
	return limits
}
