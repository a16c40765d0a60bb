// Package hosting has only tests. They hold the files that build hosts, hooks and
// editors read (workflows, the action, hooks, templates, the recipes of docs/ci.md) to
// the schemas that their hosts publish, to the commands that there are, and to each
// other.
package hosting
