package scaffold

import (
	"path"
	"regexp"
	"strings"

	"github.com/cadre-framework/cadre/framework"
)

var modelinePattern = regexp.MustCompile(`^#\s*yaml-language-server:\s*\$schema=(\S*?)/?framework\.schema\.json\s*$`)

// schemasOf returns where the schemas of a framework lie, as the first line of
// its framework file tells editors: from the framework's folder, or as an
// address. It is empty where the file does not say.
func schemasOf(f *framework.Framework) string {
	doc := f.Node().Document()
	if doc == nil {
		return ""
	}
	for _, c := range doc.Comments {
		if match := modelinePattern.FindStringSubmatch(c.Text()); match != nil {
			if match[1] == "" {
				return "."
			}
			return match[1]
		}
	}
	return ""
}

// modeline returns the first line of a new file, which tells editors its schema.
func modeline(schemas string, kind framework.Kind, file string) string {
	if schemas == "" {
		return ""
	}
	address := schemas + "/" + string(kind) + ".schema.json"
	if !strings.Contains(schemas, "://") && !strings.HasPrefix(schemas, "/") {
		address = path.Join(strings.Repeat("../", strings.Count(file, "/")), address)
	}
	return "# yaml-language-server: $schema=" + address + "\n"
}
