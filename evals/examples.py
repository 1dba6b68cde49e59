"""`make examples`: forty answers across all topics, in `docs/voorbeelden.md`.

The questions come from the development part of the golden set: one for every topic, then more in
turn, and one of each other ending. Nothing is written by hand, so what stands there is what a
reader gets from this index.
"""

from __future__ import annotations

import sys
from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import islice
from pathlib import Path

from assistant.answers import Answer, ProvenSentence, Status
from assistant.assemble import open_assistant
from assistant.settings import AssistantSettings
from evals.cases import Case, load_cases
from indexer.documents import Role
from indexer.errors import AppError
from indexer.offline import stay_offline
from indexer.settings import PROJECT, IndexSettings

TARGET = PROJECT / "docs" / "voorbeelden.md"
COUNT = 40
_LABELS = {
    "nl": {
        Role.CONDITION: "Let op",
        Role.ACTION: "Wat u kunt doen",
        Role.ALSO: "Ook van belang",
        Role.WHERE: "Waar",
    },
    "en": {
        Role.CONDITION: "Please note",
        Role.ACTION: "What you can do",
        Role.ALSO: "Also relevant",
        Role.WHERE: "Where",
    },
}


def choose(cases: Iterable[Case], count: int) -> list[Case]:
    """Take one case of each ending but `answered`, then topics in turn until there are enough."""
    others: dict[Status, Case] = {}
    topics: dict[str, list[Case]] = defaultdict(list)
    for case in cases:
        if case.part != "dev" or case.history:
            continue
        if case.answerable and case.topic:
            topics[case.topic].append(case)
        elif not case.answerable:
            others.setdefault(case.status[0], case)
    chosen = list(islice(_in_turn(topics), count - len(others)))
    return sorted(chosen, key=lambda case: case.topic or "") + list(others.values())


def _in_turn(topics: dict[str, list[Case]]) -> Iterator[Case]:
    for position in range(max(map(len, topics.values()), default=0)):
        for topic in sorted(topics):
            yield from topics[topic][position : position + 1]


def render(case: Case, answer: Answer) -> str:
    """Return one question with its answer as Markdown."""
    lines = [f"## {case.worded()}", "", f"*{case.topic or 'geen onderwerp'}: {answer.status}*", ""]
    if answer.reply:
        lines += [answer.reply, ""]
    above = ""
    for sentence in answer.sentences:
        title = _title(answer, sentence)
        if title != above:
            above = title
            lines += ["", f"**{title}**", ""]
        marks = "".join(f"[{number}]" for number in sentence.citations)
        lines.append(f"{'- ' if title else ''}{sentence.text} {marks}")
    contacts = "; ".join(
        " ".join(filter(None, (c.contact.name, c.contact.phone))) for c in answer.contacts
    )
    sources: dict[str, list[int]] = defaultdict(list)
    for citation in answer.citations:
        source = citation.source
        sources[f"{source.publisher}: {source.title}"].append(citation.number)
    lines += ["", f"Contact: {contacts}", ""]
    lines += [f"- [{', '.join(map(str, n))}] {name}" for name, n in sources.items()]
    return "\n".join(lines).replace("\n\n\n", "\n\n").rstrip() + "\n"


def _title(answer: Answer, sentence: ProvenSentence) -> str:
    """Return what stands above a sentence; each further section has its own heading."""
    if sentence.role is Role.ANSWER:
        return ""
    title = _LABELS[answer.language][sentence.role]
    if sentence.role is Role.ALSO:
        title += f": {answer.citation(sentence.citations[0]).passage.heading}"
    return title


def main() -> int:
    """Write the examples; returns 0, or 2 when there is no index."""
    stay_offline()
    try:
        assistant = open_assistant(IndexSettings(), AssistantSettings())
        cases = choose(load_cases(), COUNT)
    except AppError as error:
        sys.stderr.write(f"examples: {error}\n")
        return 2
    with assistant.index:
        parts = [render(case, assistant.invoke(case.asked())) for case in cases]
    head = (
        "# Voorbeelden\n\nVeertig vragen en wat Loketwijzer antwoordt, gemaakt met `make examples`."
        " De cijfers verwijzen naar de bronnen onder elk antwoord.\n"
    )
    TARGET.write_text("\n".join([head, *parts]), encoding="utf-8")
    sys.stdout.write(f"{len(parts)} voorbeelden in {Path('docs') / TARGET.name}.\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
