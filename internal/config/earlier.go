package config

import (
	"errors"
	"fmt"
	"io/fs"
	"path"
)

var errReadOnly = errors.New("an earlier state of the framework is only read")

// Earlier is an earlier state of the repository in which a framework lies: a
// folder, a revision or an archive.
type Earlier struct {
	FS        fs.FS
	Framework string                   // the framework's folder in it, "." for the top
	Call      func(name string) string // how people call a file in it
}

// Load reads the nearest configuration of the earlier state, from the framework
// upward. It is the zero Config when there is none.
func (e Earlier) Load() (*Config, error) {
	for dir := e.Framework; ; dir = path.Dir(dir) {
		name := path.Join(dir, Name)
		_, err := fs.Stat(e.FS, name)
		switch {
		case err == nil:
			c := &Config{Path: e.Call(name), fsys: e.FS, dir: dir}
			return c, c.load(place{fsys: e.FS, name: name, shown: c.Path})
		case !errors.Is(err, fs.ErrNotExist):
			return nil, fmt.Errorf("looking for %s: %w", e.Call(name), cause(err))
		case dir == ".":
			return &Config{}, nil
		}
	}
}

// Baseline returns where the baseline of the earlier state lies, as
// [Config.Baseline] does for the working one; c is what Load returned. What is
// there is read and never written.
func (e Earlier) Baseline(c *Config) (*BaselineFile, error) {
	var places []place
	add := func(name string) { places = append(places, place{fsys: e.FS, name: name, shown: e.Call(name)}) }
	if c.Path != "" {
		name, _ := c.inside(c.named())
		add(name)
	}
	if c.baseline == "" {
		add(path.Join(e.Framework, DefaultBaseline))
	}
	return c.first(places)
}
