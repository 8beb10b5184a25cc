"""A page of the demo, and its blocks in the form that `cms.pages.blocks` stores."""

from dataclasses import dataclass
from typing import Any

Block = dict[str, Any]


@dataclass(frozen=True)
class DemoPage:
    """A page to write below its parent. `reviewed_on`: ISO date on which its facts were last checked."""

    title: str
    slug: str
    introduction: str
    body: tuple[Block, ...]
    reviewed_on: str = "2026-11-22"
    in_menu: bool = False
    children: tuple["DemoPage", ...] = ()


@dataclass(frozen=True)
class DemoText:
    """What a page says in another language; address, dates and place in the tree are those of the German page."""

    title: str
    introduction: str
    body: tuple[Block, ...]


def heading(text: str) -> Block:
    return {"type": "heading", "value": {"text": text, "level": "2"}}


def text(*paragraphs: str) -> Block:
    return {"type": "text", "value": "".join(f"<p>{paragraph}</p>" for paragraph in paragraphs)}


def lines(*sentences: str) -> Block:
    """A paragraph with each sentence on a line of its own, as Leichte Sprache asks."""
    return {"type": "text", "value": f"<p>{'<br/>'.join(sentences)}</p>"}


def points(*items: str) -> Block:
    return {"type": "text", "value": f"<ul>{''.join(f'<li>{item}</li>' for item in items)}</ul>"}


def figure(value: str, label: str, *, as_of: str, source: tuple[str, str], next_review: str = "2027-05-03") -> Block:
    """`source`: title and address. Dates are ISO dates."""
    return {
        "type": "key_figure",
        "value": {
            "value": value,
            "label": label,
            "as_of": as_of,
            "source_title": source[0],
            "source_url": source[1],
            "next_review": next_review,
        },
    }


def programme(name: str, state: str, paragraph: str, *, as_of: str, source: tuple[str, str]) -> Block:
    """What holds for a funding programme on the day `as_of`."""
    return {
        "type": "programme_state",
        "value": {
            "name": name,
            "state": state,
            "as_of": as_of,
            "text": f"<p>{paragraph}</p>",
            "source_title": source[0],
            "source_url": source[1],
        },
    }


def external(title: str, url: str, *, provider: str, why: str) -> Block:
    """Without a date of checking: nobody has followed the demo's links for you."""
    return {
        "type": "external_link",
        "value": {"title": title, "url": url, "provider": provider, "text": why, "checked_on": None},
    }


def action(sentence: str, label: str, destination: str) -> Block:
    """`destination`: a value of `cms.pages.enums.Destination`."""
    return {
        "type": "call_to_action",
        "value": {"text": sentence, "label": label, "destination": destination, "page": None, "url": ""},
    }
