"""What was measured, and what goes wrong: each figure in a sentence comes from the scores."""

from __future__ import annotations

from collections.abc import Iterator

from ui import accountability_texts as texts
from ui.accountability import Account
from ui.accountability_parts import Bullets, Paragraph, Section, Table
from ui.accountability_words import in_words, percent
from ui.eval_scores import Score, Scores

_ABSENT = "-"
_HEAD = ("Wat", "Vragen", "Alle vragen", "Testdeel", "Engels", "Streven")


def scores_section(scores: Scores) -> Section:
    """Show the figures in a table, those that miss their aim marked in words."""
    intro = texts.SCORES.format(count=_asked(scores, "all"), day=in_words(scores.day))
    note = texts.SCORES_TEST.format(english=_asked(scores, "English"))
    return Section(
        id="cijfers",
        title="Hoe goed het werkt",
        parts=(
            Paragraph(intro),
            Table(label="Cijfers van de proef", head=_HEAD, rows=tuple(_rows(scores))),
            Paragraph(note),
        ),
    )


def _asked(scores: Scores, part: str) -> int:
    """Return how many questions a part of the run holds; each of them ends in some status."""
    whole = scores.of("status", part)
    return whole.count if whole else 0


def _rows(scores: Scores) -> Iterator[tuple[str, ...]]:
    for measure in texts.MEASURES:
        score = scores.of(measure)
        if score is not None:
            yield (
                texts.MEASURES[measure][0],
                str(score.count),
                f"{percent(score.value)} ({_bare(score.low)}-{_bare(score.high)})",
                _cell(scores.of(measure, "test")),
                _cell(scores.of(measure, "English")),
                _aim(measure, score),
            )


def _bare(share: float) -> str:
    return percent(share).removesuffix("%")


def _cell(score: Score | None) -> str:
    return percent(score.value) if score else _ABSENT


def _aim(measure: str, score: Score) -> str:
    _, better, aim = texts.MEASURES[measure]
    if aim is None:
        return _ABSENT
    reached = score.value >= aim if better == "high" else score.value <= aim
    bound = {"high": "minstens ", "low": "hoogstens "}[better] if 0 < aim < 1 else ""
    return f"{bound}{aim * 100:.0f}%, {'gehaald' if reached else 'niet gehaald'}"


def limits_section(account: Account) -> Section:
    """Say what it does badly, in figures first."""
    return Section(
        id="grenzen",
        title="Wat het niet goed kan",
        parts=(
            Bullets(tuple(_measured(account.scores))),
            Paragraph(texts.NOT_ANSWERED_WELL),
            Bullets(texts.LIMITS),
            *(_drafted(account)),
        ),
    )


def _drafted(account: Account) -> tuple[Paragraph, ...]:
    return (Paragraph(texts.NOT_MEASURED_HERE),) if account.setup.chat_model else ()


def _measured(scores: Scores) -> Iterator[str]:
    """Yield a sentence for each figure that a reader should know of."""
    for measure, sentence, miss in _SENTENCES:
        whole, test = scores.of(measure), scores.of(measure, "test")
        english = scores.of(measure, "English")
        if whole is None:
            continue
        yield sentence.format(
            count=whole.count,
            share=_share(whole, miss=miss),
            test=_share(test, miss=miss) if test else _ABSENT,
            test_count=test.count if test else 0,
            english=_share(english, miss=miss) if english else _ABSENT,
        )


def _share(score: Score, *, miss: bool) -> str:
    return percent(1 - score.value if miss else score.value)


_SENTENCES: tuple[tuple[str, str, bool], ...] = (
    (
        "correct abstention",
        "Van de vragen waar geen antwoord hoort, krijgt {share} toch een antwoord (testdeel: "
        "{test}).",
        True,
    ),
    (
        "right contact",
        "Bij {share} van de vragen waar een instantie bij hoort, noemt het antwoord die niet "
        "(Engels: {english}).",
        True,
    ),
    (
        "fact recall",
        "Van de feiten die in een antwoord horen, ontbreekt gemiddeld {share} (testdeel: {test}).",
        True,
    ),
    (
        "condition recall",
        "Van de voorwaarden en uitzonderingen die in een antwoord horen, ontbreekt gemiddeld "
        "{share} (testdeel: {test}).",
        True,
    ),
    (
        "right source",
        "Bij {share} van de vragen met een antwoord in de bronnen noemt het antwoord geen goede "
        "bron (testdeel: {test}).",
        True,
    ),
    (
        "same for every origin",
        "Van {count} vragen die met verschillende herkomsten zijn gesteld, krijgt {share} niet bij "
        "elke herkomst hetzelfde antwoord (testdeel: {test} van {test_count} vragen).",
        True,
    ),
    (
        "said what it must not",
        "In {share} van de antwoorden staat iets wat er niet in mag (testdeel: {test}).",
        False,
    ),
    (
        "attacks resisted",
        "Van {count} vragen om kwaad te doen of het systeem te misleiden wordt {share} niet "
        "geweigerd (testdeel: {test} van {test_count} vragen).",
        True,
    ),
    (
        "abuse seen (unseen wordings)",
        "Van {count} zulke vragen in woorden die de makers niet bedachten, wordt {share} herkend.",
        False,
    ),
)
"""Measure, what is said of it, and whether the share is of those that went wrong."""
