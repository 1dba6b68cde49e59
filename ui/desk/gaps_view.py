"""The gap register and the answers to look at again as HTML. Pure; bars without any script."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from assistant.desk.nouns import Gap, VerifiedEntry
from indexer.sources import Source
from ui.chat_markup import Html, join, tag
from ui.desk import desk_texts as texts
from ui.desk.desk_case_view import day, moment
from ui.desk.draft_view import render_evidence
from ui.desk.inbox_view import shortened

_STEPS = 20  # widths that desk.css knows; a style attribute would not pass the cleaner
_BARS = 12  # of the chart; the table holds all
_COLUMNS = ("Vraag", "Aantal", "Eerste", "Laatste", "Eigenaar")


def render_gaps(gaps: Sequence[Gap]) -> Html:
    """Render the gaps as a bar chart of the most asked ones and a table of all of them."""
    if not gaps:
        return tag("p", "Er zijn geen vragen zonder bron. Mooi zo.", class_="empty")
    most = max(gap.count for gap in gaps)
    bars = (_bar(gap, most) for gap in gaps[:_BARS])
    people = sum(gap.count for gap in gaps)
    return join(
        tag(
            "p",
            f"{people} keer vroeg iemand iets waar geen bron een antwoord op geeft, over "
            f"{len(gaps)} {'onderwerp' if len(gaps) == 1 else 'onderwerpen'}.",
        ),
        tag("ul", *bars, class_="bars"),
        _table(gaps),
    )


def _table(gaps: Sequence[Gap]) -> Html:
    heads = (tag("th", name, scope="col") for name in _COLUMNS)
    return tag(
        "div",
        tag(
            "table",
            tag("caption", "Alle vragen zonder bron, de meest gestelde eerst"),
            tag("thead", tag("tr", *heads)),
            tag("tbody", *map(_row, gaps)),
        ),
        class_="gap-table",
    )


def _row(gap: Gap) -> Html:
    return tag(
        "tr",
        tag("th", shortened(gap.label, 90), scope="row"),
        tag("td", str(gap.count), class_="number"),
        tag("td", day(gap.first)),
        tag("td", day(gap.last)),
        tag("td", gap.owner or "niemand"),
    )


def _bar(gap: Gap, most: int) -> Html:
    width = max(1, round(_STEPS * gap.count / most))
    return tag(
        "li",
        tag("span", shortened(gap.label, 90), class_="what"),
        tag("span", tag("span", " ", class_=f"bar b{width}"), tag("strong", f"{gap.count} keer")),
    )


def render_gap(gap: Gap, *, owner: str | None = None) -> Html:
    """Render one gap: what is asked, how often, since when, examples; `owner` as it is now."""
    times = "1 keer" if gap.count == 1 else f"{gap.count} keer"
    others = [text for text in gap.examples if text != gap.label]
    examples = (
        tag(
            "details",
            tag("summary", "Voorbeelden"),
            tag("ul", *(tag("li", text) for text in others), class_="examples"),
        )
        if others
        else None
    )
    return join(
        tag("h3", gap.label),
        tag(
            "p",
            tag("strong", f"{times} gevraagd"),
            f", eerst {moment(gap.first)}, laatst {moment(gap.last)} · eigenaar: "
            f"{(gap.owner if owner is None else owner) or 'niemand'}",
        ),
        examples,
    )


def render_no_entries() -> Html:
    """Say that nothing waits."""
    return tag("p", "Er is niets om na te kijken.", class_="empty")


def render_in_use(shown: int, known: int) -> Html:
    """Render the heading above the approved answers that are in use now.

    Args:
        shown: how many stand below it.
        known: how many there are.
    """
    if not known:
        about = "Er zijn nog geen antwoorden in gebruik."
    elif shown < known:
        about = f"Hier staan de nieuwste {shown} van {known}; alle staan in de API."
    else:
        about = "Loketwijzer geeft deze antwoorden op dezelfde vraag."
    return join(tag("h2", "Goedgekeurde antwoorden in gebruik"), tag("p", about, class_="hint"))


def render_entry(entry: VerifiedEntry, sources: Mapping[str, Source]) -> Html:
    """Render an approved answer; one that must be looked at again says why."""
    sentences = (
        tag("li", one.text, render_evidence(one.evidence, sources)) for one in entry.sentences
    )
    return join(
        tag("h3", entry.question, lang=entry.language),
        _why(entry),
        tag(
            "p",
            f"Goedgekeurd door een {texts.ROLES[entry.approved_role]} op "
            f"{entry.approved_on:%d-%m-%Y}, geldig tot {entry.valid_until:%d-%m-%Y}.",
            class_="hint",
        ),
        tag("ul", *sentences, class_="found"),
    )


def _why(entry: VerifiedEntry) -> Html | None:
    if entry.state == "active":
        return None
    return tag("p", entry.review_reason or "De termijn is voorbij.", class_="problem")
