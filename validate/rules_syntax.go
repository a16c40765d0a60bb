package validate

import "github.com/cadre-framework/cadre/finding"

// Faults of the structure of a text: what keeps it from being one JSON value.
var (
	_ = rule(finding.Rule{
		ID: "syntax/invalid-yaml", Title: "Files are valid YAML", Severity: finding.Error,
		Doc: `The file cannot be read as YAML, so nothing in it can be checked or published.

The usual causes are a missing space behind a colon, a text with a colon or a quotation mark in it that stands without quotes, and lines that are indented by tabs or by uneven numbers of spaces. Go to the place named, compare it with the lines around it, and put quotes around texts that hold punctuation.`,
	})
	_ = rule(finding.Rule{
		ID: "syntax/invalid-json", Title: "Files are valid JSON", Severity: finding.Error,
		Doc: `A file whose name ends in .json cannot be read as JSON, so nothing in it can be checked or published.

JSON is strict: every name and every text stands in double quotes, entries are separated by commas with none behind the last, and there are no comments. Go to the place named and look at what stands just before it.`,
	})
	_ = rule(finding.Rule{
		ID: "syntax/duplicate-key", Title: "A field stands once", Severity: finding.Error,
		Doc: `The same field is written twice in one group. Programs disagree about which of the two counts, so a reviewer may see one value and the published framework hold the other. Two names that look alike and differ only in how an accented letter is stored count as the same.

Keep the right one and delete the other. If both are needed, put them into one list.`,
	})
	_ = rule(finding.Rule{
		ID: "syntax/extra-document", Title: "A file holds one document", Severity: finding.Error,
		Doc: `A line of three hyphens begins a second YAML document in the same file. Many programs read only the first, so that the rest would vanish without a word.

Move the second part into a file of its own, or remove the hyphens.`,
	})
	_ = rule(finding.Rule{
		ID: "syntax/alias", Title: "Values are written out", Severity: finding.Error,
		Doc: `YAML can name a value (&name), use it again elsewhere (*name) and mix groups into each other (<<). A reader of the file then no longer sees what is published, and a small file can unfold into one that fills all memory.

Write the value out where it is used.`,
	})
	_ = rule(finding.Rule{
		ID: "syntax/tag", Title: "Values have no tags", Severity: finding.Error,
		Doc: `A YAML tag such as !!str or !person asks the reading program for a special treatment that others do not give.

Remove the tag. To have a number or a word like yes taken as text, put quotes around it.`,
	})
	_ = rule(finding.Rule{
		ID: "syntax/number", Title: "Numbers are of a usual size", Severity: finding.Error,
		Doc: `A number has more digits, or a larger exponent, than programs can keep exactly. It would come out changed, and calculating with it could take very long.

If it is a code or a reference number, put quotes around it. Otherwise write a number of ordinary size.`,
	})
	_ = rule(finding.Rule{
		ID: "syntax/too-deep", Title: "Groups are nested within reason", Severity: finding.Error,
		Doc: `Groups or lists stand inside each other more than 64 levels deep. No framework needs that; it is the mark of a damaged or a hostile file.

Look for brackets that are never closed, or restore the file from an earlier version.`,
	})
	_ = rule(finding.Rule{
		ID: "syntax/too-large", Title: "Files are of a usual size", Severity: finding.Error,
		Doc: `The file, one of its texts or the number of its values exceeds what Cadre reads, so that checking stays quick and safe on files from anywhere. A file may have 4 MiB and 100,000 values, a bundle 64 MiB and 4,000,000 values, a single text 64 KiB.

Split the file into one file per entry. For a large bundle that you trust, use --limits large.`,
	})
	_ = rule(finding.Rule{
		ID: "syntax/not-a-regular-file", Title: "Data files are ordinary files", Severity: finding.Warning,
		Doc: `Something with the name of a data file is a link, a pipe or a device. Cadre never opens such a thing: a link may lead out of the framework, and a pipe may never end. What it stands for is therefore not part of the framework.

Replace it by an ordinary file, or give it a name that does not look like a data file.`,
	})
)
