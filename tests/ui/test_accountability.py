"""What a server says of itself is so: counts, settings, and never a folder of this machine."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from importlib.metadata import version
from typing import Any

import pytest

from assistant.desk.settings import DeskSettings
from assistant.settings import AssistantSettings
from indexer.index import Index
from ui.accountability import Built, Setup, account_of, holdings_of, setup_of
from ui.settings import UiSettings

LAST_DAY = date(2026, 11, 21)


def set_up(model: str = "e5", *, per_minute: int = 30, days: int = 90, **told: Any) -> Setup:
    ui = UiSettings(_env_file=None, answers_per_minute=per_minute, feedback_days=days)
    return setup_of(Built(model=model), AssistantSettings(_env_file=None, **told), ui)


def test_what_an_index_holds_is_counted(small_index: Index) -> None:
    holds = holdings_of(small_index.passages, small_index.sources.values(), LAST_DAY)
    digests = [p for p in small_index.passages if p.basis == "digest"]
    assert holds.documents == len({p.document_id for p in digests})
    assert sum(holds.sections.values()) == len({(p.document_id, p.section_id) for p in digests})
    assert set(holds.sections) == {p.language for p in digests}
    assert holds.oldest_check == min(p.checked for p in digests)
    assert holds.sources == len(small_index.sources) == sum(holds.kinds.values())
    assert holds.official == holds.sources - holds.read["secondary"]
    assert holds.originals == 0


def test_a_section_in_pieces_counts_once(small_index: Index) -> None:
    passages = small_index.passages
    once = holdings_of(passages, (), LAST_DAY)
    assert holdings_of((*passages, *passages), (), LAST_DAY) == once


def test_a_text_is_past_review_the_day_after(small_index: Index) -> None:
    one = max(small_index.passages, key=lambda passage: passage.review_by)
    assert holdings_of([one], (), one.review_by).past_review == 0
    assert holdings_of([one], (), date.max).past_review == 1


def test_an_original_is_no_digest_of_ours(small_index: Index) -> None:
    first, *others = small_index.passages
    others = [one for one in others if one.document_id != first.document_id]
    original = replace(first, basis="original", document_id="S1")
    holds = holdings_of([original, *others], (), LAST_DAY)
    assert holds.originals == 1
    assert holds.documents == holdings_of(others, (), LAST_DAY).documents


def test_nothing_can_be_counted_too() -> None:
    holds = holdings_of((), (), LAST_DAY)
    assert (holds.documents, holds.oldest_check, holds.sources) == (0, None, 0)


@pytest.mark.parametrize(
    ("told", "place"),
    [
        ({}, "none"),
        ({"chat_base_url": "http://127.0.0.1:1/v1"}, "none"),
        ({"chat_model": "openai:x", "chat_base_url": "http://127.0.0.1:1/v1"}, "here"),
        ({"chat_model": "openai:x", "chat_base_url": "http://localhost:1"}, "here"),
        ({"chat_model": "openai:x", "chat_base_url": "http://[::1]:1"}, "here"),
        ({"chat_model": "openai:x", "chat_base_url": "http://gpu:8000/v1"}, "elsewhere"),
        ({"chat_model": "openai:x", "chat_base_url": "http://localhost.example/v1"}, "elsewhere"),
        ({"chat_model": "openai:x"}, "elsewhere"),
        # Ollama listens here by default, but its own variable may say otherwise.
        ({"chat_model": "ollama:x"}, "elsewhere"),
    ],
)
def test_a_language_model_is_here_only_when_that_is_sure(told: dict[str, Any], place: str) -> None:
    assert set_up(**told).chat_place == place


def test_settings_are_told_as_they_are() -> None:
    setup = set_up(per_minute=12, days=30, show_internal=True)
    assert (setup.answers_per_minute, setup.feedback_days) == (12, 30)
    assert setup.show_internal
    assert setup.version == version("loketwijzer")


@pytest.mark.parametrize(
    ("model", "told"),
    [
        ("/srv/geheim/e5", "e5"),
        ("./models/e5", "e5"),
        ("~/e5", "e5"),
        ("C:\\geheim\\e5", "e5"),
        ("iemand/e5-groot", "iemand/e5-groot"),
    ],
)
def test_no_folder_of_the_machine_is_told(model: str, told: str) -> None:
    setup = set_up(model, chat_model="openai:x", entailment_model=model)
    assert (setup.embedding_model, setup.entailment_model) == (told, told)


def test_a_model_for_entailment_is_used_beside_a_language_model_only() -> None:
    assert set_up(entailment_model="nli").entailment_model == ""


def test_of_the_desk_its_periods_are_told_and_nothing_else() -> None:
    desk = DeskSettings(desk_key="x" * 40, desk_approvals=2, _env_file=None)
    settings = AssistantSettings(_env_file=None), UiSettings(_env_file=None)
    assert setup_of(Built(model="e5"), *settings).desk is None
    told = setup_of(Built(model="e5"), *settings, desk).desk
    assert told
    assert (told.approvals, told.case_days) == (2, desk.case_days)
    assert "x" * 40 not in repr(told)


def test_an_account_carries_figures_and_licences() -> None:
    settings = AssistantSettings(_env_file=None), UiSettings(_env_file=None)
    account = account_of(Built(model="e5"), holdings_of((), (), LAST_DAY), *settings, LAST_DAY)
    assert account.scores.of("right source")
    assert "fastapi" in {package.name for package in account.packages}
