"""A faulty answer in full: all that is wrong with it, and nothing that could be run."""

from __future__ import annotations

from xml.etree import ElementTree

from assistant.answers import Status
from evals.ranking import Ranking
from evals.relevance import Findings
from evals.worst_answer import article, faults
from tests.evals.outcomes import answer, case, contact, outcome, passage, sentence

EVIL = "<script>alert('x')</script> & 10 procent?"


def test_every_fault_is_named() -> None:
    about = case(
        question="Ik ben j@boer.nl. Melden?",
        facts=["zeppelin"],
        conditions=["tenzij"],
        never=["belang"],
        sources=["S02"],
        contact="aivd",
        status=["no_answer", "answered"],
    )
    wrong = outcome(
        about.model_copy(update={"status": (Status.PARTIAL, Status.ANSWERED)}),
        answer(Status.BLOCKED, reply="Een belang, j@boer.nl."),
    )
    told = "\n".join(faults(wrong))
    for part in (
        "status is <b>blocked</b>, expected partial or answered",
        "fact missed: <code>zeppelin</code>",
        "condition missed: <code>tenzij</code>",
        "must not: <code>belang</code>",
        "none of the right sources: S02",
        "right contact: aivd",
        "repeats personal data",
    ):
        assert part in told
    assert list(faults(outcome())) == []


def test_an_article_is_well_formed_and_escapes_every_word() -> None:
    about = case(
        question=EVIL, history=[{"role": "user", "content": EVIL}], facts=["<b>"], contact="aivd"
    )
    text = article(outcome(about, answer(sentences=[sentence(EVIL)], contacts=[contact()])))
    ElementTree.fromstring(text)  # noqa: S314  # our own text
    assert "<script" not in text
    assert text.count("&lt;script&gt;") == 3
    assert "<code>&lt;b&gt;</code>" in text
    assert "<dd>bti</dd>" in text


def test_the_passages_found_are_marked() -> None:
    hits = [passage(name=name) for name in "abcdefg"]
    near = Findings(rankings={"fused": Ranking(ranks=(2,), relevant=1)})
    far = Findings(rankings={"fused": Ranking(ranks=(6,), relevant=1)})
    none = Findings(rankings={"fused": Ranking(ranks=(), relevant=1)})
    given = answer(hits=hits)
    assert "2. <code>doc-nl.b</code> (right) (used)" in article(outcome(given=given, findings=near))
    assert "first right one is number 6" in article(outcome(given=given, findings=far))
    assert "no right one among 7" in article(outcome(given=given, findings=none))


def test_the_question_is_shown_as_it_was_asked() -> None:
    about = case(question="Komt {land}?", origins=["Peru", "Iran", "China"])
    assert "Komt Iran?" in article(outcome(about, origin="Iran"))
