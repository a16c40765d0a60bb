// Package explore answers the questions that people ask of a framework: which
// roles there are, where one leads, what the next one asks in addition, and what
// the framework covers.
//
// It is for people who plan a career or a workforce, and for programs that help
// them. Most callers ask one of these:
//
//	roles := explore.Roles(f, explore.Query{Levels: framework.Range{From: 1, To: 3, Stated: true}})
//	tree := explore.From(f, f.Role("clinical-coder"), 3)
//	routes := explore.Between(f, f.Role("clinical-coder"), f.Role("head-of-information-services"), 4)
//	gap := explore.Compare(f.Role("clinical-coder"), f.Role("clinical-coding-manager"))
//
// Answers speak of active entities, unless a question names another status.
// They are in an order that depends on the framework alone.
package explore
