//go:build race

package main

// everyNth is which of the scripts are run: under the race detector, which makes
// each many times slower and learns little from more of the same, one in four.
const everyNth = 4
