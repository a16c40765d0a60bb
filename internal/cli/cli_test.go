package cli

import (
	"bytes"
	"context"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// call runs a command in a folder with an environment.
func call(dir string, environment map[string]string, args ...string) (code int, stdout, stderr string) {
	var out, errs bytes.Buffer
	code = run(context.Background(), &env{
		args: args, stdin: strings.NewReader(""), stdout: &out, stderr: &errs, dir: dir,
		getenv: func(name string) string { return environment[name] },
	})
	return code, out.String(), errs.String()
}

// TestColors asks for colours in every way: the flag counts before NO_COLOR,
// that before FORCE_COLOR, that before the terminal.
func TestColors(t *testing.T) {
	for _, test := range []struct {
		when        string
		terminal    bool
		environment map[string]string
		want        bool
	}{
		{"auto", false, nil, false},
		{"auto", true, nil, true},
		{"auto", true, map[string]string{"TERM": "dumb"}, false},
		{"auto", true, map[string]string{"NO_COLOR": "1"}, false},
		{"auto", false, map[string]string{"FORCE_COLOR": "1"}, true},
		{"auto", true, map[string]string{"FORCE_COLOR": "0"}, false},
		{"auto", false, map[string]string{"FORCE_COLOR": "1", "NO_COLOR": "1"}, false},
		{"always", false, map[string]string{"NO_COLOR": "1"}, true},
		{"never", true, map[string]string{"FORCE_COLOR": "1"}, false},
	} {
		a := &app{env: &env{terminal: test.terminal, getenv: func(name string) string { return test.environment[name] }}}
		if got, err := a.colors(test.when); got != test.want || err != nil {
			t.Errorf("%s, terminal %v, %v: %v, %v", test.when, test.terminal, test.environment, got, err)
		}
	}
}

// TestIncompleteReports never gives a run that stopped the code of one that
// ended, whatever the format.
func TestIncompleteReports(t *testing.T) {
	dir := t.TempDir()
	if code, _, stderr := call(dir, nil, "check", "-f", "json=whole.json", "embedded"); code != exitOK {
		t.Fatal(code, stderr)
	}
	data, err := os.ReadFile(filepath.Join(dir, "whole.json"))
	if err != nil {
		t.Fatal(err)
	}
	stopped := bytes.Replace(data, []byte(`"complete": true`), []byte(`"complete": false`), 1)
	if err := os.WriteFile(filepath.Join(dir, "stopped.json"), stopped, 0o666); err != nil {
		t.Fatal(err)
	}
	for _, format := range []string{"text", "json"} {
		for name, want := range map[string]int{"whole.json": exitOK, "stopped.json": exitIncomplete} {
			if code, stdout, stderr := call(dir, nil, "report", "-f", format, "--fail-on", "never", name); code != want || stdout == "" {
				t.Errorf("%s of %s: exit %d, %s", format, name, code, stderr)
			}
		}
	}
	if _, stdout, _ := call(dir, nil, "report", "stopped.json"); strings.Contains(stdout, "no findings") {
		t.Errorf("a run that stopped reads as clean:\n%s", stdout)
	}
}
