//go:build race

package report

// everyNth is which of the rows of a long table are taken: under the race detector,
// which makes each many times slower and learns little from more of the same, one
// in ten.
const everyNth = 10
