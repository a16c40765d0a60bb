package diff_test

import (
	"fmt"
	"maps"
	"regexp"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"github.com/cadre-framework/cadre/check"
	"github.com/cadre-framework/cadre/diff"
	"github.com/cadre-framework/cadre/framework"
)

var (
	ownID  = regexp.MustCompile(`(?m)^(id: |  - to: )(.+)$`)
	ownTop = regexp.MustCompile(`(?m)^(title: .+)$`)
)

// copies is the shipped framework with every role many times, as in the benchmark
// of lint, and the same with one role in a hundred changed.
func copies(times int) (old, new fstest.MapFS) {
	old = fstest.MapFS{}
	for path, text := range shipped() {
		old[path] = &fstest.MapFile{Data: []byte(text)}
		for i := 1; i < times && strings.HasPrefix(path, "roles/") && !strings.Contains(path, "_draft"); i++ {
			mark := fmt.Sprintf("%c%c", 'a'+i/26, 'a'+i%26)
			again := ownTop.ReplaceAllString(ownID.ReplaceAllString(text, "$1$2-"+mark), "$1 "+strings.ToUpper(mark))
			old[strings.TrimSuffix(path, ".yaml")+"-"+mark+".yaml"] = &fstest.MapFile{Data: []byte(again)}
		}
	}
	new = maps.Clone(old)
	i := 0
	for path, file := range old {
		if i++; i%100 == 0 && strings.HasPrefix(path, "roles/") {
			text := strings.Replace(string(file.Data), "responsibilities:\n", "responsibilities:\n  - Must look after the other side\n", 1)
			new[path] = &fstest.MapFile{Data: []byte(strings.Replace(text, "summary: >-\n  ", "summary: >-\n  Now ", 1))}
		}
	}
	return old, new
}

// BenchmarkCompare compares two frameworks of ten thousand roles of which one in a
// hundred changed, beside a check of one of them: what reading both sides and
// comparing them takes, in full checks.
func BenchmarkCompare(b *testing.B) {
	old, new := copies(80)
	var full, reading, comparing time.Duration
	changes := 0
	run := func(files fstest.MapFS, o check.Options) (*framework.Framework, time.Duration) {
		start := time.Now()
		_, f, err := check.Run(b.Context(), files, o)
		if err != nil {
			b.Fatal(err)
		}
		return f, time.Since(start)
	}
	for b.Loop() {
		_, whole := run(old, check.Options{})
		before, first := run(old, check.Options{Stage: check.ValidateOnly})
		after, second := run(new, check.Options{Stage: check.ValidateOnly})
		start := time.Now()
		changes = len(diff.Compare(before, after, diff.Options{}).Changes)
		full, reading, comparing = full+whole, reading+first+second, comparing+time.Since(start)
	}
	b.ReportMetric(float64(full.Milliseconds())/float64(b.N), "ms/check")
	b.ReportMetric(float64(comparing.Milliseconds())/float64(b.N), "ms/compare")
	b.ReportMetric(float64(reading+comparing)/float64(full), "checks/diff")
	b.Logf("%d changes", changes)
}
