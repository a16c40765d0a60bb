// Package arch keeps Cadre's packages in their places. It holds tests alone.
//
// The table in table_test.go gives every package a rank and every module from
// elsewhere its one door. The tests read the source of the whole module, for every
// operating system at once, and report
//
//   - an import that does not go down the table, and a package without a row;
//   - a module from elsewhere that comes in by another way than its door;
//   - a public package that reaches for files, the network or the clock, and
//     anything below the command line that prints;
//   - a public signature that shows a type of an internal package or of another
//     module;
//   - a file or a function that has grown too long.
//
// Whoever adds a package adds its row, here and in docs/architecture.md.
package arch
