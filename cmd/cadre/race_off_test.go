//go:build !race

package main

// everyNth is which of the scripts are run: here, all.
const everyNth = 1
