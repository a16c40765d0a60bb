package operand

import (
	"testing"
	"testing/fstest"
)

// TestMemory holds the file system against what the standard library asks of one.
func TestMemory(t *testing.T) {
	m := newMemory()
	for _, name := range []string{"b/c/d.yaml", "a.yaml", "b/a.yaml"} {
		if _, err := m.add(name, 0, "text of "+name); err != nil {
			t.Fatal(err)
		}
	}
	if err := fstest.TestFS(m, "a.yaml", "b/a.yaml", "b/c/d.yaml"); err != nil {
		t.Error(err)
	}
	for _, name := range []string{"a.yaml", "a.yaml/x", "b", "b/c"} {
		if _, err := m.add(name, 0, ""); err == nil {
			t.Errorf("%s stands for two things", name)
		}
	}
}
