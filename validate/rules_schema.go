package validate

import "github.com/cadre-framework/cadre/finding"

// Departures from the schemas in what fields there are.
var (
	_ = rule(finding.Rule{
		ID: "schema/required", Title: "Required fields are there", Severity: finding.Error,
		Doc: `A field that every entry of the kind needs is missing. Without an identifier nothing can refer to the entry, without a title nobody can recognise it.

Add the field. The message shows what belongs into it, with an example; cadre explain names all fields of a kind.`,
	})
	_ = rule(finding.Rule{
		ID: "schema/unknown-property", Title: "Fields have known names", Severity: finding.Error,
		Doc: `The entry has a field that Cadre does not know. Most often its name is misspelt, and what it says would be lost without a word.

Correct the name; the message offers the nearest one. To keep data of your own beside Cadre's, begin its name with x-, which is allowed in every group of fields.`,
	})
	_ = rule(finding.Rule{
		ID: "schema/dependency", Title: "Fields that need each other stand together", Severity: finding.Error,
		Doc: `A field says something only together with another that is missing, as the version of a code without the code.

Add the missing field, or remove the one that needs it.`,
	})
	_ = rule(finding.Rule{
		ID: "schema/schema-version", Title: "The file format is one that Cadre knows", Severity: finding.Error,
		Doc: `schemaVersion says which version of Cadre's file format the framework follows. It is missing, or this version of Cadre does not know it and might misread the files.

Write schemaVersion: 1. If the framework was made with a newer Cadre, use that one.`,
	})
)

// Departures from the schemas in what fields hold.
var (
	_ = rule(finding.Rule{
		ID: "schema/type", Title: "Values are of the right sort", Severity: finding.Error,
		Doc: `A field holds another sort of value than it should: text in the place of a number, one text in the place of a list, or nothing at all.

In YAML, a value of digits only is a number, and true, false and null are no text; put quotes around a code or version that looks like one. Every entry of a list begins with a hyphen. Remove a field for which there is nothing to say.`,
	})
	_ = rule(finding.Rule{
		ID: "schema/enum", Title: "Words come from the list of choices", Severity: finding.Error,
		Doc: `The field takes one of a few words, and this is none of them. Reports and look-ups sort by these words, so that another would be left out.

Choose one of the words in the message; the nearest is offered when there is one.`,
	})
	_ = rule(finding.Rule{
		ID: "schema/const", Title: "Fixed values are as they must be", Severity: finding.Error,
		Doc: `The field can have only one value, and this is another.

Write the value that the message names.`,
	})
	_ = rule(finding.Rule{
		ID: "schema/pattern", Title: "Texts have the form of their field", Severity: finding.Error,
		Doc: `The field takes text of a certain form, such as an identifier in lower-case letters with hyphens, or a version of three numbers. Other programs rely on that form.

The help says in words which form is wanted and gives an example.`,
	})
	_ = rule(finding.Rule{
		ID: "schema/format", Title: "Dates and web addresses can be read", Severity: finding.Error,
		Doc: `The field takes a date or a web address, and the text is none. A date is written year-month-day with two digits for month and day, and the day must exist. A web address is complete, with https:// in front.

Correct the text, or remove the field if the date or address is not known.`,
	})
	_ = rule(finding.Rule{
		ID: "schema/length", Title: "Texts are neither empty nor too long", Severity: finding.Error,
		Doc: `The text is empty, or longer than the field can hold.

Write something, remove the field, or shorten the text.`,
	})
	_ = rule(finding.Rule{
		ID: "schema/range", Title: "Numbers lie within their bounds", Severity: finding.Error,
		Doc: `The number is smaller or larger than makes sense for the field, as a count below zero.

Correct the number. Whether a level lies on its scale is not judged here but by level/rank-out-of-scale.`,
	})
)

// Departures from the schemas in lists and alternatives.
var (
	_ = rule(finding.Rule{
		ID: "schema/items", Title: "Lists have entries", Severity: finding.Error,
		Doc: `The list has fewer or more entries than the field allows; most often it is empty, which says the same as leaving the field out and leaves readers wondering what is missing.

Add an entry, or remove the field.`,
	})
	_ = rule(finding.Rule{
		ID: "schema/unique-items", Title: "List entries stand once", Severity: finding.Error,
		Doc: `The same text stands twice in a list in which each should stand once. Often a second one was meant and never changed after copying.

Remove the repetition, or write what was meant.`,
	})
	_ = rule(finding.Rule{
		ID: "schema/one-of", Title: "Values have one of the allowed forms", Severity: finding.Error,
		Doc: `The field can be written in several forms, and the value fits none of them, or more than one.

The message names the form that the value resembles most and what keeps it from fitting.`,
	})
)
