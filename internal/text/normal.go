package text

import "golang.org/x/text/unicode/norm"

// NFC returns s in Unicode normalisation form C, so that é written as one code
// point and as two compare equal.
func NFC(s string) string { return norm.NFC.String(s) }
