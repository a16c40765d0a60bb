package report

import (
	"cmp"
	"fmt"
	"strings"

	"github.com/cadre-framework/cadre/diff"
)

// nothing reports whether no change is there: shown, hidden, or not asked for.
func (d *Changes) nothing() bool {
	return d.Summary.total() == 0 && d.Summary.Elsewhere == 0 && d.Bump.Required == diff.None.String()
}

// verdict says in a sentence or two what became of the version, whether that is
// enough, and if not what to do. It holds data that is not escaped.
func (d *Changes) verdict() string {
	none := diff.None.String()
	switch step := d.step(); {
	case d.nothing() && d.Bump.OK && d.Old.Version == d.New.Version:
		return fmt.Sprintf("nothing changed: both are version %s", d.Old.Version)
	case d.nothing() && d.Bump.OK:
		return fmt.Sprintf("nothing changed but the version: %s → %s", d.Old.Version, d.New.Version)
	case d.Bump.Required == none && d.Bump.OK:
		return step + "; the changes require no bump"
	case d.Bump.Required == none:
		return step + ": not right. " + d.remedy()
	case d.samePreRelease():
		return fmt.Sprintf("version %s is still the same pre-release, which promises nothing; cadre release check holds it to the newest release", d.New.Version)
	case d.Bump.OK:
		return fmt.Sprintf("%s; the changes require a %s bump: enough%s", step, d.Bump.Required, d.excuse())
	default:
		return fmt.Sprintf("%s; the changes require a %s bump: not enough. %s", step, d.Bump.Required, d.remedy())
	}
}

// step says what the version did.
func (d *Changes) step() string {
	arrow := fmt.Sprintf("version %s → %s", cmp.Or(d.Old.Version, "none"), cmp.Or(d.New.Version, "none"))
	switch {
	case d.Bump.Declared == "backward":
		return arrow + " goes back"
	case d.Bump.Declared != diff.None.String():
		return arrow + " is a " + d.Bump.Declared + " bump"
	case d.Old.Version == d.New.Version:
		return fmt.Sprintf("version %s is still the same", d.Old.Version)
	}
	return arrow
}

// samePreRelease reports whether the version stayed although something is required.
// Only a pre-release may.
func (d *Changes) samePreRelease() bool {
	none := diff.None.String()
	return d.Bump.OK && d.Bump.Declared == none && d.Bump.Required != none && d.Old.Version == d.New.Version
}

// excuse says why a step that looks too small is enough.
func (d *Changes) excuse() string {
	declared, err := diff.ParseImpact(d.Bump.Declared)
	required, _ := diff.ParseImpact(d.Bump.Required)
	switch {
	case err != nil || declared >= required:
		return ""
	case declared == diff.None:
		return ", because a pre-release promises nothing"
	case strings.HasPrefix(d.Old.Version, "0."):
		return ", because before 1.0.0 nothing is promised"
	}
	return ""
}

func (d *Changes) remedy() string {
	if d.Bump.Next == "" {
		return "Give both versions the form 1.2.3, as semver.org defines it."
	}
	return fmt.Sprintf("Set version to %s or higher in the framework file.", d.Bump.Next)
}
