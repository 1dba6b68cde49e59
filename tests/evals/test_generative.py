"""Scripted models at an assistant: lies are dropped, and a proof that sleeps is found out."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from assistant.answers import Status
from assistant.assemble import assemble
from assistant.chat.model import ChatModel, Form
from assistant.chat.prompts import system_prompt
from assistant.pipeline import Assistant
from assistant.proof.generated import GeneratedProof
from assistant.proof.verifier import Verdict, Verifier
from assistant.settings import AssistantSettings
from evals import generative as command
from evals.adversary import Adversary
from evals.generative import Asking, Bench, Run, ask_all, bench_of, extractive
from evals.mutated_corpus import Tried
from evals.restated import Restated
from evals.restater import Restater
from evals.scripts import Asked, Draft, Writer
from indexer.index import Index
from indexer.passages import Passage
from tests.conftest import TODAY
from tests.evals.outcomes import case
from tests.fakes import loose_confidence

QUESTIONS = (
    "Wanneer moet ik een investering melden?",
    "Hoe lang duurt de toets van het BTI?",
    "Moet ik een investeerder melden die 15 procent van mijn start-up koopt?",
    "Heb ik een vergunning nodig voor uitvoer?",
    "Wat doet een spion?",
)
CASES = tuple(case(f"g-{n}", question=question, facts=[]) for n, question in enumerate(QUESTIONS))
TRIED = Tried(count=1, through=())
Benched = Callable[..., Bench]


@pytest.fixture
def bench(small_index: Index) -> Benched:
    def assembled(chat: ChatModel) -> Assistant:
        settings = AssistantSettings(_env_file=None)
        return assemble(small_index, settings, loose_confidence(), today=lambda: TODAY, model=chat)

    def make(writer: Writer, form: Form = "text") -> Bench:
        return bench_of(writer, assembled, seconds=1.0, form=form)

    return make


def quotes(index: Index) -> tuple[Restated, ...]:
    """Return the quotes of an index as what restates them: of these none may be dropped."""
    return tuple(
        Restated(
            passage=f"{passage.document_id}.{passage.section_id}",
            language="en" if passage.language == "en" else "nl",
            quotes=(passage.quote(span),),
            restated=passage.quote(span),
        )
        for passage in index.passages
        for span in passage.spans
        if not span.order
    )


def asked_of(bench: Benched, writer: Writer, form: Form = "text") -> list[Asking]:
    return list(ask_all(bench(writer, form), CASES))


def test_most_lies_are_dropped_and_the_truth_among_them_is_shown(bench: Benched) -> None:
    found = [asking.outcome for asking in asked_of(bench, Adversary()) if asking.outcome]
    assert len(found) >= 3
    fates = [(line.truth, fate) for outcome in found for line, fate in outcome.fates]
    assert fates.count(("true", "shown")) > 3
    assert fates.count(("false", "shown")) <= 0.05 * len(fates)
    assert fates.count(("false", "dropped")) > 0.3 * len(fates)


@pytest.fixture
def sleeping_proof(monkeypatch: pytest.MonkeyPatch) -> None:
    """A proof that believes all: it proves the first sentence of a passage instead."""
    prove: Callable[..., Any] = GeneratedProof.find

    def find(self: GeneratedProof, _: str, passage: Passage, *more: Any, **named: Any) -> Any:
        return prove(self, passage.quote(passage.spans[0]), passage, *more, **named)

    monkeypatch.setattr(GeneratedProof, "find", find)
    monkeypatch.setattr(Verifier, "check", lambda *_, **__: Verdict(support=1.0))


@pytest.mark.usefixtures("sleeping_proof")
def test_a_proof_that_believes_all_is_found_out(bench: Benched) -> None:
    lying = asked_of(bench, Adversary())
    lies = [lie for asking in lying if asking.outcome for lie in asking.outcome.lies]
    kinds = {lie.line.behaviour for lie in lies}
    assert {"negation added", "clause invented", "sentence invented"} <= kinds
    run = Run(lying=lying, good=asked_of(bench, Adversary()), plain=(), tried=TRIED)
    assert any("lies were shown" in line for line in run.missed)


@pytest.mark.parametrize("form", ["text", "json"])
def test_a_model_is_asked_for_the_form_in_which_it_writes(bench: Benched, form: Form) -> None:
    made = bench(Adversary(), form)
    list(ask_all(made, CASES[:1]))
    assert {asked.system for asked, _ in made.model.drafts} == {system_prompt("nl", "normal", form)}


@pytest.mark.parametrize("form", ["text", "json"])
def test_quotes_to_the_letter_are_all_shown(bench: Benched, small_index: Index, form: Form) -> None:
    good = asked_of(bench, Restater(quotes(small_index)), form)
    fates = {f for asking in good if asking.outcome for _, f in asking.outcome.fates}
    assert fates == {"shown"}
    assert all(asking.draft for asking in good if asking.scored.answer.hits)
    run = Run(lying=good, good=good, plain=(), tried=TRIED)
    assert run.missed == ()


def test_a_proof_that_believes_nothing_is_found_out(
    bench: Benched, small_index: Index, monkeypatch: pytest.MonkeyPatch
) -> None:
    prove: Callable[..., Any] = GeneratedProof.find

    def find(self: GeneratedProof, _: str, *more: Any, **named: Any) -> Any:
        return prove(self, "Dit staat nergens in een bron.", *more, **named)

    monkeypatch.setattr(GeneratedProof, "find", find)
    good = asked_of(bench, Restater(quotes(small_index)))
    assert any(
        "of the truth was dropped" in line
        for line in Run(lying=good, good=good, plain=(), tried=TRIED).missed
    )


def test_to_be_asked_nothing_meets_no_aim() -> None:
    assert Run(lying=(), good=(), plain=(), tried=TRIED).missed == (
        "a model, or the proof, was never asked",
    )


def test_a_model_that_breaks_each_time_is_still_asked(bench: Benched) -> None:
    def writer(asked: Asked) -> Draft:
        return Draft(lines=Adversary()(asked).lines[:6], ending="error")

    drafts = [asking.draft for asking in asked_of(bench, writer) if asking.scored.answer.hits]
    assert len(drafts) >= 4
    given = [asking for asking in asked_of(bench, writer) if asking.draft]
    assert len(given) >= 4


def test_the_sources_are_asked_beside_it(bench: Benched) -> None:
    made = bench(Adversary())
    found = extractive(made.assistant, CASES)
    assert {o.answer.mode for o in found} == {"extractive"}
    assert any(o.answer.status is Status.ANSWERED for o in found)
    assert made.model.drafts == []


@pytest.mark.usefixtures("real_settings", "sleeping_proof")
def test_the_command_fails_and_tells_the_lies(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    report = tmp_path / "report.txt"
    assert command.main(["--every", "60", "--report", str(report)]) == 1
    assert "FAIL" in capsys.readouterr().out
    assert "shown" in report.read_text(encoding="utf-8")
