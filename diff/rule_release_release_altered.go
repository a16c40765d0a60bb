package diff

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"path"
	"regexp"
	"strings"

	"github.com/cadre-framework/cadre/finding"
	"github.com/cadre-framework/cadre/source"
)

var _ = release(releaseAltered, finding.Rule{
	ID: "release/release-altered", Title: "A release stays as it was frozen", Severity: finding.Error, Since: "0.1.0",
	Doc: `A bundle in the folder of releases is not the one whose checksum was written down when it was frozen, or bundles and the lines of SHA256SUMS do not belong together. A release is what others planned by; one that changes afterwards makes every comparison with it untrue.

Take the bundle back from version control. What must be corrected goes into the next release. The lines have the form that sha256sum writes: the checksum, two spaces and the name of the bundle; cadre release freeze adds them. This rule runs in cadre release check alone.`,
})

// releaseAltered compares bundles with the lines about them.
func releaseAltered(p *releasePass) {
	bundles := map[string]*source.File{}
	for _, r := range p.releases {
		bundles[path.Base(r.File.Path)] = r.File
	}
	seen := map[string]bool{}
	if p.history.Sums != nil {
		for _, s := range readSums(p.history.Sums) {
			p.judgeSum(s, bundles[s.name], seen[s.name])
			seen[s.name] = true
		}
	}
	for _, r := range p.releases {
		if name := path.Base(r.File.Path); !seen[name] {
			p.reportLine(source.Span{File: r.File}, "SHA256SUMS has no line of this bundle, so nobody can tell whether it is as it was frozen",
				"if it is, add the line: "+Sum(r.File), name)
		}
	}
}

// judgeSum judges one line about a bundle, which is nil when there is none.
func (p *releasePass) judgeSum(s sumLine, bundle *source.File, again bool) {
	switch {
	case s.name == "":
		p.reportLine(s.at, "this is no line of a checksum", "write 64 hexadecimal digits, two spaces and the name of a bundle, as sha256sum does", "malformed")
	case again:
		p.reportLine(s.at, fmt.Sprintf("the bundle %q stands twice", s.name), "keep the line that was written when it was frozen", s.name, "twice")
	case bundle == nil:
		p.reportLine(s.at, fmt.Sprintf("there is no bundle %q beside this file", s.name), "take it back from version control; a release that people may have used is never removed", s.name)
	case !strings.EqualFold(s.digits, checksum(bundle)):
		p.reportLine(s.at, fmt.Sprintf("the bundle %q is not as it was frozen: its checksum is another", s.name), "take the bundle back from version control, and correct what is wrong in the next release", s.name)
	}
}

// Sum returns the line about a bundle, as sha256sum writes it and without the line
// break.
func Sum(bundle *source.File) string { return checksum(bundle) + "  " + path.Base(bundle.Path) }

func checksum(f *source.File) string {
	hash := sha256.Sum256([]byte(f.Text))
	return hex.EncodeToString(hash[:])
}

// sumLine is a line of a file of checksums. A malformed one has no name.
type sumLine struct {
	at           source.Span
	digits, name string
}

// sumForm is a line of a checksum; an asterisk marks a file that was read as
// bytes.
var sumForm = regexp.MustCompile(`^([0-9A-Fa-f]{64}) [ *](\S.*)$`)

// readSums reads a file of checksums the way sha256sum does: empty lines and comments
// are no part of it.
func readSums(f *source.File) []sumLine {
	var all []sumLine
	at := 0
	for line := range strings.Lines(f.Text) {
		text := strings.TrimRight(line, "\r\n")
		s := sumLine{at: source.Span{File: f, Start: at, End: at + len(text)}}
		at += len(line)
		if text == "" || text[0] == '#' {
			continue
		}
		if parts := sumForm.FindStringSubmatch(text); parts != nil {
			s.digits, s.name = parts[1], parts[2]
		}
		all = append(all, s)
	}
	return all
}

// HasSum reports whether a file of checksums has a line about a bundle.
func HasSum(f *source.File, name string) bool {
	for _, s := range readSums(f) {
		if s.name == name {
			return true
		}
	}
	return false
}
