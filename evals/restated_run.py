"""`python -m evals.restated_run`: does the proof believe the truth in other words?

Every restated sentence is put to the proof of generated sentences with its own passage, without the
rest of the pipeline. Prints the share that is refused, and writes the refused sentences of the
development part with their reasons to a file. Exit code 1 when too many are refused.
"""

from __future__ import annotations

import argparse
import re
import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from rich.console import Console
from rich.table import Table

from assistant.proof.entailment import load_entailment
from assistant.proof.generated import Doubt, GeneratedProof, closeness_by
from assistant.proof.verifier import Verifier
from assistant.settings import AssistantSettings
from evals.intervals import Share, share
from evals.restated import Restated, load_restated, placed
from indexer.embedder import load_embedder
from indexer.errors import AppError
from indexer.index import Index, open_index
from indexer.offline import stay_offline
from indexer.passages import Passage
from indexer.settings import IndexSettings

MOST_REFUSED = 0.03
"""The largest share of true sentences that may be refused."""
REPORT = Path(__file__).parent / "results" / "restated-refused.txt"
_GROUPS = [(form, language) for form in ("single", "joined") for language in ("nl", "en")]
_PLACES = re.compile(r"\d+ ?% |: .*$")


@dataclass(frozen=True, slots=True, kw_only=True)
class Tried:
    """A true sentence and what came of it: why it was refused, or nothing."""

    entry: Restated
    reason: str

    @property
    def refused(self) -> bool:
        """True when it was not believed."""
        return bool(self.reason)


def entailment_of(settings: AssistantSettings) -> Doubt | None:
    """Return the operator's own second opinion, if he has a model for it."""
    if not settings.entailment_model:
        return None
    return load_entailment(settings.entailment_model, line=settings.entailment_line).doubt


def proof_of(index: Index, entailment: Doubt | None = None) -> GeneratedProof:
    """Return the proof as the assistant has it."""
    terms = index.terms
    return GeneratedProof(
        Verifier(terms.of_text), closeness_by(index.embedder), terms.of_text, entailment
    )


def tried(proof: GeneratedProof, found: Iterable[tuple[Restated, Passage]]) -> Iterator[Tried]:
    """Put each sentence to the proof, with its own passage.

    The reason of a refusal is what speaks against its own quotes, not against another sentence.
    """
    for entry, passage in found:
        reason = ""
        if not proof.find(entry.restated, passage).verdict.proven:
            own = tuple(s for s in passage.spans if passage.quote(s) in entry.quotes)
            told = proof.find(entry.restated, replace(passage, spans=own)).verdict
            reason = told.reason or "its own quotes alone prove it"
        yield Tried(entry=entry, reason=reason)


def shares(outcomes: Sequence[Tried]) -> Mapping[str, Share]:
    """Return the share refused: of all, by part, and by form and language of both parts."""
    told: dict[str, list[bool]] = {"all": []}
    for part in ("dev", "test"):
        told[part] = []
        told |= {f"{part}, {form}, {language}": [] for form, language in _GROUPS}
    for one in outcomes:
        entry = one.entry
        for name in ("all", entry.part, f"{entry.part}, {entry.form}, {entry.language}"):
            told[name].append(one.refused)
    return {name: share(sum(own), len(own)) for name, own in told.items() if own}


def without_particulars(reason: str) -> str:
    """Return a reason without the words and figures that differ each time."""
    return _PLACES.sub("", reason).strip()


def reasons(outcomes: Iterable[Tried]) -> Counter[str]:
    """Count the reasons for refusing."""
    return Counter(without_particulars(t.reason) for t in outcomes if t.refused)


def share_table(title: str, found: Mapping[str, Share]) -> Table:
    """Return the shares as a table."""
    table = Table(title=title, title_justify="left")
    for name in ("sentences", "refused", "95 %", "n"):
        table.add_column(name, justify="left" if name == "sentences" else "right")
    for name, own in found.items():
        interval = f"{own.low:.3f}-{own.high:.3f}"
        table.add_row(name, f"{own.value:.3f}", interval, str(own.count))
    return table


def reason_table(dev: Counter[str], test: Counter[str]) -> Table:
    """Return how often each reason was given; of the test part only where it is asked for."""
    table = Table(title="Why", title_justify="left")
    for name in ("reason", "dev", *(["test"] if test else [])):
        table.add_column(name, justify="left" if name == "reason" else "right")
    for reason, _ in (dev + test).most_common():
        table.add_row(reason, str(dev[reason]), *([str(test[reason])] if test else []))
    return table


def listed(outcomes: Iterable[Tried]) -> str:
    """Return the refused sentences of the development part, by reason, with their quotes."""
    own = [t for t in outcomes if t.refused and t.entry.part == "dev"]
    own.sort(key=lambda t: (without_particulars(t.reason), t.entry.passage))
    return "\n".join(
        f"{t.reason}\n  {t.entry.passage} ({t.entry.form})\n"
        + "".join(f"  quote    {quote}\n" for quote in t.entry.quotes)
        + f"  restated {t.entry.restated}\n"
        for t in own
    )


def _options(arguments: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m evals.restated_run")
    parser.add_argument(
        "--test", action="store_true", help="count the test part too (its sentences never show)"
    )
    parser.add_argument("--report", type=Path, default=REPORT, help="where the refused are listed")
    return parser.parse_args(arguments)


def _try_all(console: Console) -> list[Tried]:
    settings = IndexSettings()
    with open_index(settings.index_dir, load_embedder(settings)) as index:
        found = list(placed(load_restated(), index.passages))
        for entry, passage in found:
            if passage is None:
                console.print(f"No longer in the corpus: {entry.passage}: {entry.quotes}")
        proof = proof_of(index, entailment_of(AssistantSettings()))
        return list(tried(proof, [(e, p) for e, p in found if p is not None]))


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure and print; returns 0, 1 when too many are refused, 2 when it cannot run."""
    options = _options(arguments)
    stay_offline()
    console = Console(highlight=False)
    try:
        outcomes = _try_all(console)
    except AppError as error:
        sys.stderr.write(f"restated: {error}\n")
        return 2
    if not options.test:
        outcomes = [t for t in outcomes if t.entry.part == "dev"]
    dev, test = (reasons(t for t in outcomes if t.entry.part == p) for p in ("dev", "test"))
    found = shares(outcomes)
    console.print(share_table("True sentences in other words: refused by the proof", found))
    console.print(reason_table(dev, test))
    options.report.parent.mkdir(parents=True, exist_ok=True)
    options.report.write_text(listed(outcomes), encoding="utf-8")
    console.print(f"The refused ones of the development part: {options.report}")
    return 1 if found["all"].value > MOST_REFUSED else 0


if __name__ == "__main__":
    sys.exit(main())
