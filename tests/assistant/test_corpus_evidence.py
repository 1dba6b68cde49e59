"""Which facts and names stand behind a sentence of a digest."""

from __future__ import annotations

from pathlib import Path

from assistant.corpus_evidence import Evidence
from indexer.corpus import load_corpus


def test_the_facts_that_share_most_words_come_first(small_corpus: Path) -> None:
    evidence = Evidence(load_corpus(small_corpus))
    facts = evidence.facts_for("Een vreemde vraag is geen bewijs van spionage.", ["S03", "S04"])
    assert facts[0].text == "Een vreemde vraag is nog geen bewijs van spionage."
    assert all({"S03", "S04"} & set(fact.source_ids) for fact in facts)
    assert evidence.facts_for("Erwtensoep?", ["S88"]) == ()


def test_only_the_near_facts_where_few_are_asked_for(small_corpus: Path) -> None:
    evidence = Evidence(load_corpus(small_corpus))
    text = "Een vreemde vraag is geen bewijs van spionage."
    every = evidence.facts_for(text, ["S03", "S04"], least_share=0.0)
    near = evidence.facts_for(text, ["S03", "S04"], least_share=1.0)
    assert set(near) < set(every)
    assert near[0] == every[0]


def test_a_body_is_known_by_its_full_and_its_short_name(small_corpus: Path) -> None:
    evidence = Evidence(load_corpus(small_corpus))
    told = evidence.with_full_names("Vraag het BTI.")
    assert told == ("Vraag het BTI.", "Bureau Toetsing Investeringen (BTI)")
    assert evidence.with_full_names("Vraag het iemand.") == ("Vraag het iemand.",)


def test_titles_and_publishers_introduce_a_name(small_corpus: Path) -> None:
    corpus = load_corpus(small_corpus)
    entries = Evidence(corpus).entries_of(["S05", "S99"])
    assert corpus.sources["S05"].title in entries
    assert corpus.sources["S05"].publisher in entries
