package report

import (
	"fmt"
	"path"
	"strconv"
	"strings"
)

// near returns the path of a location as it is from the directory of the run,
// which is what people type.
func (h *Head) near(l *Location) string {
	switch {
	case l.Detached:
		return l.Path
	case h.Directory != "":
		return relative(h.Directory, l.Path)
	}
	return path.Join(h.Root, l.Path)
}

// relative leads from a folder to a path, both from one root.
func relative(folder, target string) string {
	if folder == "." {
		return target
	}
	from, to := strings.Split(folder, "/"), strings.Split(target, "/")
	same := 0
	for same < len(from) && same < len(to)-1 && from[same] == to[same] {
		same++
	}
	return strings.Repeat("../", len(from)-same) + strings.Join(to[same:], "/")
}

// place returns "path:line:col" as text shows it.
func (h *Head) place(l *Location) string {
	return leading(h.near(l) + ":" + strconv.Itoa(l.Start.Line) + ":" + strconv.Itoa(l.Start.Column))
}

// point returns "path:line:col" from the folder that paths are relative to, as all
// formats but text show it. The caller escapes it.
func (l *Location) point() string {
	return fmt.Sprintf("%s:%d:%d", l.Path, l.Start.Line, l.Start.Column)
}
