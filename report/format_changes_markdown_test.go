package report

import "testing"

func TestChangesMarkdown(t *testing.T) { changesOutputs(t, "markdown") }
