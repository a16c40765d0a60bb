package report

import (
	"fmt"
	"io"
)

// Build is the document of which program this is, and what it was built from.
type Build struct {
	Version  string `json:"version"`            // of the module, such as "v1.2.3", or "devel"
	Commit   string `json:"commit,omitempty"`   // id of the commit, when the build knew it
	Date     string `json:"date,omitempty"`     // when that was committed: RFC 3339, UTC
	Modified bool   `json:"modified,omitempty"` // whether the work tree held more than the commit
	Go       string `json:"go"`                 // version of the compiler
	Platform string `json:"platform"`           // "linux/amd64"
}

// buildFormats holds the formats of a build.
var buildFormats = table[Build]{}

var (
	_ = buildFormats.add("json", writeBuildJSON)
	_ = buildFormats.add("text", writeBuildText)
)

// Formats returns the names of the formats for a version, sorted.
func (*Build) Formats() []string { return buildFormats.names() }

// Write writes the version; the options do not matter.
func (b *Build) Write(w io.Writer, format string, o Options) error {
	write, err := buildFormats.find(format)
	if err != nil {
		return err
	}
	if err := write(w, b, o); err != nil {
		return fmt.Errorf("writing the version as %s: %w", format, err)
	}
	return nil
}

func writeBuildJSON(w io.Writer, b *Build, _ Options) error { return writeJSON(w, b) }

func writeBuildText(w io.Writer, b *Build, _ Options) error {
	_, err := fmt.Fprintln(w, "cadre", visible(b.Version))
	return err
}
