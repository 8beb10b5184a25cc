"""A person who has no mouse: Tab to what is wanted, then Enter, Space, arrows or typing. Nothing is clicked."""

import re

INVISIBLE = re.compile("[\u00ad\u200e\u200f\u2066-\u2069]")  # hyphens that may break, and what isolates directions
FURTHEST = 250  # presses of Tab; more than any page has stops, Wagtail's forms included


class Keyboard:
    """The keyboard before one page, and what Chromium says has the focus."""

    def __init__(self, page):
        self.page = page
        self._session = page.context.new_cdp_session(page)

    def open(self, address):
        """Type an address."""
        self.page.goto(address)

    def press(self, *keys):
        for key in keys:
            self.page.keyboard.press(key)

    def type(self, text):
        """Over whatever stands there."""
        self.press("Control+A")
        self.page.keyboard.type(text)

    def press_on(self, *what, **where):
        """Go there and press it; the page stays."""
        self.reach(*what, **where)
        self.press("Enter")

    def follow(self, *what, **where):
        """Go there, press it, and wait for the page it leads to."""
        self.reach(*what, **where)
        with self.page.expect_navigation():
            self.press("Enter")

    def fill(self, *what, text, **where):
        """Go to a field and write."""
        self.reach(*what, **where)
        self.type(text)

    def reach(self, role="", name="", *, id=""):
        """Press Tab until something of that role has the focus, with `name` in its accessible name; or that id."""
        passed = []
        for _ in range(FURTHEST):
            self.press("Tab")
            found_role, found_name = self.focused()
            passed.append(f"{found_role} {found_name}")
            if id:
                if self.page.evaluate("document.activeElement.id") == id:
                    return
            elif found_role == role and name in found_name:
                return
        raise AssertionError(f"No Tab leads to {role} {name or id} on {self.page.url}: {list(dict.fromkeys(passed))}")

    def focused(self):
        """Role and name of what has the focus, as Chromium tells a screen reader."""
        element = self._session.send("Runtime.evaluate", {"expression": "document.activeElement"})["result"]
        if "objectId" not in element:
            return "", ""
        arguments = {"objectId": element["objectId"], "fetchRelatives": False}
        [node, *_] = self._session.send("Accessibility.getPartialAXTree", arguments)["nodes"]
        name = node.get("name", {}).get("value", "")
        return node.get("role", {}).get("value", ""), " ".join(INVISIBLE.sub("", name).split())

    def choose(self, name):
        """In a group of radio buttons: arrows until that one is chosen. The group must have the focus."""
        for _ in range(20):
            if name in self.focused()[1]:
                return self.press("Space")
            self.press("ArrowDown")
        raise AssertionError(f"No arrow leads to {name}")

    def fill_time(self, moment, **where):
        """A field for day and time: Chromium asks part by part, in the order of the machine's language."""
        self.reach(**where)
        wanted = moment.strftime("%Y-%m-%dT%H:%M")
        german = (moment.strftime("%d"), moment.strftime("%m"), f"{moment:%Y}", moment.strftime("%H"), f"{moment:%M}")
        american = (f"{moment:%m}", f"{moment:%d}", f"{moment:%Y}", f"{moment:%I}", f"{moment:%M}", f"{moment:%p}")
        for parts in (german, american):
            self.press("ArrowLeft", "ArrowLeft", "ArrowLeft", "ArrowLeft", "ArrowLeft", "ArrowLeft")
            for part in parts:
                self._part(part)
            if self.page.evaluate("document.activeElement.value")[:16] == wanted:
                return
        raise AssertionError(f"{wanted} cannot be typed: {self.page.evaluate('document.activeElement.value')}")

    def _part(self, part):
        """One part; the year takes six digits, so an arrow ends it, while the others end themselves."""
        self.page.keyboard.type(part)
        if len(part) == 4:
            self.press("ArrowRight")
