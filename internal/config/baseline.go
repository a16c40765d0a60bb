package config

import (
	"encoding/json"
	"fmt"
	"os"
	"path"
	"path/filepath"
	"strings"

	"github.com/cadre-framework/cadre/check"
	"github.com/cadre-framework/cadre/source"
)

// DefaultBaseline is where a baseline lies beside the configuration, or in the
// folder of the framework, when nobody says otherwise.
const DefaultBaseline = ".cadre/baseline.json"

// BaselineFile is the place of a baseline.
type BaselineFile struct {
	Exists bool
	Named  bool // whether somebody said that it lies here

	place place
}

// NamedBaseline is the baseline at an absolute path that people know as shown.
func NamedBaseline(file, shown string) (*BaselineFile, error) {
	p := place{root: filepath.Dir(file), name: filepath.Base(file), shown: shown}
	if info, err := os.Stat(p.root); err != nil || !info.IsDir() {
		return nil, fmt.Errorf("reading %s: there is no folder %s", shown, path.Dir(filepath.ToSlash(shown)))
	}
	exists, err := p.exists()
	return &BaselineFile{exists, true, p}, err
}

// Baseline returns where the baseline of a framework lies: where the
// configuration says, else beside the configuration or in the framework's folder,
// an absolute path that people know as shown. It is nil when there is no place for
// one. c may be the zero Config.
func (c *Config) Baseline(folder, shown string) (*BaselineFile, error) {
	var places []place
	if c.Path != "" {
		name, _ := c.inside(c.named())
		places = append(places, place{root: c.root, name: name, shown: path.Join(path.Dir(filepath.ToSlash(c.Path)), c.named())})
	}
	if folder != "" && c.baseline == "" {
		places = append(places, place{root: folder, name: DefaultBaseline, shown: path.Join(filepath.ToSlash(shown), DefaultBaseline)})
	}
	return c.first(places)
}

// first returns the first place at which there is a baseline, else the first one
// at which there may be one.
func (c *Config) first(places []place) (*BaselineFile, error) {
	for _, p := range places {
		if exists, err := p.exists(); exists || err != nil {
			return &BaselineFile{exists, c.baseline != "", p}, err
		}
	}
	if len(places) == 0 {
		return nil, nil
	}
	return &BaselineFile{false, c.baseline != "", places[0]}, nil
}

func (c *Config) named() string {
	if c.baseline != "" {
		return c.baseline
	}
	return DefaultBaseline
}

// Shown returns the path of the file as people call it.
func (b *BaselineFile) Shown() string { return b.place.shown }

// stored is a baseline as its file holds it.
type stored struct {
	Rule        string `json:"rule"`
	Subject     string `json:"subject"`
	Fingerprint string `json:"fingerprint"`
}

// Read reads the baseline.
func (b *BaselineFile) Read() (*check.Baseline, error) {
	doc, err := b.place.read(form{"baseline", "the baseline has mistakes", "delete the file, and run cadre baseline write to accept what is found today", source.BundleLimits})
	if err != nil {
		return nil, err
	}
	var entries []check.Accepted
	for n := range doc.Root().Get("findings").Children() {
		entries = append(entries, check.Accepted{
			Fingerprint: n.Get("fingerprint").Str(), Rule: n.Get("rule").Str(), Subject: n.Get("subject").Str(),
		})
	}
	return check.NewBaseline(entries), nil
}

// Write stores a baseline, an entry a line, so that a reviewer sees each change.
// The file is replaced whole or not at all.
func (b *BaselineFile) Write(baseline *check.Baseline) error {
	var text strings.Builder
	text.WriteString("{\n  \"version\": 1,\n  \"findings\": [")
	for i, e := range baseline.Entries() {
		line, err := json.Marshal(stored{e.Rule, e.Subject, e.Fingerprint})
		if err != nil {
			return fmt.Errorf("writing %s: %w", b.place.shown, err)
		}
		if i > 0 {
			text.WriteString(",")
		}
		text.WriteString("\n    " + string(line))
	}
	if len(baseline.Entries()) > 0 {
		text.WriteString("\n  ")
	}
	text.WriteString("]\n}\n")
	if err := b.place.replace(text.String()); err != nil {
		return fmt.Errorf("writing %s: %w", b.place.shown, cause(err))
	}
	b.Exists = true
	return nil
}

// replace writes a file under another name and renames it, so that nobody ever
// sees half of it.
func (p place) replace(text string) (err error) {
	if p.fsys != nil {
		return errReadOnly
	}
	root, err := os.OpenRoot(p.root)
	if err != nil {
		return err
	}
	defer root.Close()
	if err := root.MkdirAll(path.Dir(p.name), 0o777); err != nil {
		return err
	}
	temporary := p.name + ".new"
	f, err := root.OpenFile(temporary, os.O_WRONLY|os.O_CREATE|os.O_TRUNC, 0o666)
	if err != nil {
		return err
	}
	defer func() {
		if err != nil {
			root.Remove(temporary) // what is left of it is of no use; the first error is the one to tell
		}
	}()
	_, err = f.WriteString(text)
	if err == nil {
		err = f.Sync()
	}
	if closed := f.Close(); err == nil {
		err = closed
	}
	if err != nil {
		return err
	}
	return root.Rename(temporary, p.name)
}
