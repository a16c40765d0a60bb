//go:build race

package diff_test

// pairs is how many pairs of frameworks the proof of completeness draws: under the
// race detector, which makes each many times slower, one in twenty.
const pairs = 150
