//go:build !race

package check_test

// sample is how many of a long test's rows are taken: here, all.
const sample = 1
