// Package config reads what a repository says about how Cadre is to judge its
// framework: the configuration .cadre.yaml and the baseline of accepted findings.
//
// Both come from whoever wrote the repository and are data, nothing more: they
// start no program, fetch nothing, name no file outside the repository, and raise
// no limit. What is wrong in them is told with its place, as in data files:
//
//	c, err := config.Load(dir, "../.cadre.yaml")
//	c.Apply(&options)
package config
