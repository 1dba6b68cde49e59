"""The account as a page: a table of contents, and each section under its heading."""

from __future__ import annotations

from collections.abc import Sequence

from ui.accountability_parts import Bullets, Facts, Links, Paragraph, Part, Section, Table
from ui.accountability_texts import ENGLISH, TITLE
from ui.chat_markup import Html, join, tag
from ui.plain_page import PlainPage, render_plain

STYLE = "accountability.css"


def render_account(sections: Sequence[Section]) -> str:
    """Render the page."""
    body = join(
        tag("p", ENGLISH, lang="en", class_="english"),
        _contents(sections),
        *(_section(section) for section in sections),
    )
    return render_plain(PlainPage(title=TITLE, body=body, styles=(STYLE,)))


def render_not_now(title: str, way_out: str) -> str:
    """Render what stands there while nothing can be told of the index."""
    body = join(
        tag("p", f"{title}. {way_out}".strip(), role="status"),
        tag(
            "p",
            "Deze pagina vertelt hoe Loketwijzer werkt. Ze wordt gemaakt van de draaiende index, "
            "en die is er nu niet.",
        ),
    )
    return render_plain(PlainPage(title=TITLE, body=body, styles=(STYLE,)))


def _contents(sections: Sequence[Section]) -> Html:
    items = (tag("li", tag("a", s.title, href=f"#{s.id}")) for s in sections)
    return tag("nav", tag("h2", "Op deze pagina", id="op-deze-pagina"), tag("ol", *items),
               class_="contents", **{"aria-labelledby": "op-deze-pagina"})  # fmt: skip


def _section(section: Section) -> Html:
    heading = tag("h2", section.title, id=section.id)
    parts = (_part(part) for part in section.parts)
    # No name of its own: twelve landmarks would be eleven too many to jump between.
    return tag("section", heading, *parts)


def _part(part: Part) -> Html:
    match part:
        case Paragraph():
            return tag("p", _spoken(part.text), lang=None if part.language == "nl" else "en")
        case Bullets():
            return tag("ul", *(tag("li", _spoken(point)) for point in part.points))
        case Facts():
            rows = (tag("div", tag("dt", k), tag("dd", _spoken(v))) for k, v in part.rows)
            return tag("dl", *rows)
        case Links():
            return tag("p", *(tag("a", text, href=address) for text, address in part.links))
        case Table():
            return _table(part)


def _table(table: Table) -> Html:
    head = tag("tr", *(tag("th", cell, scope="col") for cell in table.head))
    rows = (_row(row) for row in table.rows)
    whole = tag("table", tag("thead", head), tag("tbody", *rows))
    named = {"aria-label": table.label, "tabindex": "0", "role": "region"}
    return tag("div", whole, class_="scroll", **named)


def _row(cells: Sequence[str]) -> Html:
    first, *others = cells
    return tag("tr", tag("th", first, scope="row"), *(tag("td", cell) for cell in others))


def _spoken(text: str) -> Html:
    """Set what stands between backticks as code."""
    pieces = text.split("`")
    return join(*(tag("code", p) if place % 2 else p for place, p in enumerate(pieces)))
