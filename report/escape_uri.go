package report

import (
	"fmt"
	"strings"
)

// uriPlain are the characters that a path keeps in a URI: those that RFC 3986
// reserves for nothing, and the slash between names. A colon is not among them,
// because "git:main" would read as a scheme.
const uriPlain = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~/"

// uri returns a path with slashes as a relative URI. Two slashes at its beginning
// would name a host, so the first is written out there.
func uri(path string) string {
	var b strings.Builder
	for i := range len(path) {
		if strings.IndexByte(uriPlain, path[i]) < 0 || i == 0 && strings.HasPrefix(path, "//") {
			fmt.Fprintf(&b, "%%%02X", path[i])
			continue
		}
		b.WriteByte(path[i])
	}
	return b.String()
}
