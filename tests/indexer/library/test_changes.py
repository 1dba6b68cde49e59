from __future__ import annotations

import time
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from indexer.corpus import Corpus, load_corpus
from indexer.library.changes import Change, changes, word_diff
from tests.conftest import SMALL_CORPUS
from tests.indexer.library.arrivals import Sender, extract_of, heading, prose, register_source

SAME = "Het bureau beslist binnen acht weken na ontvangst van de aanvraag."
OLD = "Een bedrijf dat 25 procent van de stemmen overdraagt, meldt dat vooraf."
NEW = "Een bedrijf dat 30 procent van de stemmen overdraagt, meldt dat vooraf."
GONE = "Kleine ondernemingen hoeven niets te doen zolang zij onder hun omzetgrens blijven."
CAME = "Universiteiten vragen eerst advies aan het loket kennisveiligheid over gasten."


@pytest.fixture(scope="module")
def corpus() -> Corpus:
    return load_corpus(SMALL_CORPUS)


@pytest.fixture
def sender(tmp_path: Path) -> Sender:
    return Sender(tmp_path)


def law(*articles: str, **more: Any) -> Any:
    """Return a law whose articles bear the first word of their text as a heading."""
    blocks = [b for text in articles for b in (heading(text.split()[0]), text)]
    return extract_of(*blocks, **more)


def only(sender: Sender, corpus: Corpus) -> Change:
    (change,) = changes(sender.library, corpus, 120)
    return change


def test_one_version_is_no_change(sender: Sender, corpus: Corpus) -> None:
    sender.send(law(SAME, OLD))
    assert changes(sender.library, corpus, 120) == ()


def test_what_was_reworded_what_went_and_what_came(sender: Sender, corpus: Corpus) -> None:
    sender.send(law(SAME, OLD, GONE), "wet.txt")
    sender.send(law(SAME, NEW, CAME), "wet.txt")
    change = only(sender, corpus)
    assert [(r.before.text, r.after.text) for r in change.reworded] == [(OLD, NEW)]
    assert [p.text for p in change.gone] == [GONE]
    assert [p.text for p in change.new] == [CAME]
    assert change.resting == ()
    assert (change.before, change.after) == change.entry.versions


def test_every_passage_is_told_of_once(sender: Sender, corpus: Corpus) -> None:
    """Two old passages that are like one new one, and the other way round."""
    twin = OLD.replace("vooraf", "achteraf")
    sender.send(law(SAME, OLD, twin))
    sender.send(law(SAME, NEW))
    change = only(sender, corpus)
    assert len(change.reworded) == len(change.gone) == 1
    assert change.new == ()


def test_the_most_alike_are_paired(sender: Sender, corpus: Corpus) -> None:
    far = "Een bedrijf dat 25 procent van de stemmen bezit, bewaart stukken zeven jaar lang."
    sender.send(law(SAME, far, OLD))
    sender.send(law(SAME, NEW, far.replace("zeven", "acht")))
    pairs = {r.before.text: r.after.text for r in only(sender, corpus).reworded}
    assert pairs == {OLD: NEW, far: far.replace("zeven", "acht")}


def test_reworded_passages_stand_in_the_order_of_the_document(
    sender: Sender, corpus: Corpus
) -> None:
    texts = [f"{name} {OLD}" for name in ("Eerst", "Daarna", "Verder", "Tenslotte")]
    sender.send(law(*texts))
    sender.send(law(*(t.replace("25", "3" * n) for n, t in enumerate(texts, start=1))))
    change = only(sender, corpus)
    assert [r.before.heading for r in change.reworded] == ["Eerst", "Daarna", "Verder", "Tenslotte"]


def test_newest_changes_come_first_and_since_leaves_out_older(
    sender: Sender, corpus: Corpus
) -> None:
    sender.send(law(SAME, OLD), on=date(2026, 1, 1))
    sender.send(law(SAME, NEW), on=date(2026, 3, 1))
    sender.send(law(SAME, NEW, CAME), on=date(2026, 5, 1))
    found = changes(sender.library, corpus, 120)
    assert [change.after.taken_in[:10] for change in found] == ["2026-05-01", "2026-03-01"]
    for day, count in [("2026-03-01", 2), ("2026-03-02", 1), ("2026-05-01", 1), ("2026-05-02", 0)]:
        since = date.fromisoformat(day)
        assert len(changes(sender.library, corpus, 120, since=since)) == count


def resting(sender: Sender, corpus: Corpus) -> set[tuple[str, str]]:
    return {(one.document_id, one.section_id) for one in only(sender, corpus).resting}


def test_sections_that_rest_on_a_source_are_named_until_they_are_checked(
    sender: Sender, corpus: Corpus
) -> None:
    source = register_source("S02")
    sender.send(law(SAME, OLD), "https://x.test", register=source, on=date(2026, 11, 20))
    sender.send(law(SAME, NEW), "https://x.test", register=source, on=date(2026, 11, 25))
    named = resting(sender, corpus)
    assert ("melden-nl", "klein-belang") in named
    rests = {
        (document.id, section.id)
        for document in corpus.documents
        for section in document.sections
        if any("S02" in sentence.source_ids for sentence in section.sentences)
    }
    assert named == rests
    for checked, count in [("2026-11-24", len(rests)), ("2026-11-26", 0)]:
        day = date.fromisoformat(checked)
        again = replace(corpus, documents=tuple(replace(d, checked=day) for d in corpus.documents))
        assert len(resting(sender, again)) == count


def test_a_source_on_which_nothing_rests_names_no_section(sender: Sender, corpus: Corpus) -> None:
    sender.send(law(SAME, OLD))
    sender.send(law(SAME, NEW))
    assert resting(sender, corpus) == set()


def test_big_documents_are_compared_in_seconds(sender: Sender, corpus: Corpus) -> None:
    """A thousand passages, of which none stayed as it was."""
    before = [f"{text} Lid {n}." for n, text in enumerate(prose(5, 30_000))]
    after = [text.replace("Lid", "Artikel") for text in before]
    blocks = [[b for t in texts for b in (heading(t[:30]), t)] for texts in (before, after)]
    for made in blocks:
        sender.send(extract_of(*made))
    begun = time.process_time()
    change = only(sender, corpus)
    spent = time.process_time() - begun
    assert [r.after.text for r in change.reworded] == after
    assert len(after) == 1_000
    assert spent < 5


texts = st.lists(st.sampled_from(["de", "wet", "25", "30", "procent", "é…"]), max_size=30)


@given(texts, texts)
def test_a_word_diff_holds_both_texts(before: list[str], after: list[str]) -> None:
    runs = word_diff(" ".join(before), " \n ".join(after))
    old = " ".join(text for edit, text in runs if edit != "added").split()
    new = " ".join(text for edit, text in runs if edit != "removed").split()
    assert (old, new) == (before, after)
    assert all(text for _, text in runs)


def test_a_word_diff_shows_the_figure_that_changed() -> None:
    assert word_diff(OLD, NEW) == (
        ("same", "Een bedrijf dat"),
        ("removed", "25"),
        ("added", "30"),
        ("same", "procent van de stemmen overdraagt, meldt dat vooraf."),
    )
    assert word_diff("", "") == ()
    assert word_diff("een", "") == (("removed", "een"),)
