// Package check runs Cadre's judges over a framework: it finds the data files,
// reads and validates them, builds the model, applies the consistency rules,
// and returns one sorted result.
//
// It is the door for programs that embed the checks. They need one call:
//
//	result, _, err := check.Run(ctx, os.DirFS("framework-data"), check.Options{})
//
// What it returns depends on the files and the options alone: not on the
// machine, the time, the number of workers or the place of the folder.
package check
