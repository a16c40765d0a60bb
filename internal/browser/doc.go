// Package browser opens the HTML reports in a real browser. It holds tests alone.
//
// What an escaper or a template promises is one thing, what a browser makes of the
// page another. The tests look, in headless Chromium, at what a reader meets: that
// nothing is loaded and nothing refused, that filters work by mouse and by keyboard,
// that all is there without script and on paper, that what assistive technology is
// told has names and order, and that every text stands out from its ground.
//
// Without a browser the tests are skipped and say so. With CADRE_BROWSER=required
// they fail instead, so that a builder cannot pass by lacking one. CADRE_SCREENSHOTS
// names a folder for pictures of the pages, for people to look at.
package browser
