"""Each rule complains about a page that breaks it, and about none that keeps them all: no rule is empty words."""

import pytest

from tests.e2e.access import empty_forms, rules

pytestmark = pytest.mark.browser

HEAD = '<!doctype html><html lang="de" dir="ltr"><head><title>Termine – Netz</title></head>'
GOOD = f"""{HEAD}<style>
    body {{ font: 18px/1.6 sans-serif; color: #111; background: #fff }}
    a, button, input, summary {{ display: inline-block; min-height: 30px }}
    input {{ border: 2px solid #555 }}
    p a {{ display: inline }}
    :focus {{ outline: 3px solid }}
    @media print {{ nav, .skip-link {{ display: none }} }}
  </style>
  <body>
    <header><a class="skip-link" href="#inhalt">Zum Inhalt springen</a>
      <nav aria-label="Hauptmenü"><a href="/termine/">Alle Treffen</a></nav></header>
    <main id="inhalt" tabindex="-1"><h1>Termine</h1><h2>Mai</h2><p>Mehr <a href="/x/">über das Treffen</a>.</p>
      <p dir="auto">سلام</p><svg aria-hidden="true"></svg>
      <form><label for="name">Name</label><input id="name" autocomplete="name"><button>Senden</button></form>
      <div role="status"></div></main>
    <footer><nav aria-label="Rechtliches"><a href="/impressum/">Impressum</a></nav></footer>
  </body></html>"""


def page_with(main, head=HEAD, header='<a href="#inhalt">Zum Inhalt</a>', after=""):
    return f"""{head}<body><header>{header}</header><main id="inhalt" tabindex="-1">{main}</main>
        <footer>Fuß</footer>{after}</body></html>"""


BROKEN = {
    "1.3.1 one headline": page_with("<h1>Eins</h1><h1>Zwei</h1>"),
    "1.3.1 no level of headings is left out": page_with("<h1>Eins</h1><h3>Drei</h3>"),
    "1.3.1 one main landmark, one banner, one foot": page_with("<h1>Eins</h1>", after="<footer>Noch einer</footer>"),
    "1.3.1 landmarks of a kind are told apart by name": page_with("<h1>Eins</h1><nav>a</nav><nav>b</nav>"),
    "1.3.1 everything one reads lies in a landmark": page_with("<h1>Eins</h1>", after="<p>Draußen</p>"),
    "2.4.2 the title names page and site": page_with("", head='<html lang="de"><head><title>Netz</title></head>'),
    "2.4.1 the first link leads past the menu": page_with("<h1>Eins</h1>", header='<a href="/">Start</a>'),
    "2.4.3 nothing jumps the queue of the Tab key": page_with('<button tabindex="3">Vorlaut</button>'),
    "2.4.3 nothing is shown in another order than it is read": page_with(
        '<div style="display: flex; flex-direction: row-reverse"><a href="/1/">1</a><a href="/2/">2</a></div>'
    ),
    "3.3.2 a field has a label": page_with("Name <input>"),
    "3.3.2 no placeholder stands for a label": page_with('<label>Name <input placeholder="Ihr Name"></label>'),
    "3.3.1 a field with an error says which": page_with('<label>Name <input aria-invalid="true"></label>'),
    "1.3.5 a person's own data can be filled in by the browser": page_with('<label>Mail <input type="email"></label>'),
    "1.4.1 links in running text are underlined": page_with(
        '<p>Mehr <a href="/x/" style="text-decoration: none">darüber</a>.</p>'
    ),
    "1.3.2 what runs the other way says so": page_with("<p>Von سلام bis heute</p>"),
    "4.1.1 every id is there once": page_with('<p id="a">1</p><p id="a">2</p>'),
    "4.1.2 a reference leads to something": page_with('<label for="weg">Name</label>'),
    "1.1.1 a picture says what it shows or that it is ornament": page_with('<img src="data:,"><svg></svg>'),
    "1.4.10 nothing is wider than the screen": page_with('<div style="width: 2000px">Breit</div>'),
    "1.4.4 no text is cut off": page_with(
        '<p style="width: 5em; overflow: hidden; white-space: nowrap">Ein Satz, der hier endet</p>'
    ),
    "1.4.4 no words lie on others": page_with('<p>Ein Satz</p><p style="margin-top: -2.2em">Noch einer</p>'),
    "1.4.11 buttons and fields keep an edge in forced colours": page_with(
        '<button style="border: 0; background: purple">Senden</button>'
    ),
    "print: no menus on paper": page_with("", header="<nav>Menü</nav>"),
    "print: dark on white": page_with('<p style="color: #ddd">Blass</p>'),
}


def names_of_rules(page):
    page.set_content(GOOD)
    return page.evaluate("Object.values(access.groups).flatMap(Object.keys)")


def all_rules(page):
    """What `rules.js` says of the page that lies open."""
    sizes = page.evaluate("access.run('sizes')")
    return [*rules.document(page), *sizes, *rules.forced_colours(page), *rules.on_paper(page)]


def test_every_rule_has_a_page_that_breaks_it(sheet):
    assert set(names_of_rules(sheet)) == set(BROKEN)


@pytest.mark.parametrize("rule", BROKEN)
def test_the_rule_complains(sheet, rule):
    sheet.set_content(BROKEN[rule])
    assert any(complaint.startswith(f"{rule}: ") for complaint in all_rules(sheet))


def test_a_good_page_keeps_every_rule(sheet):
    sheet.set_content(GOOD)
    checks = [rules.axe, all_rules, rules.names, rules.keyboard, rules.large_text, rules.small_screen, rules.skip_link]
    assert [complaint for check in checks for complaint in check(sheet)] == []
    assert rules.language(sheet, "de") == []
    assert rules.live_regions(sheet, GOOD) == []


# --- What needs the browser ------------------------------------------------------------------------
@pytest.mark.parametrize(
    ("violation", "html"),
    [
        ("color-contrast", '<h1>Eins</h1><p style="color: #bbb">Blass</p>'),
        ("label", "<h1>Eins</h1><input>"),
        (
            "target-size",
            '<h1>Eins</h1><a href="/1/" style="font-size: 8px">a</a><a href="/2/" style="font-size: 8px">b</a>',
        ),
    ],
)
def test_axe_complains(sheet, violation, html):
    sheet.set_content(page_with(html))
    assert any(complaint.startswith(f"axe {violation}: ") for complaint in rules.axe(sheet))


def test_a_wrong_language_or_direction_is_noticed(sheet):
    sheet.set_content(GOOD)
    assert rules.language(sheet, "en")
    assert rules.language(sheet, "ar")


def test_a_control_without_a_name_is_noticed(sheet):
    sheet.set_content(page_with("<h1>Eins</h1><button></button>"))
    assert rules.names(sheet) == ["4.1.2 everything one can use has a name: a button has none"]


def test_a_region_that_a_script_brings_along_is_noticed(sheet):
    sheet.set_content(GOOD)
    sheet.evaluate("document.querySelector('main').insertAdjacentHTML('beforeend', '<p role=\"alert\">Neu</p>')")
    assert rules.live_regions(sheet, GOOD)


@pytest.mark.parametrize(
    ("complaint", "html"),
    [
        ("2.4.7 the focus can be seen", '<a href="/" style="outline: none">Termine</a>'),
        (
            "2.4.11 nothing covers the focus",
            '<a href="/">Termine</a><div style="position: fixed; inset: 0; background: #fff"></div>',
        ),
        (
            "2.4.3 the focus goes the way one reads",
            '<a href="/1/" style="position: relative; top: 5em">Eins</a><br><a href="/2/">Zwei</a>',
        ),
        (
            "2.1.2 the focus is never stuck",
            """<button id="falle">Falle</button><a href="/">Termine</a>
               <script>falle.onkeydown = event => event.key === "Tab" && event.preventDefault()</script>""",
        ),
        (
            "2.1.1 every control is reached",
            """<button id="eins">Eins</button><button id="zwei">Zwei</button><button id="drei">Drei</button>
               <script>zwei.onfocus = () => drei.focus()</script>""",
        ),
    ],
)
def test_a_keyboard_in_trouble_is_noticed(sheet, complaint, html):
    sheet.set_content(page_with(f"<h1>Eins</h1>{html}", head=f"{HEAD}<style>:focus {{ outline: 3px solid }}</style>"))
    assert any(said.startswith(complaint) for said in rules.keyboard(sheet))


def test_a_skip_link_that_cannot_be_seen_or_leads_nowhere_is_noticed(sheet):
    sheet.set_content(page_with("<h1>Eins</h1>", header='<a href="#nirgends" style="font-size: 1px">Zum Inhalt</a>'))
    assert len(rules.skip_link(sheet)) == 2


@pytest.mark.parametrize("check", [rules.large_text, rules.small_screen])
def test_text_that_does_not_fit_any_more_is_noticed(sheet, check):
    sheet.set_content(page_with('<p style="width: 28rem; overflow: hidden; font-size: 20px">Ein Satz</p>'))
    assert check(sheet)


SUMMARY = """<div class="error-summary" tabindex="-1" {}><div role="alert"><h2>Bitte prüfen</h2>
    <ul><li><a href="#{}">Name</a></li></ul></div></div><label>Name <input id="name"></label>"""


def test_a_summary_that_takes_no_focus_and_leads_nowhere_is_noticed(sheet):
    sheet.set_content(page_with(SUMMARY.format("", "nirgends")))
    complaints = empty_forms.mistakes(sheet)
    assert any("takes the focus" in complaint for complaint in complaints)
    assert any("leads to its field" in complaint for complaint in complaints)
    assert any("the title says" in complaint for complaint in complaints)


def test_a_good_summary_is_not(sheet):
    sheet.set_content(page_with(SUMMARY.format("", "name"), head=HEAD.replace("<title>", "<title>Fehler: ")))
    sheet.locator(".error-summary").focus()
    assert empty_forms.mistakes(sheet) == []
