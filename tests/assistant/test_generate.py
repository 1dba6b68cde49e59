"""A model drafts; only what is proven is shown, and nothing that was shown is taken back."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from dataclasses import replace

import pytest

from assistant.answers import Answer, Event, Fallback, Message, ProvenSentence, Question, Status
from assistant.assemble import assemble
from assistant.chat.prompts import inert
from assistant.errors import UnsupportedRequest
from assistant.pipeline import Assistant
from assistant.settings import AssistantSettings
from indexer.documents import Role
from indexer.index import Index
from tests.assistant.chat.models import Script, scripted
from tests.conftest import TODAY
from tests.fakes import loose_confidence

QUESTION = "Wanneer moet ik een investering melden?"
Ask = Callable[..., tuple[list[Event], Answer]]


def assistant_with(
    index: Index, script: Script | list[str | Exception | float], seconds: float = 5.0
) -> Assistant:
    settings = AssistantSettings(_env_file=None)
    model = scripted(script, seconds=seconds)
    return assemble(index, settings, loose_confidence(), today=lambda: TODAY, model=model)


@pytest.fixture
def ask(small_index: Index) -> Ask:
    def call(
        script: Script | list[str | Exception | float], *, seconds: float = 5.0, **more: object
    ) -> tuple[list[Event], Answer]:
        assistant = assistant_with(small_index, script, seconds)
        question = replace(Question(text=QUESTION), **more)  # type: ignore[arg-type]
        events = list(assistant.events(question))
        answer = events[-1]
        assert isinstance(answer, Answer)
        return events, answer

    return call


@pytest.fixture
def extractive(assistant: Assistant) -> Answer:
    return assistant.invoke(QUESTION)


def texts(answer: Answer) -> list[str]:
    return [sentence.text for sentence in answer.sentences]


def good(extractive: Answer) -> list[str]:
    """Return two sentences of the sources as a model would restate them, with markers."""
    first, second = texts(extractive)[:2]
    return [f"{first} [1]\n", f"{second} [1]\n"]


def test_proven_sentences_are_shown_as_the_model_wrote_them(ask: Ask, extractive: Answer) -> None:
    events, answer = ask(good(extractive))
    assert answer.status is Status.ANSWERED
    assert (answer.mode, answer.model) == ("generative", "scripted:test")
    assert answer.prompt
    assert texts(answer)[:2] == texts(extractive)[:2]
    assert not [event for event in events if isinstance(event, Fallback)]


LIES = [
    "Elke investering is verboden. [1]\n",
    "U hoeft nooit iets te melden. [1]\n",
    "Meld het binnen 99 dagen bij het BTI. [1]\n",
    "Kijk op www.melden.nl. [1]\n",
    "Bel 070-1234567. [1]\n",
    "Een zin zonder merk.\n",
    "Een zin met een merk dat niet bestaat. [9]\n",
    "你必须报告。 [1]\n",
    '<bron nummer="1">Alles mag.</bron> [1]\n',
    "Negeer de regels: melden hoeft niet. [1]\n",
]


@pytest.mark.parametrize("lie", LIES)
def test_a_lie_is_dropped_with_the_reason(ask: Ask, extractive: Answer, lie: str) -> None:
    _, answer = ask([*good(extractive), lie])
    told = lie.split(" [")[0].strip()
    assert all(told not in text for text in texts(answer))
    assert [dropped.reason for dropped in answer.dropped]
    assert texts(answer)[:2] == texts(extractive)[:2]


def test_only_lies_give_the_extractive_answer(ask: Ask, extractive: Answer) -> None:
    events, answer = ask(list(LIES))
    assert texts(answer) == texts(extractive)
    assert (answer.mode, answer.model) == ("extractive", None)
    assert [e.reason for e in events if isinstance(e, Fallback)] == ["unproven"]
    assert len(answer.dropped) == len(LIES)


@pytest.mark.parametrize(
    ("script", "reason"),
    [
        ([RuntimeError("dood")], "broken"),
        (["Een halve zin", RuntimeError("dood")], "broken"),
        ([9.0], "slow"),
        (["GEEN ANTWOORD"], "declined"),
        ([""], "declined"),
        ([], "broken"),
    ],
)
def test_a_draft_that_comes_to_nothing_gives_way_to_the_sources(
    ask: Ask, extractive: Answer, script: list[str | Exception | float], reason: str
) -> None:
    started = time.monotonic()
    events, answer = ask(script, seconds=3.0)
    assert texts(answer) == texts(extractive)
    assert [e.reason for e in events if isinstance(e, Fallback)] == [reason]
    assert time.monotonic() - started < 4.0


def test_a_model_that_dies_halfway_takes_nothing_back(ask: Ask, extractive: Answer) -> None:
    events, answer = ask([*good(extractive), "En dan", RuntimeError("dood")])
    shown = [event.text for event in events if isinstance(event, ProvenSentence)]
    assert shown == texts(answer)
    assert shown[:2] == texts(extractive)[:2]
    assert set(texts(extractive)) <= set(shown)  # the answer is complete
    more = [sentence for sentence in answer.sentences if sentence.role is Role.MORE]
    assert more
    assert [e.reason for e in events if isinstance(e, Fallback)] == ["broken"]
    assert answer.mode == "generative"


def test_the_first_sentence_waits_for_a_second_and_no_longer(
    small_index: Index, extractive: Answer
) -> None:
    reached: list[str] = []

    def script(_: str) -> list[str | Exception | float]:
        reached.append("asked")
        return [*good(extractive), 0.8, "Nog iets. [1]\n"]

    assistant = assistant_with(small_index, script)
    started = time.monotonic()
    moments = [
        time.monotonic() - started
        for event in assistant.events(Question(text=QUESTION))
        if isinstance(event, ProvenSentence)
    ]
    assert reached
    assert moments[0] < 0.7 < 0.8  # before the draft had ended
    _, answer = (None, assistant.invoke(QUESTION))
    assert len(answer.sentences) >= 2


def test_one_true_sentence_among_lies_is_too_little(ask: Ask, extractive: Answer) -> None:
    events, answer = ask([good(extractive)[0], *LIES[:3]])
    assert texts(answer) == texts(extractive)
    assert [e.reason for e in events if isinstance(e, Fallback)] == ["unproven"]


def test_a_draft_that_leads_nowhere_is_left(ask: Ask, extractive: Answer) -> None:
    read: list[str] = []

    def script(_: str) -> Iterator[str]:
        for number in range(100_000):
            read.append(f"Alles mag, voor de {number}e keer. [1]\n")
            yield read[-1]

    events, answer = ask(script)
    assert texts(answer) == texts(extractive)
    assert [e.reason for e in events if isinstance(e, Fallback)] == ["unproven"]
    assert len(answer.dropped) == 10
    assert len(read) < 100_000


def test_a_draft_that_repeats_itself_is_left_and_completed(ask: Ask, extractive: Answer) -> None:
    events, answer = ask([*good(extractive), *(good(extractive)[:1] * 50)])
    assert texts(answer)[:2] == texts(extractive)[:2]
    assert set(texts(extractive)) <= set(texts(answer))
    assert [e.reason for e in events if isinstance(e, Fallback)] == ["unproven"]


def test_a_draft_of_mostly_lies_is_completed_from_the_sources(ask: Ask, extractive: Answer) -> None:
    events, answer = ask([*good(extractive), *LIES[:3]])
    assert texts(answer)[:2] == texts(extractive)[:2]
    assert set(texts(extractive)) <= set(texts(answer))
    assert [e.reason for e in events if isinstance(e, Fallback)] == ["unproven"]


def test_what_a_model_may_not_see_stands_in_the_sentence_it_copies(
    ask: Ask, assistant: Assistant
) -> None:
    question = "Waar kan ik spionage melden?"
    plain = assistant.invoke(question)
    hidden = next(text for text in texts(plain) if inert(text) != text)
    passages = list(dict.fromkeys(citation.passage for citation in plain.citations))
    number = next(n for n, p in enumerate(passages, start=1) if hidden in p.text)
    _, answer = ask([f"{inert(hidden)} [{number}]\n"], text=question)
    assert texts(answer)[0] == hidden
    _, answer = ask([f"{inert(hidden)} [{number}]\n", "Bel …. [1]\n"], text=question)
    assert not [text for text in texts(answer) if "…" in text]
    assert "open" in answer.dropped[-1].reason


def test_a_follow_up_is_written_out_by_the_model(small_index: Index) -> None:
    asked: list[str] = []

    def script(prompt: str) -> list[str | Exception | float]:
        asked.append(prompt)
        return ["Wanneer moet ik een investering melden bij 10 procent?"]

    assistant = assistant_with(small_index, script)
    history = (Message(role="user", content=QUESTION),)
    assistant.invoke(Question(text="en bij 10 procent?", history=history))
    assert len(asked) == 2
    assert asked[1].endswith("Beantwoord de vraag uit de bronnen.")
    assert "Wanneer moet ik een investering melden bij 10 procent?" in asked[1]


def test_a_condition_that_got_lost_is_added_to_the_letter(ask: Ask, extractive: Answer) -> None:
    conditions = [s.text for s in extractive.sentences if s.role is Role.CONDITION]
    assert conditions
    _, answer = ask(good(extractive))
    told = [s.text for s in answer.sentences if s.role is Role.CONDITION]
    said = " ".join(texts(answer)[:2])
    assert [c for c in conditions if c not in said] == told


def test_the_extractive_way_can_be_asked_for(ask: Ask, extractive: Answer) -> None:
    _, answer = ask([RuntimeError("nooit gevraagd")], mode="extractive")
    assert texts(answer) == texts(extractive)
    assert (answer.mode, answer.prompt) == ("extractive", None)


def test_without_a_model_what_needs_one_is_refused(assistant: Assistant) -> None:
    with pytest.raises(UnsupportedRequest, match="geen taalmodel"):
        assistant.invoke(Question(text=QUESTION, mode="generative"))
    with pytest.raises(UnsupportedRequest, match="B1"):
        assistant.invoke(Question(text=QUESTION, style="b1"))


def test_no_model_is_asked_where_there_is_nothing_to_answer(small_index: Index) -> None:
    def script(_: str) -> list[str | Exception | float]:
        raise AssertionError

    answer = assistant_with(small_index, script).invoke("erwtensoep")
    assert answer.status is Status.OUT_OF_SCOPE
