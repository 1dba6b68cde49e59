"""`docs/verantwoording.md` is what the code says today, and names no machine."""

from __future__ import annotations

import json
import re
from datetime import date
from pathlib import Path

import pytest

from assistant.pipeline import Assistant
from indexer.corpus import load_corpus
from indexer.index import Index
from indexer.settings import PROJECT, IndexSettings
from tests.ui.accountability_world import DAY, account
from ui import accountability_document as document
from ui import eval_scores, third_party
from ui.accountability import holdings_of
from ui.accountability_parts import Facts, Links, Section, Table
from ui.accountability_sections import PER_SERVER, sections_of
from ui.accountability_words import in_words
from ui.chat_texts import ANSWER_TEXTS

WRITTEN = (PROJECT / "docs" / "verantwoording.md").read_text(encoding="utf-8")
_STATE = re.compile(r"stand van (\d+) (\w+) (\d{4})\.")


def written_on() -> date:
    """Return the day on which the document was written."""
    found = _STATE.search(WRITTEN)
    assert found
    return date(int(found[3]), ANSWER_TEXTS["nl"].months.index(found[2]) + 1, int(found[1]))


def test_it_is_what_the_code_says_today() -> None:
    """Red after a change of texts, corpus, figures or packages: run `make accountability`."""
    day = written_on()
    corpus = load_corpus(PROJECT / "corpus")
    today = document.render_document(sections_of(document.account_as_shipped(corpus, day)), day)
    for line, now in zip(WRITTEN.splitlines(), today.splitlines(), strict=False):
        assert line == now
    assert today == WRITTEN


def test_it_names_no_machine_and_leaves_open_what_differs() -> None:
    assert str(PROJECT) not in WRITTEN
    assert not re.search(r"(?<![\w.])/(home|root|work|tmp|Users)/", WRITTEN)
    assert not re.search(r"\b\d{8}T\d{12}-", WRITTEN), "the version of an index"
    assert WRITTEN.count(PER_SERVER) == 2


def test_a_server_on_the_same_corpus_counts_the_same(
    real_assistant: Assistant, real_settings: IndexSettings
) -> None:
    index: Index = real_assistant.index
    shipped = document.account_as_shipped(load_corpus(real_settings.corpus_dir), DAY)
    digests = [passage for passage in index.passages if passage.basis == "digest"]
    known = load_corpus(real_settings.corpus_dir).sources
    sources = [source for source in index.sources.values() if source.id in known]
    assert holdings_of(digests, sources, DAY) == shipped.holdings
    assert index.manifest.model == shipped.setup.embedding_model


def test_settings_of_this_machine_do_not_reach_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LOKET_CHAT_MODEL", "openai:geheim")
    monkeypatch.setenv("LOKET_ANSWERS_PER_MINUTE", "7")
    setup = document.account_as_shipped(load_corpus(PROJECT / "tests/corpus_small"), DAY).setup
    assert (setup.chat_model, setup.answers_per_minute) == ("", 30)


def test_a_bar_does_not_break_a_table() -> None:
    parts = (
        Facts(label="x", rows=(("a|b", "c"),)),
        Table(label="x", head=("d",), rows=(("e|f",),)),
        Links(links=(("g", "/h"), ("i", "https://example.nl"))),
    )
    text = document.render_document([Section(id="x", title="x", parts=parts)], DAY)
    assert "| a\\|b | c |" in text
    assert "| d |\n| --- |\n| e\\|f |" in text
    assert "g: `/h`\n[i](https://example.nl)" in text


def test_it_says_of_which_day_it_is() -> None:
    text = document.render_document(sections_of(account()), DAY)
    assert f"stand van {in_words(DAY)}." in text


def test_one_command_writes_it_and_the_data_it_rests_on(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    targets = [tmp_path / name for name in ("account.md", "scores.json", "names.json")]
    monkeypatch.setattr(document, "PROJECT", tmp_path)
    monkeypatch.setattr(document, "TARGET", targets[0])
    carried = [eval_scores.FILE.read_text("utf-8"), third_party.FILE.read_text("utf-8")]
    monkeypatch.setattr(eval_scores, "FILE", targets[1])
    monkeypatch.setattr(third_party, "FILE", targets[2])
    assert document.main() == 0
    assert "account.md is geschreven" in capsys.readouterr().out
    assert [target.read_text("utf-8") for target in targets[1:]] == carried
    assert targets[0].read_text("utf-8").startswith("# ")
    assert json.loads(carried[1])
