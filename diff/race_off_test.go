//go:build !race

package diff_test

// pairs is how many pairs of frameworks the proof of completeness draws.
const pairs = 3000
