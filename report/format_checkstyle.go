package report

import (
	"bufio"
	"fmt"
	"io"
)

var _ = findingsFormats.add("checkstyle", writeCheckstyle)

const xmlHeader = `<?xml version="1.0" encoding="UTF-8"?>` + "\n"

// writeCheckstyle writes what Checkstyle 4.3 writes, which many build hosts read:
// a file element for each file with findings. A finding without a place stands at
// the first line of what was checked, and so does a run that stopped.
func writeCheckstyle(w io.Writer, d *Findings, _ Options) error {
	b := bufio.NewWriter(w)
	b.WriteString(xmlHeader + "<checkstyle version=\"4.3\">\n")
	for _, line := range d.aside() {
		fmt.Fprintf(b, "  <!-- %s -->\n", line)
	}
	for i, file := range d.byFile() {
		stopped := i == 0 && !d.Complete
		if len(file.findings) == 0 && !stopped {
			continue
		}
		fmt.Fprintf(b, "  <file name=\"%s\">\n", file.path)
		if stopped {
			checkstyleError(b, d.start(), "error", stoppedText, stoppedRule)
		}
		for _, f := range file.findings {
			checkstyleError(b, d.where(f), f.Severity, f.advice(), f.Rule)
		}
		b.WriteString("  </file>\n")
	}
	b.WriteString("</checkstyle>\n")
	return b.Flush()
}

func checkstyleError(b *bufio.Writer, l *Location, severity, message, rule string) {
	fmt.Fprintf(b, "    <error line=\"%d\"", l.Start.Line)
	if l.Start.Column > 0 {
		fmt.Fprintf(b, " column=\"%d\"", l.Start.Column)
	}
	fmt.Fprintf(b, " severity=\"%s\" message=\"%s\" source=\"cadre.%s\"/>\n", xmlText(severity), xmlText(message), xmlText(rule))
}
