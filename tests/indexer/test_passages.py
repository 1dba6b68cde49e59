from __future__ import annotations

import json
from dataclasses import replace
from datetime import date
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from indexer.documents import Document, Hint, Role, Section, Sentence, load_document
from indexer.passages import from_json, passages_of, to_json

sentences = st.builds(
    Sentence,
    text=st.text(min_size=1, max_size=80).map(str.strip).filter(bool),
    source_ids=st.lists(st.sampled_from(["S1", "S2", "L1"]), max_size=3).map(tuple),
    role=st.sampled_from(Role),
    line=st.integers(1, 99),
)
sections = st.builds(
    Section,
    id=st.from_regex(r"\A[a-z]{1,8}\Z"),
    heading=st.text(min_size=1, max_size=20),
    sentences=st.lists(sentences, min_size=1, max_size=12).map(tuple),
    hints=st.lists(st.builds(Hint, text=st.text(max_size=20), line=st.just(1)), max_size=3).map(
        tuple
    ),
    secondary=st.booleans(),
    line=st.just(1),
)
documents = st.builds(
    Document,
    id=st.just("proef-nl"),
    title=st.text(max_size=20),
    topic=st.just("bti"),
    language=st.sampled_from(["nl", "en"]),
    checked=st.dates(),
    review_by=st.dates(),
    sections=st.lists(sections, min_size=1, max_size=4).map(tuple),
    path=st.just(Path("proef.nl.md")),
)
word_limits = st.integers(1, 60)


@given(document=documents, limit=word_limits)
def test_spans_quote_the_sentences_to_the_letter_and_in_order(
    document: Document, limit: int
) -> None:
    said = [s for section in document.sections for s in section.sentences]
    quoted = [(p, span) for p in passages_of(document, limit) for span in p.spans]
    assert [p.quote(span) for p, span in quoted] == [s.text for s in said]
    assert [(span.role, span.source_ids) for _, span in quoted] == [
        (s.role, s.source_ids) for s in said
    ]


@given(document=documents, limit=word_limits)
def test_spans_do_not_overlap_and_leave_white_space_only(document: Document, limit: int) -> None:
    for passage in passages_of(document, limit):
        end = 0
        for span in passage.spans:
            assert passage.text[end : span.start] in ("", " ", "\n")
            assert end <= span.start < span.end <= len(passage.text)
            end = span.end
        assert end == len(passage.text)


@given(document=documents, limit=word_limits)
def test_no_passage_is_longer_than_allowed_but_for_one_long_sentence(
    document: Document, limit: int
) -> None:
    for passage in passages_of(document, limit):
        assert len(passage.spans) == 1 or len(passage.text.split()) <= limit


@given(document=documents, limit=word_limits)
def test_json_gives_back_the_same_passage(document: Document, limit: int) -> None:
    for passage in passages_of(document, limit):
        again = from_json(json.loads(json.dumps(to_json(passage))))
        assert again == passage
        assert again.digest == passage.digest


def test_ids_follow_document_and_section_and_number_later_pieces(small_corpus: Path) -> None:
    document = load_document(small_corpus / "documents/wet-vifo/melden.nl.md")
    assert [p.id for p in passages_of(document, 180)] == [
        "melden-nl.klein-belang",
        "melden-nl.termijn",
    ]
    pieces = [p.id for p in passages_of(document, 40)]
    assert pieces[:3] == [
        "melden-nl.klein-belang",
        "melden-nl.klein-belang.2",
        "melden-nl.klein-belang.3",
    ]
    assert len(set(pieces)) == len(pieces)


def test_ids_stay_when_another_section_or_the_words_change(small_corpus: Path) -> None:
    document = load_document(small_corpus / "documents/wet-vifo/melden.nl.md")
    first, second = document.sections
    changed = replace(first, heading="Anders", sentences=first.sentences[:2])
    moved = replace(document, sections=(second, changed))
    assert {p.id for p in passages_of(moved, 180)} == {p.id for p in passages_of(document, 180)}


def test_a_passage_carries_what_the_document_says(small_corpus: Path) -> None:
    document = load_document(small_corpus / "documents/exportcontrole-dual-use/uitvoer.nl.md")
    first, second = passages_of(document, 180)
    assert (first.document_id, first.section_id, first.topic) == (
        "uitvoer-nl",
        "vergunning",
        "exportcontrole-dual-use",
    )
    assert (first.language, first.basis) == ("nl", "digest")
    assert (first.checked, first.review_by) == (date(2026, 2, 1), date(2026, 8, 1))
    assert (first.secondary, second.secondary) == (False, True)
    assert "code 5A002 versleuteling" in first.hints


def test_another_kind_of_sentence_starts_on_a_new_line(small_corpus: Path) -> None:
    document = load_document(small_corpus / "documents/wet-vifo/melden.nl.md")
    passage = next(passages_of(document, 180))
    answer, condition, action, where = passage.text.split("\n")
    assert answer.startswith("Wie minstens 10 procent")
    assert condition.startswith("Bij gewone sensitieve technologie")
    assert action.startswith("Zoek uit")
    assert where.startswith("Vragen over de meldplicht")


def test_the_embedded_text_begins_with_title_and_heading(small_corpus: Path) -> None:
    document = load_document(small_corpus / "documents/wet-vifo/melden.nl.md")
    passage = next(passages_of(document, 180))
    assert passage.embedded_text == (
        f"Een investering melden. Moet u een klein belang melden?\n{passage.text}"
    )


def test_the_digest_sees_all_that_the_search_sees(small_corpus: Path) -> None:
    document = load_document(small_corpus / "documents/wet-vifo/melden.nl.md")
    passage = next(passages_of(document, 180))
    changes = [
        replace(passage, title="Anders"),
        replace(passage, text=passage.text + " "),
        replace(passage, hints=passage.hints[1:]),
        replace(passage, path=("Hoofdstuk 1",)),
        replace(passage, label="internal"),
        replace(passage, current=False),
    ]
    assert len({passage.digest, *(change.digest for change in changes)}) == len(changes) + 1


def test_what_the_search_does_not_see_costs_no_embedding(small_corpus: Path) -> None:
    document = load_document(small_corpus / "documents/wet-vifo/melden.nl.md")
    passage = next(passages_of(document, 180))
    for change in (
        replace(passage, review_by=date(2030, 1, 1)),
        replace(passage, spans=passage.spans[1:]),
    ):
        assert change.digest == passage.digest
