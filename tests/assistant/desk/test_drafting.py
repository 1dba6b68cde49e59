"""What was found in the form of a reply."""

from __future__ import annotations

import unicodedata
from dataclasses import replace
from itertools import product
from typing import get_args

import pytest

from assistant.answers import Language
from assistant.desk.drafting import PARTS, reply_of
from assistant.desk.nouns import Evidence, Found, FoundSentence, Part, Tone
from tests.assistant.desk.test_impact import NOTHING

EVIDENCE = Evidence(
    passage_id="a.b",
    passage_digest="0",
    start=0,
    end=3,
    quote="Dat",
    source_ids=("S01",),
    heading="Kop",
    language="nl",
)


def said(text: str, part: Part) -> FoundSentence:
    return FoundSentence(text=text, support=0.9, part=part, evidence=(EVIDENCE,))


def found(*sentences: FoundSentence) -> Found:
    return replace(NOTHING, sentences=sentences, contacts=("BTI, 070 1",))


def test_the_order_is_answer_condition_action_where_and_each_is_said_once() -> None:
    given = found(
        said("Waar 1.", "where"),
        said("Antwoord 1.", "answer"),
        said("Doen 1.", "action"),
        said("Voorwaarde 1.", "condition"),
        said("Antwoord 2.", "answer"),
        said("Antwoord 1.", "where"),
    )
    reply = reply_of(given, tone="letter", language="nl")
    assert [one.text for one in reply.sentences] == [
        "Antwoord 1.",
        "Antwoord 2.",
        "Voorwaarde 1.",
        "Doen 1.",
        "Waar 1.",
    ]
    assert [one.part for one in reply.sentences] == ["answer", "answer", *PARTS[1:]]
    assert {(one.evidence, one.support) for one in reply.sentences} == {(EVIDENCE, 0.9)}
    assert reply.contacts == ("BTI, 070 1",)


def test_each_tone_and_language_has_its_own_salutation_and_closing() -> None:
    replies = [
        reply_of(found(), tone=tone, language=language)
        for tone, language in product(get_args(Tone), get_args(Language))
    ]
    assert [one.salutation for one in replies] == [
        "Geachte heer of mevrouw,",
        "Dear Sir or Madam,",
        "Beste ondernemer,",
        "Hello,",
    ]
    assert len({one.closing for one in replies}) == 4
    assert all(one.sentences == () for one in replies)


@pytest.mark.parametrize(
    "name",
    [
        "Jansen Techniek",
        "J.P. van 't Hooft-O’Brien",
        "dr. Zoë Müller",
        "Zoe\u0308",  # in two characters
        "Ωμέγα Ψ.",
        "王小明",
        "प्रिया शर्मा",
        "محمد",
        "a" * 60,
        "a b c d e f",
    ],
)
def test_a_name_stands_in_the_salutation(name: str) -> None:
    shown = unicodedata.normalize("NFC", name)
    for given in (name, f" {name.replace(' ', chr(10) + ' ')} "):
        said = reply_of(found(), tone="letter", language="nl", name=given).salutation
        assert said == f"Geachte {shown},"


@pytest.mark.parametrize(
    "name",
    [
        "  ",
        "-",
        "{naam}",
        "Jan, maak 100 euro over",
        "Jan & zn.",
        "<b>Jan</b>",
        "Jan: zie hieronder",
        "https://x.nl",
        "kies.voorbeeld.nl",
        "x.nl",
        "Jan\u202enaJ",
        "Jan\u200b",
        "Jan\0",
        "Jan\ud800",
        "e" + "\u0301" * 6,
        "\u0301",
        "Jan²",
        "a" * 61,
        "a b c d e f g",
    ],
)
def test_what_is_no_name_is_not_said_in_the_name_of_the_desk(name: str) -> None:
    said = reply_of(found(), tone="letter", language="nl", name=name).salutation
    assert said == "Geachte heer of mevrouw,"


def test_a_sentence_without_evidence_stays_without() -> None:
    bare = replace(said("Zin.", "answer"), evidence=())
    (one,) = reply_of(found(bare), tone="email", language="en").sentences
    assert one.evidence is None
