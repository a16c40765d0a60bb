package report

import (
	"encoding/xml"
	"strings"
	"testing"

	"github.com/cadre-framework/cadre/finding"
)

// readXML reads a whole document strictly into v.
func readXML(t *testing.T, text string, v any) {
	t.Helper()
	if !strings.HasPrefix(text, xmlHeader) || !strings.HasSuffix(text, ">\n") {
		t.Errorf("the frame of:\n%s", text)
	}
	if err := xml.Unmarshal([]byte(text), v); err != nil {
		t.Fatalf("%v in:\n%s", err, text)
	}
}

type junitCounts struct {
	Tests    int `xml:"tests,attr"`
	Failures int `xml:"failures,attr"`
	Errors   int `xml:"errors,attr"`
}

type junitReport struct {
	XMLName xml.Name `xml:"testsuites"`
	junitCounts
	Suites []struct {
		junitCounts
		Name  string `xml:"name,attr"`
		Cases []struct {
			Class   string `xml:"classname,attr"`
			Name    string `xml:"name,attr"`
			Failure []struct {
				Type    string `xml:"type,attr"`
				Message string `xml:"message,attr"`
				Text    string `xml:",chardata"`
			} `xml:"failure"`
			Error []struct {
				Message string `xml:"message,attr"`
			} `xml:"error"`
			Out []string `xml:"system-out"`
		} `xml:"testcase"`
	} `xml:"testsuite"`
}

// The counts hold, every name is there once, and the run is always a test.
func TestJUnitStructure(t *testing.T) {
	docs := machineDocs()
	docs["many"] = many(6000)
	for name, doc := range docs {
		var r junitReport
		readXML(t, render(t, doc, "junit", Options{FailOn: finding.Info}), &r)
		var all junitCounts
		suites, cases := map[string]bool{}, map[string]bool{}
		for _, s := range r.Suites {
			var sum junitCounts
			for _, c := range s.Cases {
				sum.Tests++
				sum.Failures += len(c.Failure)
				sum.Errors += len(c.Error)
				if key := c.Class + "\n" + c.Name; cases[key] || c.Name == "" {
					t.Errorf("%s: the case %q is there twice or has no name", name, key)
				}
				cases[c.Class+"\n"+c.Name] = true
			}
			if sum != s.junitCounts || suites[s.Name] {
				t.Errorf("%s: the suite %s says %v and has %v, or is there twice", name, s.Name, s.junitCounts, sum)
			}
			suites[s.Name] = true
			all.Tests += sum.Tests
			all.Failures += sum.Failures
			all.Errors += sum.Errors
		}
		judged := doc.Summary.Error + doc.Summary.Warning + doc.Summary.Info
		if all != r.junitCounts || all.Tests != judged+1 || all.Failures != judged || (all.Errors == 0) != doc.Complete {
			t.Errorf("%s: the report says %v, has %v and should have %d", name, r.junitCounts, all, judged)
		}
	}
}

// A test case fails when its finding makes the run fail, and says what was found
// in any case.
func TestJUnitThreshold(t *testing.T) {
	for _, doc := range machineDocs() {
		s := doc.Summary
		for fail, want := range map[finding.Severity]int{
			0: s.Error, finding.Error: s.Error, finding.Warning: s.Error + s.Warning,
			finding.Info: s.Error + s.Warning + s.Info, finding.Error + 1: 0,
		} {
			var r junitReport
			readXML(t, render(t, doc, "junit", Options{FailOn: fail}), &r)
			failed, passed := 0, 0
			for _, suite := range r.Suites {
				for _, c := range suite.Cases {
					failed += len(c.Failure)
					passed += len(c.Out)
				}
			}
			if failed != want || r.Failures != want || failed+passed != s.Error+s.Warning+s.Info {
				t.Errorf("from %d on: %d failures of %d and %d others, want %d", fail, failed, r.Failures, passed, want)
			}
		}
	}
}

func TestJUnitFailure(t *testing.T) {
	var r junitReport
	readXML(t, render(t, FromResult(sample(), sampleRun), "junit", Options{}), &r)
	got := r.Suites[2].Cases[0].Failure[0]
	const place = "framework-data/roles/information-management/"
	want := place + `coder.yaml:1:5: error: the identifier "clinical-coder" is taken – choose another identifier (and in the releases since 0.1.0) [identity/duplicate-id]` +
		"\n" + place + "clinical-coder.yaml:1:5: first defined here"
	if got.Text != want || got.Type != "error" || got.Message != `the identifier "clinical-coder" is taken` {
		t.Errorf("got %+v, want the text\n%s", got, want)
	}
}

// A finding of a file that is called like what was checked joins its suite.
func TestJUnitOperandIsFile(t *testing.T) {
	doc := FromResult(sample(), sampleRun)
	doc.Operand = doc.Findings[0].Location.Path
	var r junitReport
	readXML(t, render(t, doc, "junit", Options{}), &r)
	if got := len(r.Suites[0].Cases); got != 3 || len(r.Suites) != 3 {
		t.Errorf("the first of %d suites has %d cases", len(r.Suites), got)
	}
}

type checkstyleReport struct {
	XMLName xml.Name `xml:"checkstyle"`
	Version string   `xml:"version,attr"`
	Files   []struct {
		Name   string `xml:"name,attr"`
		Errors []struct {
			Line     int    `xml:"line,attr"`
			Column   int    `xml:"column,attr"`
			Severity string `xml:"severity,attr"`
			Message  string `xml:"message,attr"`
			Source   string `xml:"source,attr"`
		} `xml:"error"`
	} `xml:"file"`
}

func TestCheckstyleStructure(t *testing.T) {
	docs := machineDocs()
	docs["many"] = many(6000)
	for name, doc := range docs {
		var r checkstyleReport
		readXML(t, render(t, doc, "checkstyle", Options{}), &r)
		count, files := 0, map[string]bool{}
		for _, f := range r.Files {
			if files[f.Name] || len(f.Errors) == 0 {
				t.Errorf("%s: the file %s is there twice or for nothing", name, f.Name)
			}
			files[f.Name] = true
			for _, e := range f.Errors {
				count++
				if e.Line < 1 || e.Message == "" || !strings.HasPrefix(e.Source, "cadre.") || !strings.Contains("error warning info", e.Severity) {
					t.Errorf("%s: %+v", name, e)
				}
			}
		}
		want := doc.Summary.Error + doc.Summary.Warning + doc.Summary.Info
		if !doc.Complete {
			want++
		}
		if count != want || r.Version != "4.3" {
			t.Errorf("%s: %d errors in version %s, want %d", name, count, r.Version, want)
		}
	}
}
