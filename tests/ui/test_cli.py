"""The command line in this process, over a small index of hashed words and without a server."""

from __future__ import annotations

import errno
import io
import json
import os
import shutil
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from indexer.embedder import Embedder
from indexer.offline import SILENT
from indexer.settings import IndexSettings
from tests.fakes import HashEmbedder
from tests.ui.conftest import ASKED, Process, open_small
from ui import cli

Run = Callable[..., Process]


@pytest.fixture
def run(
    built: IndexSettings, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> Run:
    """Run the command line over an index of this test's own."""
    import ui.local

    def load(_: IndexSettings) -> Embedder:
        return HashEmbedder()

    monkeypatch.setattr(
        ui.local, "open_assistant", lambda told, more: open_small(told, more, HashEmbedder())
    )
    monkeypatch.setattr(ui.local, "load_embedder", load)
    monkeypatch.setattr("indexer.embedder.load_embedder", load)
    monkeypatch.setenv("LOKET_DATA_DIR", str(built.data_dir))
    monkeypatch.setenv("LOKET_CORPUS_DIR", str(built.corpus_dir))
    monkeypatch.setenv("LOKET_MODEL", built.model)

    def call(*arguments: str) -> Process:
        monkeypatch.setattr(sys, "argv", ["loket", *arguments])
        with pytest.raises(SystemExit) as caught:
            cli.main()
        shown = capsys.readouterr()
        return Process(int(caught.value.code or 0), shown.out, shown.err)

    return call


def one_line(done: Process) -> str:
    """Check that a run ended with one line of complaint and exit code 2; return the line."""
    assert done.code == 2, done
    assert done.out == ""
    assert done.err.startswith("loket: ")
    assert done.err.count("\n") == 1
    assert "Traceback" not in done.err
    return done.err


def test_an_answer_for_people(run: Run) -> None:
    done = run("ask", ASKED)
    assert done.code == 0
    assert done.out.startswith("Beantwoord\n")
    assert "\nLet op\n" in done.out


def test_an_answer_for_programs_has_the_shape_of_rest(run: Run) -> None:
    done = run("ask", ASKED, "--json")
    answer = json.loads(done.out)
    assert done.code == 0
    assert answer["status"] == "answered"
    assert set(answer) > {"text", "sentences", "citations", "contacts", "notices", "timings_ms"}


def test_another_ending_has_another_exit_code(run: Run) -> None:
    assert run("ask", "xylofoon quiche zeppelin").code == 1


def test_the_language_can_be_chosen(run: Run) -> None:
    assert (
        json.loads(run("ask", "small stake", "--language", "en", "--json").out)["language"] == "en"
    )
    assert run("ask", ASKED, "--language", "de").code == 2


def test_bytes_that_are_no_text_are_read_as_best_they_can(run: Run) -> None:
    assert run("ask", f"{ASKED} \udcff\udcfe").code == 0


def test_a_search(run: Run) -> None:
    assert "melden-nl.klein-belang" in run("search", ASKED).out
    found = json.loads(run("search", ASKED, "--json", "--count", "2").out)
    assert len(found["hits"]) == 2


def test_the_register(run: Run) -> None:
    assert "S05" in run("sources").out
    assert "Jaarverslag AIVD" in run("sources", "S04").out
    assert json.loads(run("sources", "S04", "--json").out)["source"]["id"] == "S04"
    assert one_line(run("sources", "S99")) == "loket: Er is geen bron met het kenmerk 'S99'.\n"


def test_an_index_without_changes(run: Run) -> None:
    done = run("index")
    assert done.code == 0
    assert "0 passages erbij, 0 gewijzigd, 0 weg, 8 gebleven." in done.out


def test_an_index_made_anew_says_what_it_does(run: Run) -> None:
    done = run("index", "--rebuild")
    assert "8 passages erbij" in done.out
    for step in ("Corpus lezen", "Passages inbedden", "Vraaghints inbedden"):
        assert step in done.err


def test_the_corpus_is_proven(run: Run, built: IndexSettings) -> None:
    assert run("corpus", "check").code == 0
    path = built.corpus_dir / "documents/wet-vifo/melden.nl.md"
    path.write_text(
        path.read_text("utf-8").replace("Bij 20 en bij 25", "Bij 20 en bij 30"), "utf-8"
    )
    done = run("corpus", "check")
    assert done.code == 2
    assert f"{path}:14: " in done.out
    assert "30" in done.out


@pytest.mark.parametrize("question", ["", "   ", "?", "\u200b"])
def test_a_blank_question(run: Run, question: str) -> None:
    expected = "loket: De vraag is leeg. Typ een vraag in gewone woorden.\n"
    assert one_line(run("ask", question)) == expected
    assert one_line(run("search", question)) == expected


def test_a_hundred_thousand_characters(run: Run) -> None:
    assert "het maximum is 2000" in one_line(run("ask", "a" * 100_000))


def test_no_index(run: Run, built: IndexSettings) -> None:
    shutil.rmtree(built.index_dir)
    for command in (["ask", ASKED], ["search", ASKED], ["sources"], ["sources", "S01"]):
        line = one_line(run(*command))
        assert line == (
            f"loket: Er is nog geen index ({built.index_dir}). "
            "De beheerder maakt hem met `loket index`.\n"
        )


def test_a_damaged_index(run: Run, built: IndexSettings) -> None:
    (built.index_dir / "current").write_text("weg\n")
    assert "loket index --rebuild" in one_line(run("ask", ASKED))


def test_a_document_that_is_not_utf_8(run: Run, built: IndexSettings) -> None:
    before = (built.index_dir / "current").read_text()
    path = built.corpus_dir / "documents/wet-vifo/melden.nl.md"
    path.write_bytes(path.read_bytes() + "coördinatie".encode("latin-1"))
    for command in (["index"], ["corpus", "check"]):
        done = run(*command)
        assert done.code == 2
        last = done.err.splitlines()[-1]  # after the bar of the step that failed
        assert last.startswith(f"loket: Een bestand van het corpus klopt niet: {path}: ")
        assert "UTF-8" in last
    assert (built.index_dir / "current").read_text() == before


def test_a_data_folder_that_cannot_be_written(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "a-file"
    file.write_text("")
    monkeypatch.setenv("LOKET_DATA_DIR", str(file))
    assert "LOKET_DATA_DIR" in one_line(run("serve", "--port", "0"))
    assert str(file) in one_line(run("index"))


def test_a_setting_that_cannot_be(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LOKET_PORT", "veel")
    assert "LOKET_PORT: dit moet een geheel getal zijn" in one_line(run("serve"))


def test_a_host_that_is_not_ours(run: Run) -> None:
    assert "geen adres van deze machine" in one_line(run("serve", "--host", "192.0.2.1"))


def test_a_prepared_model_is_left_alone(run: Run, built: IndexSettings) -> None:
    card = built.models_dir / "serving" / "card.json"
    card.parent.mkdir(parents=True)
    card.write_text("{}")
    done = run("model")
    assert done.code == 0
    assert "staat al klaar" in done.out


def test_the_steps_of_preparing_a_model_are_shown(
    run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(
        "indexer.prepare_model.prepare_model", lambda _, say: say("Gewichten uitpakken")
    )
    done = run("model", "--force")
    assert done.code == 0
    assert "Gewichten uitpakken" in done.err
    assert "Het model staat klaar" in done.out


def test_an_interruption_ends_quietly(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupted(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("ui.local.open_assistant", interrupted)
    assert run("ask", ASKED) == Process(130, "", "")


def test_a_full_disk_is_one_line(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device", "index/current")

    monkeypatch.setattr("ui.local.open_assistant", full)
    assert one_line(run("ask", ASKED)) == "loket: index/current: No space left on device\n"


def test_a_terminal_without_utf_8_is_no_reason_to_stop(
    run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    memory = io.BytesIO()
    screen = io.TextIOWrapper(memory, encoding="ascii")
    monkeypatch.setattr(sys, "stdout", screen)
    assert run("sources", "S05").code == 0
    screen.flush()
    assert b"Verordening twee?rlei gebruik" in memory.getvalue()


def test_nothing_is_sent_home(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in SILENT:
        monkeypatch.delenv(name, raising=False)
    run("sources")
    assert {name: os.environ.get(name) for name in SILENT} == SILENT


def test_without_a_command_the_help_is_shown(run: Run) -> None:
    done = run()
    for command in ("ask", "search", "sources", "serve", "index", "model", "corpus"):
        assert f" {command} " in done.out + done.err


def test_what_rules_cannot_prove_is_read_and_recorded(run: Run, built: IndexSettings) -> None:
    assert run("corpus", "read").out == "0 zinnen te lezen.\n"
    path = built.corpus_dir / "documents/exportcontrole-dual-use/uitvoer.nl.md"
    text = path.read_text("utf-8")
    path.write_text(
        text.replace("kunnen toch een vergunning", "kunnen wel een vergunning"), "utf-8"
    )
    assert run("corpus", "check").code == 2
    shown = run("corpus", "read").out
    assert f"{path}:17 uitvoer-nl.vergunning\n  Goederen buiten de lijst kunnen wel" in shown
    assert "  - Niet-gelijste goederen kunnen toch" in shown
    assert run("corpus", "read", "spionage-nl", "--holds").out == "0 zinnen vastgelegd.\n"
    assert run("corpus", "read", "--holds").code == 2
    assert "1 zinnen vastgelegd." in run("corpus", "read", "uitvoer-nl.vergunning", "--holds").out
    assert run("corpus", "check").code == 0
