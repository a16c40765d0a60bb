package validate

import "github.com/cadre-framework/cadre/finding"

// Faults of characters and of words: what makes people and programs read one
// text in two ways.
var (
	_ = rule(finding.Rule{
		ID: "syntax/encoding", Title: "Files are plain UTF-8 text", Severity: finding.Error,
		Doc: `The file holds bytes that are not UTF-8, or characters that cannot be seen and that programs treat differently, such as control characters. Accented letters would come out wrong, or lines be hidden from one reader and not from another.

Open the file in a text editor, delete the character at the place named, and save the file as UTF-8. The cause is often a text copied from a word processor or a spreadsheet.`,
	})
	_ = rule(finding.Rule{
		ID: "syntax/byte-order-mark", Title: "Files begin with their text", Severity: finding.Warning, Fixable: true,
		Doc: `The file begins with an invisible byte order mark, which some programs take for part of the first field's name.

Save the file as UTF-8 without BOM, and it stays away; some editors for Windows add it unasked.`,
	})
	_ = rule(finding.Rule{
		ID: "syntax/bidi-control", Title: "Text runs in the order it is stored", Severity: finding.Error,
		Doc: `The file holds an invisible character that reverses the direction in which text is shown. What a reviewer sees is then not what is stored, which has been used to hide changes.

Delete the character. Text in Arabic or Hebrew is shown rightly without it.`,
	})
	ambiguousScalar = rule(finding.Rule{
		ID: "syntax/ambiguous-scalar", Title: "Text that looks like something else has quotes", Severity: finding.Warning, Fixable: true,
		Doc: `A text without quotes, such as no, on, 0777, 1_000 or 12:30, is text to Cadre. Older YAML programs read it as false, true, an octal number, a number or a time. The same file then means one thing here and another in a spreadsheet import or a web page.

Put quotes around it, or remove it if nothing was meant. Fields that want a date are left alone, for a date means the same to all.`,
	})
)
