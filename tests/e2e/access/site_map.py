"""Every page there is, for somebody: from every row, every live page and every error, and on by links.

A page is covered because it exists: its address has a row, it stands in the page tree, or a link leads to it.
"""

import hashlib
import http.client
import json
import subprocess
import sys
import zlib
from dataclasses import dataclass
from html.parser import HTMLParser
from urllib.parse import parse_qsl, urljoin, urlsplit

from tests.e2e.access.combinations import LANGUAGES

NOT_OURS = ("/redaktion/", "/demo/mails/", "/demo/anhaenge/", "/media/", "/static/")
"""Wagtail's admin, other people's mails, and files."""
STARTS = ["/", *(f"/{language}/" for language in LANGUAGES if language != "de"), "/demo/"]
ENOUGH = 1500  # more than there are, so that a loop of links ends
SHOWN = {200, 400, 403, 404, 410, 429, 500, 503}


@dataclass(frozen=True)
class Found:
    """A page that answered with HTML. `status` is its answer's, `words` a digest of what it says."""

    address: str
    title: str
    status: int
    words: str

    @property
    def language(self):
        first = self.address.split("/")[1]
        return first if first in LANGUAGES else "de"

    @property
    def number(self):
        """The same for a page in every language, and tomorrow: what the sample goes by."""
        path = urlsplit(self.address).path
        return zlib.crc32(path.removeprefix(f"/{self.language}").encode())


@dataclass(frozen=True)
class Somebody:
    name: str
    cookies: dict
    pages: list

    def pages_in(self, language):
        return [page for page in self.pages if page.language == language]


def find_everything(product):
    """Everybody, with the pages they can see, by address."""
    everybody, known = {}, set()
    for name, given in samples(product).items():
        pages = crawl(product.url, **given)
        everybody[name] = Somebody(name, given["cookies"], _not_seen_before(pages, known))
    return everybody


def _not_seen_before(pages, known):
    """Without those that say, in the same language, word by word what another one says; `known` grows by the rest."""
    fresh = []
    for page in pages:
        kind = (page.language, page.status, page.words)
        if kind not in known:
            known.add(kind)
            fresh.append(page)
    return fresh


def samples(product):
    """What `samples.py` says, run in the product's environment."""
    answer = subprocess.run(
        [sys.executable, "-m", "tests.e2e.access.samples"], env=product.environment, capture_output=True, check=False
    )
    assert answer.returncode == 0, answer.stderr.decode()[-4000:]
    return json.loads(answer.stdout)


def crawl(url, cookies, addresses, follows_links=True):
    """Ask the known addresses, and on by links. An address with the same names in its query counts once."""
    host = urlsplit(url)
    connection = http.client.HTTPConnection(host.hostname, host.port, timeout=60)
    headers = {"Accept": "text/html", "Cookie": "; ".join(f"{name}={value}" for name, value in cookies.items())}
    waiting = [*(STARTS if follows_links else []), *addresses]
    asked, found = set(), []
    while waiting and len(asked) < ENOUGH:
        address = waiting.pop(0)
        if _key(address) in asked:
            continue
        asked.add(_key(address))
        connection.request("GET", address, headers=headers)
        answer = connection.getresponse()
        body = answer.read().decode(errors="replace")
        if answer.status in SHOWN and answer.headers.get_content_type() == "text/html":
            page = PageText()
            page.feed(body)
            digest = hashlib.sha1(" ".join(page.words).encode()).hexdigest()
            found.append(Found(address, " ".join(page.title.split()), answer.status, digest))
            waiting += _ways_on(url + address, page.links, host.netloc) if follows_links else []
        elif answer.headers.get("Location"):
            waiting += _ways_on(url + address, [answer.headers["Location"]], host.netloc)
    assert len(asked) < ENOUGH, "links without end"
    return sorted(found, key=lambda page: page.address)


def _ways_on(here, links, netloc):
    for link in links:
        target = urlsplit(urljoin(here, link))
        if target.netloc == netloc and target.scheme == "http" and not target.path.startswith(NOT_OURS):
            yield target.path + (f"?{target.query}" if target.query else "")


def _key(address):
    parts = urlsplit(address)
    return parts.path, tuple(sorted({name for name, _ in parse_qsl(parts.query, keep_blank_values=True)}))


def _leave_out_what_visitors_see(somebody, visitor):
    """A page that says the same to everybody is looked at once."""
    known = set(visitor.pages)
    somebody.pages = [page for page in somebody.pages if page not in known]


class PageText(HTMLParser):
    """Title, words and links of a page."""

    def __init__(self):
        super().__init__()
        self.title, self.links, self.words, self._in_title = "", [], [], False

    def handle_starttag(self, tag, attrs):
        if tag == "a" and (href := dict(attrs).get("href")) and dict(attrs).get("download") is None:
            self.links.append(href)
        self._in_title = tag == "title" and not self.title

    def handle_endtag(self, tag):
        self._in_title = False

    def handle_data(self, data):
        self.words += data.split()
        if self._in_title:
            self.title += data
