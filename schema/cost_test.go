package schema_test

import (
	"runtime"
	"testing"
)

// allocated returns how many bytes a function allocates.
func allocated(f func()) uint64 {
	var before, after runtime.MemStats
	runtime.ReadMemStats(&before)
	f()
	runtime.ReadMemStats(&after)
	return after.TotalAlloc - before.TotalAlloc
}

// roles returns a bundle with n roles that have no fields.
func roles(n int) map[string]any {
	list := make([]any, n)
	for i := range list {
		list[i] = map[string]any{}
	}
	return map[string]any{"framework": map[string]any{}, "roles": list}
}

// TestCheckReadsNoSchemaAgain holds the bytes that a violation costs: the
// embedded schema is many times larger than what is said of one entry.
func TestCheckReadsNoSchemaAgain(t *testing.T) {
	const entries, each = 2_000, 40 << 10
	value := roles(entries)
	check(t, "bundle", value)
	got := allocated(func() { check(t, "bundle", value) })
	if got > entries*each {
		t.Errorf("an entry without fields costs %d bytes, want at most %d", got/entries, each)
	}
}
