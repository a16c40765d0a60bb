// Package text knows words: normal forms, spelling, likeness. It is the only
// door to golang.org/x/text. Everything in it is a pure function of its
// arguments.
package text
