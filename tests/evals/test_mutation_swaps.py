from __future__ import annotations

from evals.mutation_swaps import Origin, invented, load_invented, other_sentences


def origin(quote: str, section: str, topic: str) -> Origin:
    return Origin(quote=quote, passage=quote, section=section, topic=topic, language="nl")


SHARE = origin("Een koper met 10 procent moet de aankoop melden bij BTI.", "a.1", "a")
SAME = origin("De koper met 10 procent moet zijn aankoop melden.", "a.2", "a")
NEAR = origin("De koper betaalt voor de aankoop een boete van 5 euro.", "a.3", "a")
SPY = origin("Spionnen benaderen medewerkers via LinkedIn.", "b.1", "b")


def test_a_swapped_citation_is_near_but_does_not_say_the_same() -> None:
    found = list(other_sentences([SHARE, SAME, NEAR, SPY]))
    assert ("citation", SHARE.quote, NEAR) in found
    assert not [cited for kind, told, cited in found if told == SHARE.quote and cited is SAME]


def test_a_sentence_of_another_topic_cites_that_topic() -> None:
    topics = [
        (told, cited) for kind, told, cited in other_sentences([SHARE, SPY]) if kind == "topic"
    ]
    assert topics == [(SHARE.quote, SPY), (SPY.quote, SHARE)]


def test_forty_sentences_are_invented_and_cite_what_is_nearest() -> None:
    listed = [text for texts in load_invented().values() for text in texts]
    assert len(set(listed)) == 40
    found = list(invented([SHARE, NEAR, SPY]))
    assert {told for _, told, _ in found} == set(load_invented()["nl"])  # there is no English quote
    assert not [told for _, told, cited in found if told == cited.quote]
