package check_test

import (
	"fmt"
	"regexp"
	"strings"
	"testing"
	"time"

	"github.com/cadre-framework/cadre/check"
	"github.com/cadre-framework/cadre/framework"
	"github.com/cadre-framework/cadre/lint"
)

var (
	ownID  = regexp.MustCompile(`(?m)^(id: |  - to: )(.+)$`)
	ownTop = regexp.MustCompile(`(?m)^(title: .+)$`)
)

// copies is the shipped framework with every role many times, each time with ids
// and titles of its own and with routes among the roles of the same time.
func copies(b *testing.B, times int) *framework.Framework {
	b.Helper()
	files := map[string]string{}
	for path, text := range shipped(b) {
		files[path] = text
		for i := 1; i < times && strings.HasPrefix(path, "roles/") && !strings.Contains(path, "_draft"); i++ {
			mark := fmt.Sprintf("%c%c", 'a'+i/26, 'a'+i%26)
			again := ownTop.ReplaceAllString(ownID.ReplaceAllString(text, "$1$2-"+mark), "$1 "+strings.ToUpper(mark))
			files[strings.TrimSuffix(path, ".yaml")+"-"+mark+".yaml"] = again
		}
	}
	_, f, err := check.Run(b.Context(), mapFS(files), check.Options{Stage: check.ValidateOnly})
	if err != nil {
		b.Fatal(err)
	}
	return f
}

// BenchmarkLint lints a framework of about a thousand roles and one of about ten
// thousand in turn, and reports how much longer the larger takes.
func BenchmarkLint(b *testing.B) {
	small, large := copies(b, 8), copies(b, 80)
	var times [2]time.Duration
	for b.Loop() {
		for i, f := range []*framework.Framework{small, large} {
			start := time.Now()
			lint.Run(f, nil, nil)
			times[i] += time.Since(start)
		}
	}
	b.ReportMetric(float64(times[0].Milliseconds())/float64(b.N), "ms/1k-roles")
	b.ReportMetric(float64(times[1].Milliseconds())/float64(b.N), "ms/10k-roles")
	b.ReportMetric(float64(times[1])/float64(times[0]), "times")
	b.Logf("%d roles and %d roles", len(small.Roles), len(large.Roles))
}
