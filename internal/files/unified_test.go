package files

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"
)

func TestUnified(t *testing.T) {
	for _, c := range [][3]string{
		{"a\n", "a\n", ""},
		{"a\nb\nc\n", "a\nx\nc\n", "--- f\n+++ f\n@@ -1,3 +1,3 @@\n a\n-b\n+x\n c\n"},
		{"", "a\n", "--- f\n+++ f\n@@ -0,0 +1,1 @@\n+a\n"},
		{"a", "a\n", "--- f\n+++ f\n@@ -1,1 +1,1 @@\n-a\n\\ No newline at end of file\n+a\n"},
		{"b\na\nc\n", "a\nb\nc\n", "--- f\n+++ f\n@@ -1,3 +1,3 @@\n-b\n a\n+b\n c\n"},
		{"1\n2\n3\n4\n5\n6\n7\n8\n9\n", "x\n2\n3\n4\n5\n6\n7\n8\ny\n", "--- f\n+++ f\n@@ -1,4 +1,4 @@\n-1\n+x\n 2\n 3\n 4\n@@ -6,4 +6,4 @@\n 6\n 7\n 8\n-9\n+y\n"},
	} {
		if got := Unified("f", c[0], c[1]); got != c[2] {
			t.Errorf("%q to %q:\n%s\nwant:\n%s", c[0], c[1], got, c[2])
		}
	}
}

// patched applies a difference the way patch does, without looking around.
func patched(t *testing.T, old, diff string) string {
	t.Helper()
	if diff == "" {
		return old
	}
	lines := splitLines(old)
	var out strings.Builder
	at := 0
	_, hunks, _ := strings.Cut(diff, "\n@@")
	for hunk := range strings.SplitSeq("@@"+hunks, "\n@@") {
		var from, count, to, countNew int
		header, body, _ := strings.Cut(strings.TrimPrefix(hunk, "@@"), "\n")
		if _, err := fmt.Sscanf(header, " -%d,%d +%d,%d", &from, &count, &to, &countNew); err != nil {
			t.Fatal(err, header)
		}
		if count > 0 {
			from--
		}
		out.WriteString(strings.Join(lines[at:from], ""))
		at = from
		body = strings.ReplaceAll(body+"\n", "\n\\ No newline at end of file\n", "")
		for _, line := range splitLines(body) {
			switch line[0] {
			case ' ', '-':
				if at >= len(lines) || strings.TrimSuffix(lines[at], "\n") != strings.TrimSuffix(line[1:], "\n") {
					t.Fatalf("line %d of the old text is not %q", at, line)
				}
				at++
			}
			if line[0] != '-' {
				out.WriteString(line[1:])
			}
		}
	}
	return out.String() + strings.Join(lines[at:], "")
}

// TestUnifiedApplies makes the new text from the old one and the difference.
func TestUnifiedApplies(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	text := func() string {
		var b strings.Builder
		for range r.IntN(40) {
			fmt.Fprintf(&b, "line %d\n", r.IntN(25))
		}
		return b.String()
	}
	for range 2000 {
		old, next := text(), text()
		if got := patched(t, old, Unified("f", old, next)); got != next {
			t.Fatalf("%q becomes %q, want %q by\n%s", old, got, next, Unified("f", old, next))
		}
	}
}

// TestUnifiedLarge compares long texts in reverse order, without a time that
// grows by squares.
func TestUnifiedLarge(t *testing.T) {
	var lines []string
	for i := range 200_000 {
		lines = append(lines, fmt.Sprintf("%d\n", i))
	}
	old := strings.Join(lines, "")
	for i, j := 0, len(lines)-1; i < j; i, j = i+1, j-1 {
		lines[i], lines[j] = lines[j], lines[i]
	}
	if got := Unified("f", old, strings.Join(lines, "")); !strings.Contains(got, "+199998\n") || strings.Count(got, "\n") != 400_002 {
		t.Error("the difference lacks a line")
	}
}
