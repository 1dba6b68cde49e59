"""The account as `docs/verantwoording.md`, for the corpus and the settings as they come.

`make accountability` (`python -m ui.accountability_document`) writes it, and the data files that
the account rests on. It needs no index: what differs per server is left to the page.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator, Sequence
from datetime import date

from assistant.settings import AssistantSettings
from indexer.bundled_model import NAME
from indexer.corpus import Corpus, load_corpus
from indexer.passages import passages_of
from indexer.settings import PROJECT, IndexSettings
from ui import eval_scores, third_party
from ui.accountability import Account, Built, account_of, holdings_of
from ui.accountability_parts import Bullets, Facts, Links, Paragraph, Part, Section, Table
from ui.accountability_sections import sections_of
from ui.accountability_texts import ENGLISH, TITLE
from ui.accountability_words import in_words
from ui.settings import UiSettings

TARGET = PROJECT / "docs" / "verantwoording.md"
BASELINE = PROJECT / "evals" / "baseline.json"
PINS = PROJECT / "requirements" / "serve.txt"
_MADE = (
    "Gemaakt met `make accountability`; stand van {day}. Dit is Loketwijzer zoals het wordt "
    "geleverd, met de instellingen die het dan heeft. Een draaiende server vertelt op "
    "`/verantwoording` hoe hij zelf is ingesteld."
)


def account_as_shipped(corpus: Corpus, day: date) -> Account:
    """Gather the account of a server that nobody has set up yet, without its index."""
    defaults = IndexSettings.model_construct()
    passages = (p for d in corpus.documents for p in passages_of(d, defaults.passage_words))
    return account_of(
        Built(model=NAME),
        holdings_of(passages, corpus.sources.values(), day),
        AssistantSettings.model_construct(),
        UiSettings.model_construct(),
        day,
    )


def render_document(sections: Sequence[Section], day: date) -> str:
    """Render the document."""
    head = [
        f"# {TITLE}",
        _MADE.format(day=in_words(day)),
        ENGLISH,
    ]
    return "\n\n".join((*head, *(_section(section) for section in sections))) + "\n"


def _section(section: Section) -> str:
    return "\n\n".join((f"## {section.title}", *(_part(part) for part in section.parts)))


def _part(part: Part) -> str:
    match part:
        case Paragraph():
            return part.text
        case Bullets():
            return "\n".join(f"- {point}" for point in part.points)
        case Facts():
            return "\n".join(_rows(("Wat", "Antwoord"), part.rows))
        case Links():
            return "\n".join(_link(text, address) for text, address in part.links)
        case Table():
            return "\n".join(_rows(part.head, part.rows))


def _link(text: str, address: str) -> str:
    # An address of a server leads nowhere from a file.
    return f"{text}: `{address}`" if address.startswith("/") else f"[{text}]({address})"


def _rows(head: Sequence[str], rows: Sequence[Sequence[str]]) -> Iterator[str]:
    for cells in (head, ["---"] * len(head), *rows):
        yield f"| {' | '.join(cell.replace('|', chr(92) + '|') for cell in cells)} |"


def write_data() -> None:
    """Take over the figures of the accepted run and the names of the pinned packages."""
    scores = eval_scores.chosen_from(json.loads(BASELINE.read_text(encoding="utf-8")))
    names = third_party.pinned_names(PINS.read_text(encoding="utf-8"))
    for file, values in ((eval_scores.FILE, scores), (third_party.FILE, names)):
        file.write_text(json.dumps(values, indent=1) + "\n", encoding="utf-8")


def main() -> int:
    """Write the data files and the document; returns 0."""
    write_data()
    day = date.today()
    corpus = load_corpus(IndexSettings.model_construct().corpus_dir)
    text = render_document(sections_of(account_as_shipped(corpus, day)), day)
    TARGET.write_text(text, encoding="utf-8")
    sys.stdout.write(f"{TARGET.relative_to(PROJECT)} is geschreven.\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
