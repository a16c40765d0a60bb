// Package framework is the typed model of a competency framework: scales and
// their levels, constituencies, competencies, roles and resources, how they
// refer to each other, and where in the files each of them stands.
//
// It is for judges and look-ups, which should not care how a framework was
// written down. A folder of files, a few collection files and one bundle give
// the same model:
//
//	f := framework.Build(docs, nil, framework.DefaultLayout)
//	for _, r := range f.RolesIn("information-management") {
//		fmt.Println(r.Title, r.Level)
//	}
//
// Build is total: a field with the wrong type is zero, its entity remembers
// that it is [Entity.Broken], and a reference that leads nowhere is just a
// reference that leads nowhere. Nothing here judges.
package framework
