//go:build race

package check_test

// sample is how many of a long test's rows are taken: under the race detector,
// which makes each many times slower and learns little from more of the same, one
// in ten.
const sample = 10
