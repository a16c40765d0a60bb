package report

import (
	"cmp"
	"slices"
	"strconv"
	"strings"
)

// htmlFilters are the choices by which a page can be narrowed, where scripts run.
// An item of the page carries the numbers of its values, those of each filter in
// their order, so that no data stands in an attribute.
type htmlFilters []*htmlFilter

// htmlFilter is one property of items with the values that occur.
type htmlFilter struct {
	Name    htmlText
	Boxes   bool // a box for each choice, instead of a list to choose one from
	Hint    htmlText
	Names   bool // words to be found in one of an item's names, instead of choices; such filters come last
	none    string
	numbers map[string]int
	Choices []htmlChoice
}

// htmlChoice is a value and the number of items that have it.
type htmlChoice struct {
	Number int
	Text   htmlText
	Count  int
}

// newHTMLFilter makes a filter whose first values, in this order, are known. An
// empty value is shown as none.
func newHTMLFilter(name, none string, values ...string) *htmlFilter {
	f := &htmlFilter{Name: htmlLine(name), none: none, numbers: map[string]int{}}
	for _, value := range values {
		f.Choices[f.number(value)].Count = 0
	}
	return f
}

// number returns the number of a value, which counts as one more item of it.
func (f *htmlFilter) number(value string) int {
	n, ok := f.numbers[value]
	if !ok {
		n = len(f.Choices)
		f.numbers[value] = n
		f.Choices = append(f.Choices, htmlChoice{Number: n, Text: htmlLine(cmp.Or(value, f.none))})
	}
	f.Choices[n].Count++
	return n
}

// item returns the attribute of an item from its values, one for each filter.
func (l htmlFilters) item(values ...string) htmlText {
	return l.items(1, convert(values, func(value string) []string { return []string{value} })...)
}

// items returns the attribute of an item that stands for so many, from its values
// for each filter, of which there may be several or none.
func (l htmlFilters) items(weight int, values ...[]string) htmlText {
	numbers := make([]string, len(values))
	for i, all := range values {
		if len(all) == 0 {
			all = []string{""}
		}
		for j, value := range all {
			n := l[i].number(value)
			l[i].Choices[n].Count += weight - 1
			if j > 0 {
				numbers[i] += ","
			}
			numbers[i] += strconv.Itoa(n)
		}
	}
	return htmlText(strings.Join(numbers, " "))
}

// sorted returns the filters with their choices by name; call it after the last
// item. Boxes keep the order in which their values came.
func (l htmlFilters) sorted() htmlFilters {
	for _, f := range l {
		if !f.Boxes {
			slices.SortStableFunc(f.Choices, func(a, b htmlChoice) int { return cmp.Compare(a.Text, b.Text) })
		}
	}
	return l
}

// Useful reports whether there is anything to choose.
func (f *htmlFilter) Useful() bool {
	used := 0
	for _, c := range f.Choices {
		if c.Count > 0 {
			used++
		}
	}
	return used > 1
}
