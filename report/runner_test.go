package report

import (
	"strings"
	"testing"
	"unicode"
)

// command is an order as the runner of GitHub Actions understands it.
type command struct {
	name       string
	properties map[string]string
	data       string
}

// runnerCommands are the names that the runner knows, those that it has given up
// included.
var runnerCommands = map[string]bool{}

func init() {
	for _, name := range []string{
		"add-mask", "add-matcher", "add-path", "debug", "echo", "endgroup", "error", "group", "internal-set-repo-path",
		"notice", "remove-matcher", "save-state", "set-env", "set-output", "stop-commands", "warning",
	} {
		runnerCommands[name] = true
	}
}

// obey reads an output as the runner does, line by line: it tries the form of
// today, and then the old one.
func obey(out string) []command {
	var all []command
	for _, line := range strings.FieldsFunc(out, func(r rune) bool { return r == '\n' || r == '\r' }) {
		c, ok := parseToday(line)
		if !ok {
			c, ok = parseOld(line)
		}
		if ok {
			all = append(all, c)
		}
	}
	return all
}

// parseToday follows ActionCommand.TryParseV2: "::name key=value,key=value::data"
// behind any white space.
func parseToday(line string) (command, bool) {
	line = strings.TrimLeftFunc(line, unicode.IsSpace)
	rest, ok := strings.CutPrefix(line, "::")
	if !ok {
		return command{}, false
	}
	info, data, ok := strings.Cut(rest, "::")
	name, properties, _ := strings.Cut(info, " ")
	if !ok || !runnerCommands[strings.ToLower(name)] {
		return command{}, false
	}
	unescape := strings.NewReplacer("%0D", "\r", "%0A", "\n", "%3A", ":", "%2C", ",", "%25", "%")
	c := command{name: strings.ToLower(name), properties: map[string]string{}}
	c.data = strings.NewReplacer("%0D", "\r", "%0A", "\n", "%25", "%").Replace(data)
	for _, pair := range strings.Split(strings.TrimSpace(properties), ",") {
		// Empty entries are removed, so equals signs behind the first, and those
		// before the key, vanish.
		key, value, _ := strings.Cut(strings.TrimLeft(pair, "="), "=")
		if value = strings.TrimLeft(value, "="); key != "" && value != "" {
			c.properties[key] = unescape.Replace(value)
		}
	}
	return c, true
}

// parseOld follows ActionCommand.TryParse: "##[name key=value;key=value]data"
// anywhere in a line.
func parseOld(line string) (command, bool) {
	_, rest, ok := strings.Cut(line, "##[")
	if !ok {
		return command{}, false
	}
	info, data, ok := strings.Cut(rest, "]")
	name, _, _ := strings.Cut(info, " ")
	if !ok || !runnerCommands[strings.ToLower(name)] {
		return command{}, false
	}
	return command{name: strings.ToLower(name), data: data}, true
}

// The judge of the other tests must itself find what there is to find.
func TestRunner(t *testing.T) {
	for _, c := range []struct {
		line, name, data string
		title            string
	}{
		{"::error::x", "error", "x", ""},
		{"\u3000 ::WARNING title=a%2C%3A%253A,file==b::x%0Ay%250A", "warning", "x\ny%0A", "a,:%3A"},
		{"::notice title=a=b=c::", "notice", "", "a=b=c"},
		{"text ##[error]x", "error", "x", ""},
		{"::x ##[add-mask a=b]y", "add-mask", "y", ""},
	} {
		got := obey(c.line)
		if len(got) != 1 || got[0].name != c.name || got[0].data != c.data || got[0].properties["title"] != c.title {
			t.Errorf("%q is read as %+v", c.line, got)
		}
	}
	for _, line := range []string{"x ::error::y", ":error::x", "::error:x", "::unknown::x", "# #[error]", "##[error", "::%65rror::x"} {
		if got := obey(line); got != nil {
			t.Errorf("%q is read as %+v", line, got)
		}
	}
}
