package diff

import (
	"fmt"
	"strings"
)

// gainedAndLost says what a list gained and lost.
func gainedAndLost(what string, gained, lost []string) string {
	var parts []string
	if len(gained) > 0 {
		parts = append(parts, "now with "+joined(gained))
	}
	if len(lost) > 0 {
		parts = append(parts, "no longer with "+joined(lost))
	}
	return what + " changed: " + strings.Join(parts, ", ")
}

// mostListed is how many names a message holds.
const mostListed = 5

// joined lists names as a sentence does.
func joined(names []string) string {
	if more := len(names) - mostListed; more > 1 {
		names = append(names[:mostListed:mostListed], fmt.Sprintf("%d more", more))
	}
	if len(names) < 2 {
		return strings.Join(names, "")
	}
	last := len(names) - 1
	return strings.Join(names[:last], ", ") + " and " + names[last]
}

// count says how many there are of something.
func count(n int, one, many string) string {
	if n == 1 {
		return "1 " + one
	}
	return fmt.Sprintf("%d %s", n, many)
}
