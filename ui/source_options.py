"""What an operator says of a source on the command line, proven to be possible."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import get_args

from indexer.documents import Label
from indexer.errors import SourceRefused
from indexer.library.intake import Said
from indexer.sources import Kind

KINDS: tuple[Kind, ...] = get_args(Kind)
LABELS: tuple[Label, ...] = get_args(Label)

_AS_DATE = re.compile(r"(?:1[5-9]|20)\d\d(?:-\d\d(?:-\d\d)?)?")
_FULL = len("2026-11-22")


@dataclass(frozen=True, slots=True, kw_only=True)
class Options:
    """The options of a command, as they were typed; None where one was not given."""

    title: str | None = None
    publisher: str | None = None
    kind: str | None = None
    published: str | None = None
    label: str | None = None
    topic: str | None = None
    url: str | None = None
    valid_from: str | None = None
    apart: bool = False

    def said(self, corpus_dir: Path, today: date) -> Said:
        """Return what is said of the source.

        Raises:
            SourceRefused: an option has a value that cannot be; names the option.
        """
        return Said(
            title=_words(self.title, "--title"),
            publisher=_words(self.publisher, "--publisher"),
            kind=kind(self.kind) if self.kind is not None else None,
            published=published(self.published, today) if self.published is not None else None,
            label=label(self.label) if self.label is not None else None,
            topic=topic(self.topic, corpus_dir) if self.topic is not None else None,
            url=_web_address(self.url) if self.url is not None else None,
            valid_from=_full_day(self.valid_from),
            apart=self.apart,
        )


def kind(text: str) -> Kind:
    """Return a kind of source.

    Raises:
        SourceRefused: there is no such kind.
    """
    if text not in KINDS:
        reason = f"de soort {text!r} kennen wij niet."
        raise SourceRefused("--kind", reason, f"Kies uit: {', '.join(KINDS)}.")
    return text


def label(text: str) -> Label:
    """Return who may read a source.

    Raises:
        SourceRefused: it is neither `public` nor `internal`.
    """
    if text not in LABELS:
        advice = "Kies public (iedereen) of internal (alleen medewerkers)."
        raise SourceRefused("--label", f"{text!r} kan niet.", advice)
    return text


def topic(text: str, corpus_dir: Path) -> str:
    """Return a topic of the corpus.

    Raises:
        SourceRefused: the corpus has no such topic.
    """
    known = sorted(path.name for path in (corpus_dir / "documents").glob("*") if path.is_dir())
    if text not in known:
        reason = f"het onderwerp {text!r} bestaat niet."
        raise SourceRefused("--topic", reason, f"Kies uit: {', '.join(known)}.")
    return text


def published(text: str, today: date) -> str:
    """Return a date that has been, as precise as it is given: a year, a month or a day.

    Raises:
        SourceRefused: it is no date, or is still to come.
    """
    if not _AS_DATE.fullmatch(text) or not _on_calendar(text):
        raise _no_date("--published", text, "2026, 2026-11 of 2026-11-22")
    if text > today.isoformat()[: len(text)]:
        reason = f"{text} moet nog komen."
        raise SourceRefused("--published", reason, "Geef de dag waarop het stuk is verschenen.")
    return text


def day(text: str, option: str) -> date:
    """Return a day.

    Raises:
        SourceRefused: it is no day; names the option.
    """
    if len(text) != _FULL or not _AS_DATE.fullmatch(text) or not _on_calendar(text):
        raise _no_date(option, text, "2026-11-22")
    return date.fromisoformat(text)


def _full_day(text: str | None) -> str | None:
    return None if text is None else day(text, "--valid-from").isoformat()


def _no_date(option: str, text: str, example: str) -> SourceRefused:
    return SourceRefused(option, f"{text!r} is geen datum.", f"Schrijf een datum als {example}.")


def _on_calendar(text: str) -> bool:
    try:
        date.fromisoformat(text + "-01-01"[len(text) - len("2026") :])
    except ValueError:
        return False
    return True


def _words(text: str | None, option: str) -> str | None:
    """Return a name on one line, or None when none was given."""
    if text is None:
        return None
    plain = " ".join(text.split())
    if not plain:
        raise SourceRefused(option, "hier staat niets.", "Vul iets in, of laat de optie weg.")
    return plain


def _web_address(text: str) -> str:
    if not text.startswith(("http://", "https://")):
        advice = "Een webadres begint met https:// of http://."
        raise SourceRefused("--url", f"{text!r} is geen webadres.", advice)
    return text
