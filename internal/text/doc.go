// Package text knows words: normal forms, spelling, likeness. It is the only
// door to golang.org/x/text and to the word lists of github.com/golangci/misspell.
// Everything in it is a pure function of its arguments.
package text
