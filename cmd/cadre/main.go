// Command cadre validates, lints and compares competency frameworks.
package main

import (
	"os"

	"github.com/cadre-framework/cadre/internal/cli"
)

func main() {
	os.Exit(cli.Main())
}
