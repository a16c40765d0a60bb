package diff

import "fmt"

// Impact says what a change asks of people, by the part of the version that it
// moves. Higher asks more; None is a change that asks nothing.
type Impact uint8

// The impacts: patch is wording, metadata and order; minor adds something
// optional, asks less, or rewords with a change of meaning; major asks more of
// people, takes away what they rely on, or breaks an id.
const (
	None Impact = iota
	Patch
	Minor
	Major
)

var impactNames = [...]string{"none", "patch", "minor", "major"}

// String returns the impact as people write it, and "Impact(7)" for a value that
// is none.
func (i Impact) String() string {
	if int(i) < len(impactNames) {
		return impactNames[i]
	}
	return fmt.Sprintf("Impact(%d)", uint8(i))
}

// ParseImpact reads what String writes.
func ParseImpact(name string) (Impact, error) {
	for i, n := range impactNames {
		if n == name {
			return Impact(i), nil
		}
	}
	return None, fmt.Errorf("unknown impact %q: use major, minor, patch or none", name)
}

// Required returns the highest impact of all changes, which is the bump that
// they require of a version from 1.0.0 on. Accepted changes count.
func Required(changes []Change) Impact {
	highest := None
	for i := range changes {
		highest = max(highest, changes[i].Impact)
	}
	return highest
}
