package source_test

import (
	"strings"
	"testing"

	"github.com/cadre-framework/cadre/source"
)

// TestIsNumber holds the grammar of JSON and both limits, from both sides.
func TestIsNumber(t *testing.T) {
	longest := strings.Repeat("1", source.MaxNumberLength)
	for text, want := range map[string]bool{
		"0": true, "-1.50": true, "1e308": true, "1E-308": true, longest: true,
		"": false, "null": false, " 4": false, "4 ": false, "04": false, "+4": false, "0x1F": false, "NaN": false, "1.": false,
		"1e309": false, "1E-309": false, "1e4000000": false, longest + "1": false,
	} {
		if got := source.IsNumber(text); got != want {
			t.Errorf("%q: %v", text, got)
		}
	}
}
