package check

import (
	"strings"

	"github.com/cadre-framework/cadre/framework"
	"github.com/cadre-framework/cadre/source"
)

// excuse is what a suppression says beside the rules: why, and until when.
type excuse struct {
	why, until string
	ends       bool // whether anything is said of an end
}

// readExcuse splits a reason from the version behind it.
func readExcuse(written string) excuse {
	why := strings.TrimSpace(written)
	last := why[strings.LastIndexAny(why, " \t")+1:]
	until, ends := strings.CutPrefix(last, "until=")
	if !ends {
		return excuse{why: why}
	}
	return excuse{strings.TrimSpace(strings.TrimSuffix(why, last)), until, true}
}

// judge reports a suppression without a reason, and one whose end has come; it
// returns whether it is void for that. The parameters tell it from its neighbours.
func (s *suppressor) judge(x excuse, at source.Span, owner *framework.Entity, example string, params ...string) bool {
	void := x.why == ""
	if void {
		s.report(suppressionReason, at, owner, "this suppression does not say why", "write the reason: "+example, params...)
	}
	if !x.ends {
		return void
	}
	until, ok := framework.ParseVersion(x.until)
	if !ok {
		s.report(suppressionExpired, at, owner, "this suppression would never end, because "+quoted(x.until)+" is no version",
			"write a version of the framework, such as until=1.3.0, or leave it out", params...)
		return true
	}
	now, ok := framework.ParseVersion(s.framework.Version)
	if !ok || now.Core().Compare(until.Core()) < 0 {
		return void
	}
	s.report(suppressionExpired, at, owner, "this suppression was meant to last until "+x.until+", and the framework is at "+s.framework.Version,
		"mend what it excuses and remove it, or agree on a later version", params...)
	return true
}
