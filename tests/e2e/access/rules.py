"""What is asked of a page that lies open in the browser. Every function returns complaints, none when all is well.

The rules on the document stand in `rules.js`, those on the Tab key in `keyboard.js`; here are the rules that need the
browser: its accessibility tree, its media, its keyboard. Numbers are success criteria of WCAG 2.2.
"""

import re
from pathlib import Path

from axe_playwright_python.base import AXE_SCRIPT

from config.languages import EXTRA_LANG_INFO

HERE = Path(__file__).parent
SCRIPTS = "\n".join([AXE_SCRIPT, *((HERE / name).read_text() for name in ("rules.js", "keyboard.js", "forms.js"))])
"""For `context.add_init_script`. Comes from outside the page, so that its content policy stays as it is."""

WCAG = ("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa")
NAMED = {
    "link", "button", "textbox", "searchbox", "checkbox", "radio", "combobox", "listbox", "spinbutton", "slider",
    "switch", "tab", "menuitem", "DisclosureTriangle", "heading", "dialog", "Date", "DateTime", "InputTime",
}  # fmt: skip
"""Roles that Chromium must know by a name."""
RIGHT_TO_LEFT = {"ar", "fa", "ckb", "ps", "ur"}
LIVE = re.compile(r"""role="(?:status|alert|log)"|aria-live="(?:polite|assertive)\"""")
SMALLEST = 320  # CSS pixels: WCAG 1.4.10
SPACED = (
    "* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important }"
    " p { margin-block-end: 2em !important }"
)
"""WCAG 1.4.12"""


# --- In whatever look the page has now ------------------------------------------------------------
def axe(page, tags=(*WCAG, "best-practice")):
    """axe-core, everything up to WCAG 2.2 AA and its best practices, unless `tags` says otherwise."""
    return page.evaluate(
        """async options => (await axe.run(options)).violations.flatMap(violation => violation.nodes.map(
            node => `axe ${violation.id}: ${node.target}: ${node.failureSummary.replace(/\\s+/g, " ")}`))""",
        {"runOnly": list(tags), "resultTypes": ["violations"]},
    )


def document(page):
    """The rules of `rules.js` on the document itself."""
    return page.evaluate("access.run('rules')")


def language(page, code):
    """3.1.1: the page says which language it is in, and which way that runs."""
    said = page.evaluate("[document.documentElement.lang, document.documentElement.dir]")
    expected = [code, "rtl" if code in RIGHT_TO_LEFT and code not in EXTRA_LANG_INFO else "ltr"]
    return [] if said == expected else [f"3.1.1 the page says its language: {said} instead of {expected}"]


def names(page):
    """4.1.2: Chromium's accessibility tree has a name for everything one can use, and for every heading."""
    session = page.context.new_cdp_session(page)
    nodes = session.send("Accessibility.getFullAXTree")["nodes"]
    session.detach()
    nameless = [
        node["role"]["value"]
        for node in nodes
        if not node["ignored"] and node["role"]["value"] in NAMED and not node.get("name", {}).get("value", "").strip()
    ]
    return [f"4.1.2 everything one can use has a name: a {role} has none" for role in nameless]


def live_regions(page, source):
    """4.1.3: what is announced was in the page before it spoke. `source` is the page as the server sent it."""
    there = page.locator('[role="status"], [role="alert"], [role="log"], [aria-live="polite"]').count()
    sent = len(LIVE.findall(source))
    return [] if there <= sent else [f"4.1.3 a region that speaks is there from the start: {there}, sent {sent}"]


def keyboard(page):
    """2.1.1, 2.1.2, 2.4.3, 2.4.7, 2.4.11: once round with the Tab key, from the top until the page is left."""
    complaints, stops = [], page.evaluate("access.keyboard.start()")
    for _ in range(3 * stops + 20):
        page.keyboard.press("Tab")
        here = page.evaluate("access.keyboard.here()")
        complaints += here["problems"]
        if here["isOut"] or any("stuck" in problem for problem in here["problems"]):
            break
    else:
        complaints.append("2.1.2 the Tab key leads out of the page again")
    return complaints + page.evaluate("access.keyboard.end()")


def skip_link(page):
    """2.4.1: the first press of Tab shows a link, and Enter brings the focus past the menu."""
    page.evaluate("access.keyboard.start()")
    page.keyboard.press("Tab")
    complaints = page.evaluate(
        """() => document.activeElement.matches('a[href^="#"]') && document.activeElement.offsetHeight > 20
            ? [] : ["2.4.1 the first Tab shows a way past the menu: " + access.called(document.activeElement)]"""
    )
    page.keyboard.press("Enter")
    return complaints + page.evaluate(
        """() => document.activeElement.matches("main") || document.activeElement.closest("main")
            ? [] : ["2.4.1 and Enter goes there: " + access.called(document.activeElement)]"""
    )


# --- In a look of its own; each puts back what it changed ----------------------------------------
def small_screen(page):
    """1.4.10: nothing is lost at 320 px. 1.4.4: nor at twice the text there. 1.4.12: nor with more space."""
    before = page.viewport_size
    page.set_viewport_size({"width": SMALLEST, "height": before["height"]})
    complaints = [f"{complaint} (320 px)" for complaint in page.evaluate("access.run('sizes')")]
    page.evaluate("document.documentElement.style.fontSize = '200%'")
    complaints += [f"{complaint} (320 px, 200 %)" for complaint in page.evaluate("access.run('sizes')")]
    page.evaluate("document.documentElement.style.fontSize = ''")
    page.evaluate(
        """rules => { const sheet = new CSSStyleSheet(); sheet.replaceSync(rules);
            document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet] }""",
        SPACED,
    )
    complaints += [f"{complaint} (more space)" for complaint in page.evaluate("access.run('sizes')")]
    page.evaluate("() => { document.adoptedStyleSheets = document.adoptedStyleSheets.slice(0, -1) }")
    page.set_viewport_size(before)
    return complaints


def large_text(page):
    """1.4.4: nothing is lost at twice the text, in the look the page has now."""
    page.evaluate("document.documentElement.style.fontSize = '200%'")
    complaints = [f"{complaint} (200 %)" for complaint in page.evaluate("access.run('sizes')")]
    page.evaluate("document.documentElement.style.fontSize = ''")
    return complaints


def forced_colours(page):
    """1.4.11 where the reader's system paints: an edge is left of what colour alone had shown."""
    page.emulate_media(forced_colors="active")
    complaints = page.evaluate("access.run('forced')")
    page.emulate_media(forced_colors="none")
    return complaints


def on_paper(page):
    """Printed: no menus, dark on white. A browser prints in the light scheme, whatever the screen has."""
    page.emulate_media(media="print", color_scheme="light")
    complaints = page.evaluate("access.run('printed')")
    page.emulate_media(media="screen")
    return complaints
