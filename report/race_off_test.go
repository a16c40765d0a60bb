//go:build !race

package report

// everyNth is which of the rows of a long table are taken: here, all.
const everyNth = 1
