package text

import (
	"strings"
	"testing"
)

var wordings = []struct {
	old, new, locale string
	want             Class
	edits            string // with deleted words in brackets and added ones in braces, or "" to leave it open
}{
	// Equal, and only by their bytes.
	{"Manage risk", "Manage risk", "en-GB", Identical, "Manage risk"},
	{"", "", "", Identical, ""},
	{"  ", "\n", "", Editorial, ""},
	{"", ".", "", Editorial, "{.}"},

	// Punctuation, case, white space.
	{"Manage risk", "Manage risk.", "", Editorial, "Manage risk{.}"},
	{"Plans, reports and audits", "Plans reports, and audits", "", Editorial, "Plans[,] reports{,} and audits"},
	{"Manage  risk", "Manage risk\n", "", Editorial, ""},
	{"one\r\ntwo", "one\ntwo", "", Editorial, "one[\r]\ntwo"},
	{"manage Risk", "Manage risk", "", Editorial, "[manage Risk]{Manage risk}"},
	{"a\u00a0word", "a word", "", Editorial, ""},
	{"**must** act", "must act", "", Editorial, "[**]must[**] act"},
	{"read/write", "read / write", "", Editorial, ""},
	{"care—always", "care - always", "", Editorial, ""},
	{"see:5", "see: 5", "", Editorial, ""},
	{"the policy (see below)", "the policy see below", "", Editorial, "the policy [(]see below[)]"},
	{"m\u200bust", "must", "", Editorial, ""},
	{"Straße", "STRASSE", "de", Editorial, ""},

	// Quotation marks, normal forms.
	{"the nurse's role", "the nurse’s role", "", Editorial, "the [nurse's]{nurse’s} role"},
	{"say \"yes\"", "say “yes”", "", Editorial, "say [\"]{“}yes[\"]{”}"},
	{"«oui»", "„oui“", "fr", Editorial, ""},
	{"cafe\u0301", "caf\u00e9", "", Editorial, "[cafe\u0301]{caf\u00e9}"},
	{"w\u0175yr", "ww\u0302yr", "cy", Editorial, ""},
	{"l'hôpital", "l’hôpital", "fr-FR", Editorial, ""},
	{"café", "cafe", "", Reworded, ""},
	{"mor", "môr", "cy", Reworded, ""},
	{"tŷ", "ty", "cy", Reworded, ""},

	// Spelling.
	{"organise the color", "organize the colour", "en-GB", Editorial, ""},
	{"organizational", "organisational", "en", Editorial, ""},
	{"operationalise", "operationalize", "", Editorial, ""},
	{"civilisational", "civilizational", "", Editorial, ""},
	{"organisationally", "organizationally", "", Editorial, ""},
	{"an artefact", "an artifact", "", Editorial, ""},
	{"analyses the cancelled programme", "analyzes the canceled program", "", Editorial, ""},
	{"armour", "armor", "", Editorial, ""},
	{"recieve teh report", "receive the report", "", Editorial, "[recieve teh]{receive the} report"},
	{"requried to act", "required to act", "", Editorial, ""},
	{"Organisations' colour", "organization's color", "", Editorial, ""},
	{"a prize", "a prise", "", Reworded, ""},
	{"advise", "advice", "", Reworded, ""},
	{"form", "from", "", Reworded, ""},

	// Hyphens, contractions.
	{"e-mail", "email", "", Editorial, "[e-mail]{email}"},
	{"well-being", "wellbeing", "", Editorial, ""},
	{"well being", "well‑being", "", Editorial, ""},
	{"well being", "wellbeing", "", Reworded, ""},
	{"re-organise", "reorganize", "", Editorial, ""},
	{"e.g. this", "eg this", "", Editorial, ""},
	{"a part", "apart", "", Reworded, ""},
	{"care—less", "careless", "", Reworded, ""},
	{"can not", "cannot", "", Editorial, "[can not]{cannot}"},
	{"don't go", "do not go", "", Editorial, "[don't]{do not} go"},
	{"can’t", "cannot", "", Editorial, ""},
	{"won't, shan't", "will not, shall not", "", Editorial, ""},
	{"say n't", "say not", "", Grew, ""},
	{"dont", "don't", "", Editorial, ""},
	{"it's", "its", "", Editorial, ""},
	{"can not", "cannot", "cy", Reworded, ""},

	// Numbers and signs.
	{"1.5", "15", "", Reworded, ""},
	{"1.5", "1. 5", "", Reworded, ""},
	{"5", "-5", "", Reworded, "[5]{-5}"},
	{"5", "−5", "", Reworded, ""},
	{"9-5", "9 5", "", Reworded, ""},
	{"9-5", "95", "", Reworded, ""},
	{"9 - 5", "9 5", "", Reworded, ""},
	{"9-5", "9–5", "", Editorial, ""},
	{"1,000", "1000", "", Reworded, ""},
	{"1,5", "1 5", "", Reworded, ""},
	{"1/2", "1 2", "", Reworded, ""},
	{"10:30", "10 30", "", Reworded, ""},
	{"2*3", "2 3", "", Reworded, ""},
	{"5'10", "510", "", Reworded, ""},
	{"from (-5)", "from (5)", "", Reworded, ""},
	{"£5-£10", "£5 £10", "", Reworded, ""},
	{"5% of £10", "5 % of £ 10", "", Editorial, ""},
	{"5%", "5", "", Reworded, "[5%]{5}"},
	{"≥ 5", "≤ 5", "", Reworded, "[≥]{≤} 5"},
	{"after 5.", "after 5", "", Editorial, "after 5[.]"},
	{"- 5 people", "5 people", "", Editorial, ""},
	{"COVID-19", "COVID 19", "", Editorial, ""},
	{"Uses C++", "Uses C", "", Reworded, "Uses [C++]{C}"},
	{"C#", "C", "", Reworded, ""},
	{"Health & Care", "Health Care", "", Reworded, ""},

	// Obligations.
	{"Staff may act", "Staff must act", "", Grew, "Staff [may]{must} act"},
	{"Staff should act", "Staff SHALL act", "", Grew, ""},
	{"Staff act", "Staff are required to act", "", Grew, "Staff {are required to }act"},
	{"must act", "may act", "", Shrank, "[must]{may} act"},
	{"must act", "acts", "", Shrank, ""},
	{"must act", "shall act", "", Reworded, "[must]{shall} act"},
	{"may act", "can act", "", Reworded, ""},
	{"should act", "may act", "", Reworded, ""},
	{"a requirement", "requires", "", Reworded, ""},
	{"Staff should read it; you must sign", "Staff must read it and sign", "", Grew, ""},
	{"Staff must log in. Visitors may.", "Staff may log in. Visitors must.", "", Grew, ""},
	{"Staff may log in. Visitors must.", "Staff must log in. Visitors may.", "", Grew, ""},
	{"A must act. B may rest.", "B may rest. A must act.", "", Reworded, ""},
	{"may must", "must may may", "", Reworded, "[may ]must{ may may}"},
	{"Staff must act", "Staff must act and must report", "en-GB", Grew, "Staff must act{ and must report}"},
	{"must act", "may act", "cy", Reworded, ""},
	{"must act", "may act", "enm", Reworded, ""},
	{"must act", "may act", "EN_gb", Shrank, ""},

	// Negations and waivers.
	{"can share", "cannot share", "", Grew, "[can]{cannot} share"},
	{"share", "never share", "", Grew, "{never }share"},
	{"works with help", "works without help", "", Grew, ""},
	{"does not share", "shares", "", Shrank, ""},
	{"daren't share", "dare share", "", Shrank, ""},
	{"doesn’t share", "shares", "", Shrank, ""},
	{"must act", "must not act", "", Grew, "must {not }act"},
	{"must not act", "may act", "", Shrank, ""},
	{"must share", "never share", "", Grew, ""},
	{"must act", "is not required to act", "", Shrank, ""},
	{"must act", "is no longer required to act", "", Shrank, ""},
	{"must act", "will not be required to act", "", Shrank, ""},
	{"must act", "will no longer be required to act", "", Shrank, ""},
	{"must act", "if not, required to act", "", Grew, ""},
	{"must act", "need not act", "", Shrank, ""},
	{"must act", "does not need to act", "", Shrank, ""},
	{"No driving licence is required.", "A driving licence is required.", "", Grew, ""},
	{"A driving licence is required.", "No driving licence is required.", "", Shrank, ""},
	{"Registration is not mandatory.", "Registration is mandatory.", "", Grew, ""},
	{"Registration is mandatory.", "Registration is not mandatory.", "", Shrank, ""},
	{"Degree not essential.", "Degree essential.", "", Grew, ""},
	{"A degree is desirable.", "A degree is essential.", "", Grew, ""},
	{"Two years of experience required.", "No experience required.", "", Shrank, ""},
	{"Must supervise staff.", "No supervision of staff is required.", "", Shrank, ""},
	{"Must supervise staff.", "Is not obliged to supervise staff.", "", Shrank, ""},
	{"Must supervise staff.", "Supervising staff is no longer mandatory.", "", Shrank, ""},
	{"Must attend.", "No need to attend.", "", Shrank, ""},
	{"Must attend.", "Attendance not needed.", "", Shrank, ""},
	{"Must attend.", "There is no requirement to attend.", "", Shrank, ""},
	{"Staff must attend.", "No one is required to attend.", "", Shrank, ""},
	{"Required to work shifts.", "Not normally required to work shifts.", "", Shrank, ""},
	{"Required to work shifts.", "Never required to work shifts.", "", Shrank, ""},
	{"Experience is required.", "Experience is not necessarily required.", "", Shrank, ""},
	{"May attend.", "Is obliged to attend.", "", Grew, ""},
	{"Attendance is optional.", "Attendance is compulsory.", "", Grew, ""},
	{"Can attend.", "Has to attend.", "", Grew, ""},
	{"May attend.", "Needs to attend.", "", Grew, ""},
	{"May use any tool.", "Is prohibited from using any tool.", "", Grew, ""},
	{"Files letters.", "Files letters. No complaint is filed.", "", Grew, ""},
	{"Delivers training.", "Delivers mandatory training.", "", Reworded, ""},
	{"Teaches skills.", "Teaches essential skills.", "", Reworded, ""},
	{"Identifies information needs.", "Identifies the required information.", "", Reworded, ""},
	{"Plans training.", "Explains the need to train.", "", Reworded, ""},
	{"A degree helps.", "A degree is considered essential for the post.", "", Grew, ""},
	{"Works with help; must act.", "Works without help; must act.", "", Grew, ""},
	{"Must not act.", "Must act.", "", Shrank, ""},
	{"must act", "do not have to act", "", Shrank, ""},
	{"may act", "needn't act", "", Reworded, ""},
	{"is not required to act", "is required to act", "", Grew, ""},
	{"No. Required now", "No. Now required", "", Reworded, ""},
	{"If not. Required now", "If not required now", "", Editorial, ""},

	// Nothing on one side.
	{"", "Staff must act", "", Grew, "{Staff must act}"},
	{"Staff must act", "", "", Shrank, "[Staff must act]"},
	{"", "Staff do not act", "", Reworded, ""},
	{"Staff act", " ", "", Reworded, ""},

	// What the edits look like.
	{"one two three", "one two, three", "", Editorial, "one two{,} three"},
	{"one two.", "one two three.", "", Reworded, "one two{ three}."},
	{"say \"must\" be", "say \"may\" be", "", Shrank, "say \"[must]{may}\" be"},
	{"a b c d", "a c d e", "", Reworded, "a [b ]c d{ e}"},
	{"It keeps records and files letters.", "It trains new staff and answers all calls.", "", Reworded, "It [keeps records and files letters]{trains new staff and answers all calls}."},
	{"Sorts mail and files it", "Opens mail and burns it", "", Reworded, "[Sorts]{Opens} mail and [files]{burns} it"},
}

func TestWording(t *testing.T) {
	if len(wordings) < 100 {
		t.Errorf("only %d wordings", len(wordings))
	}
	for _, c := range wordings {
		class, edits := Wording(c.old, c.new, c.locale)
		if class != c.want {
			t.Errorf("%q to %q (%s) is %s, want %s", c.old, c.new, c.locale, class, c.want)
		}
		if got := marked(edits); c.edits != "" && got != c.edits {
			t.Errorf("%q to %q is %q, want %q", c.old, c.new, got, c.edits)
		}
		checkWording(t, c.old, c.new, c.locale)
	}
}

// marked writes edits in one line.
func marked(edits []WordEdit) string {
	var b strings.Builder
	for _, e := range edits {
		b.WriteString(map[Operation]string{Kept: e.Text, Deleted: "[" + e.Text + "]", Added: "{" + e.Text + "}"}[e.Op])
	}
	return b.String()
}

// checkWording reports edits that do not make both texts or are not in their plain
// form, and classes that do not fit those of the other direction.
func checkWording(t *testing.T, old, new, locale string) {
	t.Helper()
	class, edits := Wording(old, new, locale)
	var a, b strings.Builder
	var before Operation
	for _, e := range edits {
		if e.Text == "" || e.Op == before || e.Op == Deleted && before == Added {
			t.Errorf("%q to %q: %q after %q in %q", old, new, e.Op, before, marked(edits))
		}
		before = e.Op
		if e.Op != Added {
			a.WriteString(e.Text)
		}
		if e.Op != Deleted {
			b.WriteString(e.Text)
		}
	}
	if a.String() != old || b.String() != new {
		t.Errorf("%q to %q: the edits make %q and %q", old, new, a.String(), b.String())
	}
	if (class == Identical) != (old == new) {
		t.Errorf("%q to %q is %s", old, new, class)
	}
	want := class
	grew, shrank := forceMoved(englishParts(partsOf(old)), englishParts(partsOf(new)))
	switch {
	case class == Grew && !shrank:
		want = Shrank
	case class == Shrank && !grew:
		want = Grew
	}
	if back, _ := Wording(new, old, locale); back != want {
		t.Errorf("%q to %q is %s, and back %s, not %s", old, new, class, back, want)
	}
}

// TestVariants reports forms that lead to another form, which would make three
// words of one.
func TestVariants(t *testing.T) {
	if oneSpelling("color") != oneSpelling("colour") || oneSpelling("centre") != oneSpelling("center") {
		t.Error("the lists do not make one word of two forms")
	}
	for from, to := range variants() {
		if further, ok := variants()[to]; ok {
			t.Errorf("%s leads to %s, and that to %s", from, to, further)
		}
	}
}

func TestSimilar(t *testing.T) {
	for _, c := range []struct {
		a, b string
		want float64
	}{
		{"Manage the risk", "manage the risk.", 1},
		{"Manage the risk", "Manage the records", 2.0 / 3},
		{"one two", "two three", 0.5},
		{"a a a b", "a b b b", 0.5},
		{"Café", "cafe", 1},
		{"one", "two", 0},
		{"one", "", 0},
		{"", "", 0},
		{"--", "--", 0},
	} {
		if got := Similar(c.a, c.b); got != c.want || got != Similar(c.b, c.a) {
			t.Errorf("Similar(%q, %q) = %v and %v, want %v", c.a, c.b, got, Similar(c.b, c.a), c.want)
		}
	}
}

func FuzzWording(f *testing.F) {
	for _, c := range wordings {
		f.Add(c.old, c.new, c.locale)
	}
	f.Add("\xff\u00ad\u0301'`\"", "\xfe n't t -5-5", "")
	f.Fuzz(func(t *testing.T, old, new, locale string) {
		checkWording(t, old, new, locale)
		checkWording(t, old, strings.ToUpper(old), locale)
		if s := Similar(old, new); s < 0 || s > 1 || s != Similar(new, old) {
			t.Errorf("%q and %q share %v", old, new, s)
		}
	})
}
