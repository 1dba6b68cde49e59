"""What became of a source, in plain words for the operator."""

from __future__ import annotations

from collections.abc import Iterator

from indexer.library.entry import Entry, Version
from indexer.library.intake import Outcome, TakenIn
from indexer.library.refresh import Step

READERS = {"public": "iedereen", "internal": "alleen medewerkers"}

_BETTER_COPY = "Voeg als het kan een beter exemplaar toe, bijvoorbeeld de PDF van de uitgever."


def counted(number: int, one: str, many: str) -> str:
    """Return a number with its noun: "1 passage", "1.200 passages"."""
    return f"{number:,}".replace(",", ".") + f" {one if number == 1 else many}"


def named(entry: Entry) -> str:
    """Return a source by title and id."""
    return f"“{entry.source.title}” ({entry.id})"


def told(taken: TakenIn, *, to_the_letter: bool = True) -> str:
    """Say in a sentence or two what became of a document.

    Args:
        taken: what became of it.
        to_the_letter: of what is known already: whether it says the same, word for word.
    """
    name, share = named(taken.entry), f"{taken.likeness:.0%}"
    return {
        Outcome.NEW: f"Nieuwe bron: {name}.",
        Outcome.NEWER: f"Nieuwere versie van {name}. De tekst is voor {share} gelijk.",
        Outcome.OLDER: (
            f"Oudere versie van {name}. De tekst is voor {share} gelijk. Zij telt alleen mee als "
            "iemand vraagt wat toen gold."
        ),
        Outcome.KNOWN: _known(name, to_the_letter=to_the_letter),
        Outcome.UNCHANGED: f"Ongewijzigd: {name} staat er al.",
    }[taken.outcome]


def _known(name: str, *, to_the_letter: bool) -> str:
    """Tell what is there already; nearly the same text may be a newer version without a date."""
    apart = "Is het toch een andere bron? Gebruik dan --apart."
    if to_the_letter:
        return f"Deze tekst staat er al, als {name}. Er is niets toegevoegd. {apart}"
    return (
        f"Deze tekst staat er al, op enkele woorden na, als {name}. Er is niets "
        f"toegevoegd. Is het een nieuwere versie? Geef dan de datum met --published. {apart}"
    )


def newest_read(taken: TakenIn) -> Version | None:
    """Return the version that came with this arrival; None when none did."""
    if taken.outcome in (Outcome.KNOWN, Outcome.UNCHANGED):
        return None
    return max(taken.entry.versions, key=lambda version: version.taken_in)


def size_of(version: Version) -> str:
    """Return the size of a version: "12 bladzijden, 3.400 woorden"."""
    words = counted(version.words, "woord", "woorden")
    if version.pages is None:
        return words
    return f"{counted(version.pages, 'bladzijde', 'bladzijden')}, {words}"


def warnings_of(version: Version) -> Iterator[str]:
    """Yield what the operator should know of a version."""
    yield from version.remarks
    if version.mangled:
        yield f"Te vinden, maar niet te citeren: {version.mangled}"
        if not version.remarks:
            yield _BETTER_COPY


def orders_told(count: int) -> str:
    """Say that passages read like an order to a language model."""
    have = "bevat een zin" if count == 1 else "bevatten een zin"
    return (
        f"{counted(count, 'passage', 'passages')} {have} die leest als een opdracht aan een "
        "taalmodel. Zo'n zin is te vinden, maar komt nooit in een antwoord."
    )


def line_of_step(step: Step) -> str | None:
    """Say in one line what became of one document of many; None when nothing changed."""
    if step.removed:
        return f"weg       {step.origin}"
    if step.refused:
        reason = " ".join(part for part in (step.refused.reason, step.refused.advice) if part)
        return f"mislukt   {step.origin}: {reason}"
    if step.taken is None or step.taken.outcome is Outcome.UNCHANGED:
        return None
    word = {
        Outcome.NEW: "nieuw     ",
        Outcome.NEWER: "nieuwer   ",
        Outcome.OLDER: "ouder     ",
        Outcome.KNOWN: "dubbel    ",
    }[step.taken.outcome]
    return f"{word}{named(step.taken.entry)}{_remarked(step.taken)}"


def _remarked(taken: TakenIn) -> str:
    version = newest_read(taken)
    if version is None:
        return ": deze tekst staat er al"
    if taken.outcome is Outcome.NEW:
        share = size_of(version)
    else:
        share = f"{taken.likeness:.0%} van de tekst is gelijk"
    return f": {share}{'; te vinden, niet te citeren' if version.mangled else ''}"
