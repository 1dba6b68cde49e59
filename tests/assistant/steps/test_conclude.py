from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from assistant.answers import Answer, Citation, Event, Language, ProvenSentence, Status
from assistant.proof.verifier import Verifier
from assistant.replies import NOTHING_OF_DAY, OTHER_LANGUAGE, REPLIES, UNQUOTABLE
from assistant.steps.compose import Compose
from assistant.steps.conclude import Conclude, Register
from assistant.turn import DraftSentence, Ending, Turn
from indexer.documents import Role
from indexer.index import Index
from indexer.passages import Passage
from tests.assistant.parts import make_hit, make_passage, make_turn

BLANK = ("sentences", "citations", "follow_ups")


@pytest.fixture
def conclude(small_index: Index) -> Conclude:
    register = Register(
        sources=small_index.sources, contacts=small_index.contacts, index_version="proef"
    )
    verifier = Verifier(small_index.terms.of_text)
    return Conclude(verifier, register, lambda: date(2026, 11, 21))


def drafted(index: Index, *names: str, **changes: object) -> Turn:
    """Return a turn whose draft holds the named passages whole."""
    turn = make_turn(*(make_hit(index.by_id[name]) for name in names))
    turn = Compose(index.terms.of_text, most_words=600)(turn)
    return replace(turn, **changes)  # type: ignore[arg-type]


def answered(conclude: Conclude, turn: Turn) -> Answer:
    *_, answer = conclude.proven(turn)
    assert isinstance(answer, Answer)
    return answer


def kinds(answer: Answer) -> list[str]:
    return [notice.kind for notice in answer.notices]


def test_every_sentence_has_a_citation_that_quotes_it(
    conclude: Conclude, small_index: Index
) -> None:
    answer = answered(conclude, drafted(small_index, "melden-nl.klein-belang"))
    assert answer.status is Status.ANSWERED
    assert len(answer.sentences) == 6
    for number, (sentence, citation) in enumerate(
        zip(answer.sentences, answer.citations, strict=True), start=1
    ):
        assert sentence.citations == (citation.number,) == (number,)
        passage, span = citation.passage, citation.span
        assert passage.text[span.start : span.end] == citation.quote == sentence.text
        assert sentence.support == 1.0
        assert answer.citation(number) is citation


def test_the_source_of_highest_authority_comes_first(
    conclude: Conclude, small_index: Index
) -> None:
    answer = answered(conclude, drafted(small_index, "melden-nl.klein-belang"))
    both = next(c for c in answer.citations if set(c.span.source_ids) == {"S01", "S02"})
    assert both.source.id == "S01"
    assert [source.id for source in both.further_sources] == ["S02"]


def test_a_citation_comes_before_its_sentence_and_the_answer_last(
    conclude: Conclude, small_index: Index
) -> None:
    events: list[Event] = list(conclude.proven(drafted(small_index, "melden-nl.termijn")))
    answer = events[-1]
    assert isinstance(answer, Answer)
    names = [type(event).__name__ for event in events]
    assert names == [
        *["Citation", "ProvenSentence"] * len(answer.sentences),
        *["Notice"] * len(answer.notices),
        "Answer",
    ]
    for citation, sentence in zip(events[:-1:2], events[1:-1:2], strict=False):
        if isinstance(citation, Citation) and isinstance(sentence, ProvenSentence):
            assert sentence.citations == (citation.number,)


def test_a_sentence_that_is_not_proven_is_never_seen(
    conclude: Conclude, small_index: Index
) -> None:
    turn = drafted(small_index, "melden-nl.klein-belang")
    first: DraftSentence = turn.draft[0]
    wrong = replace(first, text=first.text.replace("10 procent", "15 procent"))
    events = list(conclude.proven(replace(turn, draft=(wrong, *turn.draft[1:]))))
    answer = events[-1]
    assert isinstance(answer, Answer)
    said = [e.text for e in (*events, *answer.sentences) if isinstance(e, ProvenSentence)]
    assert "15 procent" not in " ".join(said)
    assert len(answer.sentences) == 5
    assert [citation.number for citation in answer.citations] == [1, 2, 3, 4, 5]


def test_where_nothing_is_proven_there_is_no_answer(conclude: Conclude, small_index: Index) -> None:
    turn = drafted(small_index, "melden-nl.klein-belang")
    wrong = tuple(replace(s, text="Het BTI betaalt u 500 euro.") for s in turn.draft)
    (answer,) = conclude.proven(replace(turn, draft=wrong))
    assert isinstance(answer, Answer)
    assert answer.status is Status.NO_ANSWER
    assert answer.reply == REPLIES[Status.NO_ANSWER]["nl"]
    assert not any(getattr(answer, name) for name in BLANK)


def test_the_competent_body_and_the_desk_are_named(conclude: Conclude, small_index: Index) -> None:
    answer = answered(conclude, drafted(small_index, "uitvoer-nl.vergunning"))
    assert [advice.contact.id for advice in answer.contacts] == ["cdiu", "olev"]
    assert answer.contacts[0].reason == "Behandelt aanvragen voor een uitvoervergunning."


def test_a_contact_speaks_the_language_of_the_reader(
    conclude: Conclude, small_index: Index
) -> None:
    turn = drafted(small_index, "notify-en.period", language="en")
    answer = answered(conclude, turn)
    assert answer.contacts[0].reason.startswith("Answers questions about the duty to notify")
    assert kinds(answer) == ["own_summary", "no_legal_advice"]


def test_in_an_incident_the_safe_channel_comes_first(
    conclude: Conclude, small_index: Index
) -> None:
    turn = drafted(small_index, "melden-nl.termijn", sensitive=True, masked=True)
    answer = answered(conclude, turn)
    assert answer.sensitive
    assert answer.contacts[0].contact.id == "aivd"
    assert kinds(answer)[:2] == ["sensitive", "personal_data"]


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("melden-nl.termijn", ["own_summary", "no_legal_advice"]),
        ("uitvoer-nl.vergunning", ["past_review", "own_summary", "no_legal_advice"]),
        ("uitvoer-nl.duur", ["past_review", "secondary", "own_summary", "no_legal_advice"]),
    ],
)
def test_notices_say_what_the_reader_should_know(
    conclude: Conclude, small_index: Index, name: str, expected: list[str]
) -> None:
    assert kinds(answered(conclude, drafted(small_index, name))) == expected


def test_a_passage_past_review_names_the_date(conclude: Conclude, small_index: Index) -> None:
    answer = answered(conclude, drafted(small_index, "uitvoer-nl.vergunning"))
    (notice,) = (n for n in answer.notices if n.kind == "past_review")
    assert "2026-08-01" in notice.text


def test_an_english_reader_is_told_that_the_text_is_dutch(
    conclude: Conclude, small_index: Index
) -> None:
    answer = answered(conclude, drafted(small_index, "melden-nl.termijn", language="en"))
    assert "language" in kinds(answer)


def test_what_is_missing_makes_the_answer_partial_and_is_said(
    conclude: Conclude, small_index: Index
) -> None:
    answer = answered(conclude, drafted(small_index, "melden-nl.termijn", missing="ASML"))
    assert answer.status is Status.PARTIAL
    assert answer.missing == "ASML"
    assert answer.reply == "Onze bronnen zeggen niets over: ASML."
    assert answer.sentences


def test_follow_ups_lead_to_sections_that_were_not_used(
    conclude: Conclude, small_index: Index
) -> None:
    turn = drafted(small_index, "melden-nl.klein-belang")
    near = [
        make_hit(small_index.by_id[name], kept=False)
        for name in ("melden-nl.termijn", "notify-en.period", "spionage-nl.spionage-melden")
    ]
    answer = answered(conclude, replace(turn, hits=(*turn.hits, *near)))
    assert answer.follow_ups == (
        "Hoe lang moet ik wachten op het besluit over mijn investering?",
        "Waar kan ik spionage melden?",
    )


@pytest.mark.parametrize("status", [Status.NO_ANSWER, Status.OUT_OF_SCOPE, Status.BLOCKED])
def test_an_early_end_shows_a_fixed_reply_and_no_source(
    conclude: Conclude, small_index: Index, status: Status
) -> None:
    turn = drafted(small_index, "melden-nl.klein-belang")
    answer = conclude.ended(Ending(status=status, turn=turn))
    assert answer.status is status
    assert answer.reply == REPLIES[status]["nl"]
    assert not any(getattr(answer, name) for name in BLANK)
    assert answer.index_version == "proef"


@pytest.mark.parametrize(
    ("status", "contacts"),
    [
        (Status.NO_ANSWER, ["bti", "olev"]),
        (Status.OUT_OF_SCOPE, ["olev"]),
        (Status.BLOCKED, ["olev"]),
    ],
)
def test_each_ending_names_whom_to_ask(
    conclude: Conclude, small_index: Index, status: Status, contacts: list[str]
) -> None:
    turn = make_turn(make_hit(small_index.by_id["melden-nl.termijn"], kept=False))
    answer = conclude.ended(Ending(status=status, turn=turn))
    assert [advice.contact.id for advice in answer.contacts] == contacts


@pytest.mark.parametrize("status", [Status.NO_ANSWER, Status.OUT_OF_SCOPE, Status.BLOCKED])
@pytest.mark.parametrize(
    "asked", ["Hoe heet de baas van de AIVD?", "Wie neemt op bij 079 320 50 50?"]
)
def test_who_is_asked_about_is_named_first(conclude: Conclude, status: Status, asked: str) -> None:
    turn = replace(make_turn(), text=asked)
    answer = conclude.ended(Ending(status=status, turn=turn))
    assert answer.contacts[0].contact.id == "aivd"


def test_another_language_is_answered_in_both_of_ours(conclude: Conclude) -> None:
    ending = Ending(status=Status.OUT_OF_SCOPE, turn=make_turn(), reason="language")
    assert conclude.ended(ending).reply == OTHER_LANGUAGE


def test_no_answer_says_what_was_missing(conclude: Conclude) -> None:
    turn = replace(make_turn(language="en"), missing="2031")
    answer = conclude.ended(Ending(status=Status.NO_ANSWER, turn=turn))
    assert answer.reply.endswith("Our sources say nothing about: 2031.")


def test_the_answer_so_far_grows_with_each_sentence(conclude: Conclude, small_index: Index) -> None:
    whole = answered(conclude, drafted(small_index, "melden-nl.termijn"))
    part = conclude.so_far(whole.citations[:2], whole.sentences[:2])
    assert part.sentences == whole.sentences[:2]
    assert part.citations == whole.citations[:2]
    assert part.contacts == ()
    assert part.notices == ()


def original(index: Index, name: str = "melden-nl.klein-belang", **changes: Any) -> Passage:
    """Return a passage of the small corpus as though it were one of an original."""
    passage = replace(index.by_id[name], id=f"eigen-{name}", basis="original", hints=())
    return replace(passage, **changes)


def drafted_of(index: Index, *passages: Passage, **changes: Any) -> Turn:
    turn = make_turn(*map(make_hit, passages))
    return replace(Compose(index.terms.of_text, most_words=600)(turn), **changes)


def test_an_answer_in_the_words_of_the_source_is_no_summary(
    conclude: Conclude, small_index: Index
) -> None:
    answer = answered(conclude, drafted_of(small_index, original(small_index)))
    assert kinds(answer) == ["no_legal_advice"]
    assert {citation.passage.basis for citation in answer.citations} == {"original"}


def test_an_answer_of_both_says_that_a_part_is_a_summary(
    conclude: Conclude, small_index: Index
) -> None:
    law = original(small_index, "melden-nl.termijn")
    both = drafted_of(small_index, small_index.by_id["melden-nl.klein-belang"], law)
    assert kinds(answered(conclude, both)) == ["partly_own_summary", "no_legal_advice"]


def test_an_answer_of_a_day_says_that_it_is_not_what_holds_now(
    conclude: Conclude, small_index: Index
) -> None:
    turn = drafted_of(small_index, original(small_index), on=date(2024, 5, 1))
    answer = answered(conclude, turn)
    assert kinds(answer)[0] == "dated"
    assert "2024-05-01" in answer.notices[0].text


@pytest.mark.parametrize("language", ["nl", "en"])
def test_of_a_day_without_a_text_the_reply_names_the_day(
    conclude: Conclude, language: Language
) -> None:
    turn = replace(make_turn(language=language), on=date(1990, 1, 1))
    answer = conclude.ended(Ending(status=Status.NO_ANSWER, turn=turn, reason="day"))
    assert answer.reply == NOTHING_OF_DAY[language].format(date="1990-01-01")
    assert not any(getattr(answer, name) for name in BLANK)


@pytest.mark.parametrize("language", ["nl", "en"])
def test_a_source_that_may_not_be_quoted_is_named_and_nothing_of_it_is_shown(
    conclude: Conclude, small_index: Index, language: Language
) -> None:
    broken = original(small_index, document_id="S01", quotable=False)
    turn = replace(make_turn(language=language), unquotable=(make_hit(broken),))
    answer = conclude.ended(Ending(status=Status.NO_ANSWER, turn=turn, reason="unquotable"))
    source = small_index.sources["S01"]
    named = UNQUOTABLE[language].format(title=source.title, publisher=source.publisher)
    assert answer.reply == f"{REPLIES[Status.NO_ANSWER][language]} {named}"
    assert source.title in answer.reply
    assert not any(getattr(answer, name) for name in BLANK)
    assert broken.text not in repr(replace(answer, hits=()))


def test_where_a_question_is_off_topic_no_unquotable_source_is_named(
    conclude: Conclude, small_index: Index
) -> None:
    broken = original(small_index, document_id="S01", quotable=False)
    turn = replace(make_turn(), unquotable=(make_hit(broken),))
    answer = conclude.ended(Ending(status=Status.OUT_OF_SCOPE, turn=turn))
    assert answer.reply == REPLIES[Status.OUT_OF_SCOPE]["nl"]


def test_an_original_without_a_topic_has_the_contacts_of_the_nearest_digest(
    conclude: Conclude, small_index: Index
) -> None:
    bare = replace(
        make_passage("bron", [("Dit artikel gaat over iets anders.", Role.ANSWER)]),
        topic="",
        basis="original",
    )
    turn = drafted_of(small_index, bare)
    assert [advice.contact.id for advice in answered(conclude, turn).contacts] == ["olev"]
    near = make_hit(small_index.by_id["uitvoer-nl.vergunning"], kept=False)
    answer = answered(conclude, replace(turn, hits=(*turn.hits, near)))
    assert [advice.contact.id for advice in answer.contacts] == ["cdiu", "olev"]
