package report

import (
	"encoding/json"
	"errors"
	"io/fs"
	"os"
	"slices"
	"strings"
	"testing"
)

// hostileTexts are what people have tried, and what is particular to our formats.
func hostileTexts(t testing.TB) []string {
	t.Helper()
	all := []string{
		order, "x::set-output name=a::b", "::set-output name=a::b", "##[add-mask]x", "a ##[set-env name=b]c", "%0A::error::", "%250A::error::x", "\n::error::x",
		"\r::stop-commands::x", "\u2028::error::x", "\u0085::error::x", " \u00a0::error::x", "a,title=b", "a:b,c=d", "=cmd()", "==a", "=", "+1", "-1+2", "@SUM(1)",
		"<script>alert(1)</script>", "<!--", "-->", "<!-- -->", "](http://evil)", "[x](http://evil)", "![x](http://evil/i.png)", "[x]: http://evil", "<http://evil>",
		"http://evil", "https://evil.org/a_b_c", "ftp://evil", "www.evil.org", "WWW.evil.org", "x@evil.org", "mailto:x@evil.org", "@someone #12", "@org/team", "owner/repo#12",
		"GH-12", "gh-1234567", "#1234567", "owner/repo@0123456789abcdef0123456789abcdef01234567", "0123456789abcdef0123456789abcdef0123456789abcdef", "DEADBEEF01",
		"| a | b |", "a|b", "\\|", "a\\", "`a`", "``` a", "~~a~~", "~a~", "*a*", "**a**", "_a_", "__a__", "a_b_c", "_", "# a", "#", "a #", "a ##", "###", "###### a", "- a", "* a", "+ a", "1. a", "1) a",
		"> a", "> [!NOTE]", "---", "***", "===", "- [ ] a", "[^1]", "[^1]: a", "$a$ $b$", "$$a$$", ":octocat:", ":a:smile:b:", ":+1:", ":100:", "x:100:5", "&lt;", "&#64;someone",
		"&amp;#64;a", "&copy", "\x1b[2J", "\x1b]8;;http://evil\x07x\x1b]8;;\x07", "\u009b31m", "\u202eabc", "\x00", "\xff", "{{ 7*7 }}", "${{ secrets.X }}", "%s%n", "%", "%%", "%2", "",
		" ", "    code", "\tcode", "a  ", "a\r\nb", strings.Repeat("a", 5000), strings.Repeat("%", 5000), strings.Repeat("𝒳", 5000), strings.Repeat("@a ", 200), strings.Repeat("@", 200), strings.Repeat("\U000e0041", 200),
	}
	return sampled(slices.Concat(all, hostileHTML, naughty(t)))
}

// sampled returns the rows of a long table that are taken.
func sampled[T any](all []T) []T {
	var rows []T
	for i := 0; i < len(all); i += everyNth {
		rows = append(rows, all[i])
	}
	return rows
}

// naughty returns the big list of naughty strings where the reference data lies
// beside the project.
func naughty(t testing.TB) []string {
	t.Helper()
	data, err := os.ReadFile("../../shared/reference/strings/blns.json")
	if errors.Is(err, fs.ErrNotExist) {
		t.Log("the list of naughty strings is not there")
		return nil
	}
	if err != nil {
		t.Fatal(err)
	}
	var all []string
	if err := json.Unmarshal(data, &all); err != nil || len(all) < 400 {
		t.Fatalf("%d naughty strings: %v", len(all), err)
	}
	return all
}

// hostileHTML are data that would become markup, script, style or address if they
// could, beside the strings of other tests.
var hostileHTML = []string{
	"plain", "", " ", "\n", "\r\n::x\r", `"><script>alert(1)</script>`, `</script><script>alert(1)</script>`, `</style><style>*{display:none}`,
	`<!-- x -->`, `-->`, `]]>`, `<![CDATA[x]]>`, `<?xml?>`, `&lt;b&gt; &amp; &#60; &notit; &`, `' onmouseover='alert(1)`, `" autofocus onfocus="x`,
	"` onclick=`x`", "javascript:alert(1)", "data:text/html,x", "<svg/onload=x>", "<img src=x onerror=x>", "<a href=//evil.example>", "<base href=//evil.example>",
	"</title><b>", "</textarea></select></pre></code></bdi></article></main>", "<plaintext>", "<template>", "<math><mtext></mtext>", "{{.}} {{template \"x\"}}",
	"\x00\u0085\u2028\u202eabc\u202c\ufeff\ufffd\xff", "##[error]x", "a `b` c `d", "```\n<b>\n```", "<\x00script>", "＜script＞", "<ScRiPt >", "a\tb", "\U000e0041",
}
