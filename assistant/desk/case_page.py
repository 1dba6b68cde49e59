"""A dossier as a page that a person reads: no script, no other file, everything escaped. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import UTC, datetime

from assistant.desk.case_words import CASE_WORDS, CaseWords
from assistant.desk.dossier import CaseParticulars, Dossier
from assistant.desk.letter_notes import web_address
from assistant.desk.markup import Html, join, page, tag
from assistant.desk.nouns import Draft, DraftSentence, Evidence, FoundSentence
from indexer.sources import Source

_STYLE = (
    "body{font:16px/1.5 Arial,sans-serif;max-width:70em;margin:1.5em auto;padding:0 1em;"
    "color:#1a1a1a;background:#fff}h1{font-size:1.6em}h2{font-size:1.2em;margin-top:2em}"
    "table{border-collapse:collapse;width:100%}th,td{border:1px solid #767676;padding:.4em .6em;"
    "text-align:left;vertical-align:top;overflow-wrap:break-word}"
    "code{word-break:break-all;display:inline-block;min-width:16em}p.side{margin:.2em 0;"
    "font-size:.9em}a{overflow-wrap:anywhere}th{background:#f0f0f0}"
    "dt{font-weight:bold}dd{margin:0 0 .5em;overflow-wrap:anywhere}"
    ".wide{overflow-x:auto}blockquote{margin:.3em 0;padding-left:.8em;"
    "border-left:3px solid #767676}"
)

_Rows = Iterable[Sequence[str | None]]


def case_page(dossier: Dossier, digest: str) -> str:
    """Return the page.

    Args:
        dossier: what it shows. A case is for staff and archive, so in Dutch; an answer is in the
            language of its reader.
        digest: the SHA-256 of the JSON that it belongs to.
    """
    language = "nl" if dossier.kind == "case" else dossier.asked.language
    page_of = _Page(dossier, CASE_WORDS[language])
    return page(page_of.title, language, _STYLE, Html("\n".join(page_of.blocks(digest))))


class _Page:
    """The blocks of the page; `words` are those of one language."""

    def __init__(self, dossier: Dossier, words: CaseWords) -> None:
        self._dossier = dossier
        self._words = words
        case = dossier.case
        self.title = words.title_case.format(number=case.id) if case else words.title_answer

    def blocks(self, digest: str) -> Iterator[Html]:
        dossier, asked = self._dossier, self._dossier.asked
        yield tag("h1", self.title)
        yield tag("p", self._words.lead)
        yield self._section("particulars", self._facts(self._particulars(digest)))
        if dossier.sender:
            sender = dossier.sender
            facts = [("name", sender.name), ("email", sender.email), ("remark", sender.remark)]
            yield self._section("sender", self._facts(facts))
        yield self._section("question", tag("blockquote", asked.question, lang=asked.language))
        said = [(self._words.labels[turn.role], turn.content) for turn in asked.conversation]
        yield self._section("conversation", _list(f"{who}: {text}" for who, text in said))
        yield self._section("found", self._found())
        if dossier.draft:
            yield self._section("draft", self._draft(dossier.draft))
            given = [
                (one.by, self._value(one.role), _moment(one.at), _code(one.digest))
                for one in dossier.approvals
            ]
            yield self._section("approvals", self._table("by role at sha", given))
        yield self._section("passages", self._passages())
        columns = "source publisher title date place"
        yield self._section("sources", self._table(columns, map(_source, dossier.sources)))
        if dossier.case:
            acts = [
                (
                    _moment(one.at),
                    one.actor,
                    self._value(one.action),
                    one.subject,
                    _code(one.digest),
                )
                for one in dossier.audit
            ]
            yield self._section("audit", self._table("at who what subject sha", acts))

    def _particulars(self, digest: str) -> Iterator[tuple[str, str]]:
        dossier, found = self._dossier, self._dossier.found
        yield "digest", digest
        yield "schema", f"{dossier.schema} {dossier.schema_version}"
        if dossier.case:
            yield from self._case(dossier.case)
        yield "language", self._value(dossier.asked.language)
        if dossier.asked.on:
            yield "on", dossier.asked.on.isoformat()
        yield "mode", self._value(found.mode)
        yield "model", found.model or ""
        yield "index", found.index_version
        yield "program", found.version

    def _case(self, case: CaseParticulars) -> Iterator[tuple[str, str]]:
        yield "number", str(case.id)
        yield "reference", case.reference
        yield "state", self._value(case.state)
        yield "topic", case.topic
        yield "impact", str(case.impact)
        yield "created", _moment(case.created)
        yield "claimed_by", case.claimed_by or ""

    def _found(self) -> Html:
        found = self._dossier.found
        facts = [
            ("status", self._value(found.status.value)),
            ("confidence", f"{found.confidence:.2f}"),
            ("reply", found.reply),
            ("missing", found.missing or ""),
        ]
        rows = map(self._found_row, found.sentences)
        return join(
            self._facts(facts),
            self._table("part sentence support rests_on", rows),
            tag("h3", self._words.labels["contacts"]),
            _list(found.contacts, self._words.none),
        )

    def _found_row(self, one: FoundSentence) -> Sequence[str | None]:
        return self._value(one.part), one.text, f"{one.support:.2f}", _evidence(one.evidence)

    def _draft(self, draft: Draft) -> Html:
        columns = "part sentence light decision rests_on"
        return join(
            self._facts([("salutation", draft.salutation)]),
            self._table(columns, map(self._draft_row, draft.sentences)),
            self._facts([("closing", draft.closing)]),
        )

    def _draft_row(self, one: DraftSentence) -> Sequence[str | None]:
        labels = self._words.labels
        before = f"{labels['original']}: {one.original}" if one.original != one.text else ""
        proof = f"{labels['support']}: {one.support:.2f}"
        return (
            self._value(one.part),
            _with(one.text, before if one.original else ""),
            _with(self._value(one.light), one.reason, proof),
            _with(self._value(one.decision), one.remark, one.decided_by or ""),
            _evidence((one.evidence,) if one.evidence else ()),
        )

    def _passages(self) -> Html:
        whole = any(one.text for one in self._dossier.passages)
        rows = (
            (
                _with(one.heading, one.id),
                join(*(tag("blockquote", quote, lang=one.language) for quote in one.quotes)),
                ", ".join(one.source_ids),
                _code(one.digest),
                *((one.text,) if whole else ()),
            )
            for one in self._dossier.passages
        )
        return self._table(f"passage quotes source sha{' text' if whole else ''}", rows)

    def _section(self, name: str, content: Html) -> Html:
        return tag("section", tag("h2", self._words.headings[name]), content)

    def _facts(self, facts: Iterable[tuple[str, str]]) -> Html:
        told = [(self._words.labels[name], value) for name, value in facts if value]
        return tag("dl", *(join(tag("dt", label), tag("dd", value)) for label, value in told))

    def _table(self, columns: str, rows: _Rows) -> Html:
        body = [tag("tr", *(tag("td", cell) for cell in row)) for row in rows]
        if not body:
            return tag("p", self._words.none)
        labels = (self._words.labels[name] for name in columns.split())
        head = tag("tr", *(tag("th", label, scope="col") for label in labels))
        table = tag("table", tag("thead", head), tag("tbody", *body))
        # A wide table scrolls by itself, also with the keyboard.
        return tag("div", table, class_="wide", tabindex="0")

    def _value(self, value: str) -> str:
        return self._words.values.get(value, value)


def _evidence(evidence: Iterable[Evidence]) -> Html:
    return join(
        *(
            tag("div", f"{one.heading} ({one.passage_id}): ", tag("q", one.quote))
            for one in evidence
        )
    )


def _code(digest: str) -> Html:
    return tag("code", digest)


def _with(text: str, *below: str) -> Html:
    """Return a text with smaller lines below it."""
    return join(text, *(tag("p", line, class_="side") for line in below if line))


def _source(source: Source) -> Sequence[str | None]:
    url = web_address(source.url)
    place = tag("a", url, href=url) if url else source.url or source.where
    return source.id, source.publisher, source.title, source.published or source.retrieved, place


def _list(items: Iterable[str], none: str = "") -> Html:
    entries = [tag("li", item) for item in items]
    return tag("ul", *entries) if entries else tag("p", none)


def _moment(at: datetime) -> str:
    return f"{at.astimezone(UTC):%Y-%m-%d %H:%M:%S} UTC"
