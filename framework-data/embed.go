// Package frameworkdata holds the Health Informatics Career Framework that
// ships with Cadre, as it lies in this folder.
package frameworkdata

import "embed"

// FS is the framework folder.
//
//go:embed all:*
var FS embed.FS
