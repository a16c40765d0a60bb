package config

import (
	"cmp"
	"fmt"
	"io/fs"
	"path"
	"path/filepath"
	"strings"

	"github.com/cadre-framework/cadre/check"
	"github.com/cadre-framework/cadre/diff"
	"github.com/cadre-framework/cadre/finding"
	"github.com/cadre-framework/cadre/internal/files"
	"github.com/cadre-framework/cadre/lint"
	"github.com/cadre-framework/cadre/source"
)

// Config is a configuration that was read. The zero value says nothing.
type Config struct {
	Path      string // as people call it; "" when there is none
	Framework string // absolute path of what commands work on, or ""
	Earlier   string // that of an earlier state, slash-separated from its top, or ""
	Settings  []Setting
	Impacts   []Impact        // by the id of their kind
	Accepted  []diff.Accepted // changes that were agreed, in the order of the file

	root     string // absolute folder that nothing leaves
	fsys     fs.FS  // what stands in place of root, or nil
	dir      string // slash-separated folder of the file, from root
	baseline string // slash-separated from dir, or ""
	places   map[string]source.Span
}

// Setting is one thing that the configuration says of one rule.
type Setting struct {
	Rule *finding.Rule
	Name string // severity, ignore, or an option of the rule
	At   source.Span

	Severity finding.Severity // of severity
	Globs    []string         // of ignore
	Value    any              // of an option; its type is that of the default
}

// limits bound a configuration: one that says something of every rule is far
// smaller, and reading one costs next to nothing.
var limits = source.Limits{Bytes: 256 << 10, Nodes: 10_000, Depth: 16, Scalar: 4 << 10}

// Load reads the configuration at an absolute path that people know as shown.
func Load(file, shown string) (*Config, error) {
	folder := filepath.Dir(file)
	root := cmp.Or(Repository(folder), folder)
	dir, err := filepath.Rel(root, folder)
	if err != nil {
		return nil, fmt.Errorf("reading %s: %w", shown, err)
	}
	c := &Config{Path: shown, root: root, dir: filepath.ToSlash(dir)}
	return c, c.load(place{root: folder, name: filepath.Base(file), shown: shown})
}

// load reads the file at a place.
func (c *Config) load(at place) error {
	doc, err := at.read(form{"config", "the configuration has mistakes", "write version: 1, or delete the file", limits})
	if err != nil {
		return err
	}
	c.places = map[string]source.Span{}
	m := &mistakes{what: "the configuration has mistakes"}
	root := doc.Root()
	for field := range root.Children() {
		c.places[field.Key()] = field.Span()
	}
	c.readPaths(root, m)
	c.readRules(root.Get("rules"), m)
	c.readDiff(root.Get("diff"), m)
	return m.err()
}

// Place returns where a top field stands, or the zero span.
func (c *Config) Place(field string) source.Span { return c.places[field] }

// readPaths reads the fields that name files. Nothing outside the repository is
// looked at, not even to say that it is not there.
func (c *Config) readPaths(root source.Node, m *mistakes) {
	const help = "name a place inside the repository, relative to this file"
	if n := root.Get("baseline"); n.Exists() {
		c.baseline = n.Str()
		if _, ok := c.inside(n.Str()); !ok {
			m.add(n.Span(), "the baseline lies outside the repository", help)
		}
	}
	n := root.Get("framework")
	if !n.Exists() {
		return
	}
	name, ok := c.inside(n.Str())
	if !ok {
		m.add(n.Span(), "the framework lies outside the repository", help)
		return
	}
	if c.fsys != nil {
		c.Earlier = name // whether it is there now is not for an earlier state to say
		return
	}
	folder, err := files.Open(c.root)
	if err == nil {
		defer folder.Close()
		_, err = fs.Stat(folder, name)
	}
	if err != nil {
		m.add(n.Span(), "the framework cannot be opened: "+cause(err).Error(), "name the folder that holds framework.yaml, relative to this file")
		return
	}
	c.Framework = filepath.Join(c.root, filepath.FromSlash(name))
}

// inside returns a path of the configuration from the root, and whether it stays
// there. Links are the business of whoever opens it.
func (c *Config) inside(name string) (string, bool) {
	if path.IsAbs(name) || filepath.IsAbs(name) || strings.Contains(name, `\`) {
		return "", false
	}
	joined := path.Join(c.dir, name)
	return joined, filepath.IsLocal(filepath.FromSlash(joined))
}

// Apply adds what the configuration says of rules to the options of a run. A
// severity that the options have already goes before.
func (c *Config) Apply(o *check.Options) {
	globs := map[string][]string{}
	severity := map[string]finding.Severity{}
	settings := lint.Settings{}
	for _, s := range c.Settings {
		switch s.Name {
		case severityKey:
			severity[s.Rule.ID] = s.Severity
		case ignoreKey:
			globs[s.Rule.ID] = append(globs[s.Rule.ID], s.Globs...)
		default:
			if settings[s.Rule.ID] == nil {
				settings[s.Rule.ID] = map[string]any{}
			}
			settings[s.Rule.ID][s.Name] = s.Value
		}
	}
	for id, s := range o.Severity {
		severity[id] = s
	}
	o.Severity, o.Settings = severity, settings
	o.Exempt = func(r *finding.Rule, path string) bool {
		for _, glob := range globs[r.ID] {
			if Match(glob, path) {
				return true
			}
		}
		return false
	}
}
