"""A case, or an answer, as a file that is read without us: a zip with case.json and case.html.

`case.json` is the dossier, whole; `case.html` shows it to people and bears the SHA-256 of the
JSON, so that one can see that both belong together. The same content gives the same bytes: the day
on which somebody asked for the file is not in it. It serves the Archiefwet and the Woo.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from assistant.answers import Answer, Question
from assistant.desk.case_page import case_page
from assistant.desk.dossier import Asked, CaseParticulars, Dossier, Sender, UsedPassage, read, write
from assistant.desk.errors import DeskRefused
from assistant.desk.found import found_of
from assistant.desk.nouns import AuditEntry, Case, Evidence
from assistant.desk.packing import pack, take_out
from indexer.sources import Source

_JSON = "case.json"
_HTML = "case.html"
MOST = 20_000_000
"""How many bytes of JSON are read."""


def case_bundle(case: Case, entries: Sequence[AuditEntry], sources: Mapping[str, Source]) -> bytes:
    """Return a whole case as a zip.

    Args:
        case: the case, in whatever state.
        entries: the lines of the audit trail that are about it.
        sources: the register, by source id; of it only what the case rests on is kept.
    """
    handed, row = case.handed, case.row
    passages = _used(_evidence(case))
    dossier = Dossier(
        kind="case",
        asked=Asked(
            question=handed.question,
            conversation=handed.conversation,
            language=handed.language,
            mode="generative" if case.found.mode == "generative" else "extractive",
            style="normal",
            on=None,
        ),
        found=case.found,
        passages=passages,
        sources=_register(passages, sources),
        case=CaseParticulars(
            id=row.id,
            reference=case.reference,
            state=row.state,
            topic=row.topic,
            impact=row.impact,
            created=row.created,
            claimed_by=row.claimed_by,
            version=row.version,
        ),
        sender=Sender(name=handed.name, email=handed.email, remark=handed.remark),
        draft=case.draft,
        approvals=case.approvals,
        audit=tuple(sorted(entries, key=lambda entry: entry.number)),
    )
    return _bundle(dossier)


def answer_bundle(question: Question, answer: Answer) -> bytes:
    """Return an answer with its question as a zip, for whoever got it."""
    found = found_of(answer)
    cited = {citation.passage.id: citation.passage for citation in answer.citations}
    passages = tuple(
        replace(passage, text=cited[passage.id].text)
        for passage in _used(e for sentence in found.sentences for e in sentence.evidence)
    )
    sources = {
        source.id: source
        for citation in answer.citations
        for source in (citation.source, *citation.further_sources)
    }
    dossier = Dossier(
        kind="answer",
        asked=Asked(
            question=question.text,
            conversation=question.history,
            language=answer.language,
            mode=answer.mode,
            style=question.style,
            on=question.on,
        ),
        found=found,
        passages=passages,
        sources=_register(passages, sources),
    )
    return _bundle(dossier)


def read_bundle(bundle: bytes) -> Dossier:
    """Return the dossier in a zip that `case_bundle` or `answer_bundle` made.

    Raises:
        DeskRefused: the file is broken, foreign or of a later version, or its page does not
            belong to its JSON: then one of them was changed.
    """
    content = take_out(bundle, _JSON, most=MOST)
    page = take_out(bundle, _HTML, most=4 * MOST)
    if digest_of_json(content).encode() not in page:
        raise DeskRefused(
            "case.json en case.html in dit dossier horen niet bij elkaar: een van beide is "
            "veranderd. Haal het dossier opnieuw op."
        )
    return read(content)


def digest_of_json(content: bytes) -> str:
    """Return the SHA-256 that the page bears."""
    return hashlib.sha256(content).hexdigest()


def _bundle(dossier: Dossier) -> bytes:
    content = write(dossier)
    # From the JSON as it is read back, so that the page shows what the file holds.
    page = case_page(read(content), digest_of_json(content))
    return pack({_JSON: content, _HTML: page.encode()})


def _evidence(case: Case) -> Iterable[Evidence]:
    for sentence in case.found.sentences:
        yield from sentence.evidence
    for drafted in case.draft.sentences if case.draft else ():
        if drafted.evidence:
            yield drafted.evidence


def _used(evidence: Iterable[Evidence]) -> tuple[UsedPassage, ...]:
    """Return each passage once for each way it stood, with all that was used of it."""
    grouped: dict[tuple[str, str], list[Evidence]] = {}
    for one in evidence:
        grouped.setdefault((one.passage_id, one.passage_digest), []).append(one)
    return tuple(
        UsedPassage(
            id=name,
            digest=digest,
            heading=own[0].heading,
            language=own[0].language,
            source_ids=tuple(dict.fromkeys(i for one in own for i in one.source_ids)),
            quotes=tuple(dict.fromkeys(one.quote for one in own)),
        )
        for (name, digest), own in grouped.items()
    )


def _register(passages: Iterable[UsedPassage], sources: Mapping[str, Source]) -> tuple[Source, ...]:
    names = dict.fromkeys(name for passage in passages for name in passage.source_ids)
    return tuple(sources[name] for name in names if name in sources)
