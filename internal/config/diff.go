package config

import "github.com/cadre-framework/cadre/diff"

// Diff is a stand-in for what the configuration says of changes, which is read
// elsewhere.
func (c *Config) Diff() diff.Options { return diff.Options{} }
