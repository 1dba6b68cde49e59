"""The operator's commands in this process, over a small index of hashed words."""

from __future__ import annotations

import json
import shutil
import sys
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from indexer.embedder import Embedder
from indexer.library.shelf import Library
from indexer.settings import IndexSettings
from tests.fakes import HashEmbedder
from tests.indexer.fetch.web import Web, page, serving
from tests.ui.conftest import Process
from tests.ui.source_files import GERMAN, OTHER, REPORT, REPORT_LATER, WITH_ORDER, written
from ui import cli

Run = Callable[..., Process]
HEADING = "toezicht-op-havenkranen"


@pytest.fixture
def embedder() -> HashEmbedder:
    """The model of this test; it tells what it embedded."""
    return HashEmbedder()


@pytest.fixture
def run(
    built: IndexSettings,
    embedder: HashEmbedder,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> Run:
    """Run the command line over an index of this test's own; nobody sits at the terminal."""

    def load(_: IndexSettings) -> Embedder:
        return embedder

    monkeypatch.setattr("ui.source_index.load_embedder", load)
    monkeypatch.setenv("LOKET_DATA_DIR", str(built.data_dir))
    monkeypatch.setenv("LOKET_CORPUS_DIR", str(built.corpus_dir))
    monkeypatch.setenv("LOKET_MODEL", built.model)
    monkeypatch.setenv("LOKET_FETCH_PRIVATE", "true")
    monkeypatch.setenv("COLUMNS", "80")

    def call(*arguments: str | Path) -> Process:
        monkeypatch.setattr(sys, "argv", ["loket", *map(str, arguments)])
        with pytest.raises(SystemExit) as caught:
            cli.main()
        shown = capsys.readouterr()
        return Process(int(caught.value.code or 0), shown.out, shown.err)

    return call


@pytest.fixture
def web() -> Iterator[Web]:
    """A server on 127.0.0.1 without pages."""
    with serving() as running:
        yield running


@pytest.fixture
def report(tmp_path: Path) -> Path:
    """A report that can be added."""
    return written(tmp_path / "in", "kranen.md", REPORT)


def joined(text: str) -> str:
    """Return what was shown without the ends of its lines."""
    return " ".join(text.split())


def entries(settings: IndexSettings) -> list[str]:
    """Return the ids in the library."""
    return [entry.id for entry in Library(settings.library_dir).entries()]


def refused(done: Process) -> str:
    """Check that a run ended with one line of complaint and exit code 2; return the line."""
    assert done.code == 2, done
    assert done.out == ""
    last = done.err.splitlines()[-1]
    assert last.startswith("loket: ")
    assert "Traceback" not in done.err
    return last


# loket add


def test_a_file_is_added_and_can_be_found(
    run: Run, report: Path, built: IndexSettings, embedder: HashEmbedder
) -> None:
    done = run("add", report, "--publisher", "ILT")
    assert done.code == 0
    shown = joined(done.out)
    assert f"Nieuwe bron: “Toezicht op havenkranen” ({HEADING})." in shown
    assert "woorden." in shown
    assert "In de index: 3 passages, te lezen door iedereen." in shown
    assert "uitgever" not in shown
    assert entries(built) == [HEADING]
    assert len(embedder.embedded) == 3


def test_an_unknown_publisher_is_said_with_the_option(run: Run, report: Path) -> None:
    shown = run("add", report).out
    assert "De uitgever is onbekend." in shown
    assert f"loket add {report} --publisher" in shown
    again = run("add", report, "--publisher", "ILT").out
    assert "Wat u erover opgaf, is bijgewerkt." in again
    assert "onbekend" not in again
    assert "ILT" in run("status", HEADING).out


def test_the_same_file_again_costs_nothing(run: Run, report: Path, embedder: HashEmbedder) -> None:
    run("add", report)
    embedder.embedded.clear()
    done = run("add", report)
    assert done.code == 0
    assert "Ongewijzigd" in done.out
    assert embedder.embedded == []


def test_the_same_text_from_elsewhere_is_there_already(
    run: Run, report: Path, built: IndexSettings, tmp_path: Path
) -> None:
    run("add", report)
    copy = written(tmp_path / "elders", "kopie.md", REPORT)
    shown = joined(run("add", copy).out)
    assert "Deze tekst staat er al, als “Toezicht op havenkranen”" in shown
    assert "--apart" in shown
    assert entries(built) == [HEADING]
    copy.write_text(REPORT.replace("elke toegang", "iedere toegang"), "utf-8")
    shown = joined(run("add", copy).out)
    assert "op enkele woorden na" in shown or "Nieuwere versie" in shown
    assert "Nieuwe bron" in run("add", copy, "--apart").out
    assert entries(built) == [HEADING, f"{HEADING}-2"]


def test_a_newer_version_tells_how_alike_it_is(
    run: Run, report: Path, embedder: HashEmbedder
) -> None:
    run("add", report)
    embedder.embedded.clear()
    report.write_text(REPORT_LATER, "utf-8")
    shown = joined(run("add", report).out)
    assert f"Nieuwere versie van “Toezicht op havenkranen” ({HEADING})." in shown
    assert "% gelijk" in shown
    assert 0 < len(embedder.embedded) <= 3  # what changed, what is new, and what was before


def test_an_order_to_a_model_is_counted(run: Run, tmp_path: Path) -> None:
    path = written(tmp_path, "tulpen.md", WITH_ORDER)
    assert "1 passage bevat een zin die leest als een opdracht" in joined(run("add", path).out)


def test_what_is_for_staff_is_said_to_be(run: Run, report: Path) -> None:
    shown = run("add", report, "--label", "internal").out
    assert "te lezen door alleen medewerkers" in joined(shown)


def test_an_original_of_the_register(run: Run, report: Path, built: IndexSettings) -> None:
    done = run("add", report, "--source", "S04")
    assert "Jaarverslag AIVD" in done.out
    assert "uitgever" not in done.out
    assert entries(built) == ["S04"]
    line = refused(run("add", report, "--source", "S99"))
    assert "S99" in line


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["weg.pdf"], "dit bestand is er niet"),
        (["."], "`loket sync .`"),
        (["KRANEN", "--kind", "boek"], "wettekst"),
        (["KRANEN", "--published", "gisteren"], "2026-11-22"),
        (["KRANEN", "--topic", "tulpen"], "wet-vifo"),
        (["KRANEN", "--label", "geheim"], "internal"),
    ],
)
def test_what_is_refused_leaves_nothing_behind(
    run: Run, report: Path, built: IndexSettings, arguments: list[str], told: str
) -> None:
    named = [str(report) if word == "KRANEN" else word for word in arguments]
    assert told in refused(run("add", *named))
    assert entries(built) == []


def test_another_language_is_refused(run: Run, tmp_path: Path, built: IndexSettings) -> None:
    line = refused(run("add", written(tmp_path, "hafen.txt", GERMAN)))
    assert "niet in het Nederlands of Engels" in line
    assert entries(built) == []


def test_an_address_is_added_and_then_unchanged(run: Run, web: Web, built: IndexSettings) -> None:
    body = f"<html lang=nl><title>Kranen</title><main><p>{OTHER}</p></main></html>".encode()
    web.pages["/kranen"] = page(body, Content_Type="text/html", ETag='"1"')
    done = run("add", web.url("/kranen"), "--title", "Kranen")
    assert done.code == 0, done
    assert "Nieuwe bron: “Kranen” (kranen)." in done.out
    web.pages["/kranen"] = page(b"", status=304)
    assert "Ongewijzigd" in run("add", web.url("/kranen")).out
    assert web.asked("/kranen")[-1].headers["if-none-match"] == '"1"'
    assert web.url("/weg") in refused(run("add", web.url("/weg")))
    assert entries(built) == ["kranen"]


# loket fetch


def with_two_pages(run: Run, web: Web) -> None:
    """Put two addresses in the library."""
    for name, text in (("/een", REPORT), ("/twee", OTHER)):
        web.pages[name] = page(text.encode(), Content_Type="text/markdown")
        assert run("add", web.url(name)).code == 0


def test_fetch_tells_what_changed_and_builds_once(
    run: Run, web: Web, embedder: HashEmbedder
) -> None:
    with_two_pages(run, web)
    embedder.embedded.clear()
    done = run("fetch", HEADING, "handelscijfers-van-tulpenbollen")
    assert (done.code, embedder.embedded) == (0, [])
    assert "2 ongewijzigd." in done.out
    web.pages["/een"] = page(REPORT_LATER.encode(), Content_Type="text/markdown")
    web.pages["/twee"] = page(b"", status=404)
    done = run("fetch", HEADING, "handelscijfers-van-tulpenbollen")
    assert done.code == 0
    assert "nieuwer   “Toezicht op havenkranen”" in done.out
    assert f"mislukt   {web.url('/twee')}: " in done.out
    assert "1 nieuwere versie, 1 mislukt." in done.out
    assert embedder.embedded
    known = json.loads(run("status", "handelscijfers-van-tulpenbollen", "--json").out)
    assert (known["failed"], known["index"]) == (True, "in")
    assert known["reason"] in joined(run("status").out)


def test_fetch_that_fails_altogether(run: Run, web: Web) -> None:
    with_two_pages(run, web)
    web.pages.clear()
    assert run("fetch", HEADING).code == 2


def test_fetch_of_an_unknown_source(run: Run) -> None:
    assert refused(run("fetch", "S99")).startswith("loket: S99: deze bron is er niet")


# loket sync


def test_a_folder_is_followed(
    run: Run, tmp_path: Path, built: IndexSettings, embedder: HashEmbedder
) -> None:
    folder = tmp_path / "in"
    report = written(folder, "kranen.md", REPORT)
    other = written(folder, "tulpen.md", OTHER)
    written(folder, "hafen.txt", GERMAN)
    done = run("sync", folder, "--publisher", "ILT")
    assert done.code == 0
    assert "2 nieuw, 1 mislukt." in done.out
    assert "hafen.txt: deze tekst is niet in het Nederlands of Engels." in done.out
    embedder.embedded.clear()
    other.unlink()
    report.write_text(REPORT_LATER, "utf-8")
    done = run("sync", folder)
    assert "weg       " in done.out
    assert "nieuwer   " in done.out
    assert len(embedder.embedded) <= 3
    assert "handelscijfers-van-tulpenbollen" not in entries(built)
    assert "1 ongewijzigd" in run("sync", folder).out


def test_a_folder_that_is_suddenly_empty_is_not_followed_blindly(
    run: Run, tmp_path: Path, built: IndexSettings, report: Path
) -> None:
    run("sync", report.parent)
    report.unlink()
    assert "--yes" in refused(run("sync", report.parent))
    assert entries(built) == [HEADING]
    assert run("sync", report.parent, "--yes").code == 0
    assert entries(built) == []
    assert "deze map is er niet" in refused(run("sync", tmp_path / "nergens"))


# loket remove


def test_a_source_is_removed(run: Run, report: Path, built: IndexSettings) -> None:
    run("add", report)
    assert "--yes" in refused(run("remove", HEADING))
    done = run("remove", HEADING, "--yes")
    assert done.code == 0
    assert "Verwijderd: “Toezicht op havenkranen”" in done.out
    assert "3 passages weg." in done.out
    assert entries(built) == []
    assert "`loket status`" in refused(run("remove", HEADING, "--yes"))


def test_a_source_that_cannot_be_read_can_be_removed(
    run: Run, report: Path, built: IndexSettings
) -> None:
    run("add", report)
    (built.library_dir / HEADING / "entry.json").write_text("{", "utf-8")
    assert "beschadigd" in refused(run("status"))
    assert run("remove", HEADING, "--yes").code == 0
    assert "Er zijn nog geen eigen bronnen." in run("status").out


# loket status


def test_status_of_nothing(run: Run, built: IndexSettings) -> None:
    shown = run("status").out
    assert "Samenvattingen  8 passages" in shown
    assert "Er zijn nog geen eigen bronnen." in shown
    shutil.rmtree(built.data_dir)
    done = run("status")
    assert done.code == 0
    assert "Er is nog geen index." in done.out
    assert not built.data_dir.exists()


def test_status_of_sources(run: Run, report: Path, embedder: HashEmbedder) -> None:
    run("add", report, "--publisher", "ILT", "--published", "2025-02")
    embedder.embedded.clear()
    shown = run("status").out
    assert HEADING in shown
    assert "in de index" in shown
    assert "1 versie, 3 passages" in shown
    assert all(len(line) <= 80 for line in shown.splitlines())
    known = json.loads(run("status", "--json").out)
    assert known["index"]["digest_passages"] == 8
    assert known["index"]["up_to_date"]
    assert known["sources"][0]["index"] == "in"
    assert embedder.embedded == []


def test_status_of_one_source(run: Run, report: Path) -> None:
    run("add", report, "--publisher", "ILT", "--published", "2025-02")
    shown = run("status", HEADING).out
    for told in ("ILT", "2025-02", "kranen.md", "Nederlands", "Geldende versie"):
        assert told in shown
    known = json.loads(run("status", HEADING, "--json").out)
    assert known["origin"] == str(report)
    assert [version["published"] for version in known["versions"]] == ["2025-02"]
    assert "`loket status`" in refused(run("status", "onbekend"))


def test_status_tells_what_the_index_does_not_hold_yet(
    run: Run, report: Path, built: IndexSettings
) -> None:
    run("add", report)
    library = Library(built.library_dir)
    entry = library.entries()[0]
    library.save(replace(entry, topic="wet-vifo"))
    assert json.loads(run("status", HEADING, "--json").out)["index"] == "behind"
    assert "De index loopt achter. Werk hem bij met `loket index`." in run("status").out
    shutil.rmtree(built.index_dir)
    assert "nog niet in de index" in run("status").out


# loket changes


def test_nothing_changed(run: Run, report: Path) -> None:
    run("add", report)
    assert run("changes").out == "Er is niets veranderd.\n"
    assert json.loads(run("changes", "--json").out) == {"changes": []}


def test_changes_of_words_between_marks(run: Run, report: Path) -> None:
    run("add", report)
    report.write_text(REPORT_LATER, "utf-8")
    run("add", report)
    shown = joined(run("changes").out)
    assert "Passages: 1 gewijzigd, 1 nieuw." in shown
    assert "[-twaalf-] {+zes+} maanden" in shown
    assert "Nieuw: Vervolg" in shown
    assert "Geen samenvatting van ons rust op deze bron." in shown
    assert "niets veranderd" in run("changes", "--since", "2099-01-01").out
    assert "--since" in refused(run("changes", "--since", "gisteren"))
    assert "`loket status`" in refused(run("changes", "onbekend"))


def test_changes_name_the_digests_that_rest_on_the_source(
    run: Run, report: Path, built: IndexSettings
) -> None:
    run("add", report, "--source", "S01")
    report.write_text(REPORT_LATER, "utf-8")
    run("add", report, "--source", "S01")
    known = json.loads(run("changes", "S01", "--json").out)["changes"]
    again = {section["section"]: section for section in known[0]["look_again"]}
    assert again["melden-nl.klein-belang"]["file"].endswith("documents/wet-vifo/melden.nl.md")
    shown = run("changes", "S01").out
    assert "melden-nl.klein-belang" in shown
    assert joined(str(built.corpus_dir)) in shown.replace("\n  ", "")


# loket ask --on


def test_the_day_of_a_question_is_sent_only_when_it_is_given(
    run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    sent: list[dict[str, object]] = []

    def answer(_path: str, request: dict[str, object]) -> dict[str, object]:
        sent.append(request)
        return {"status": "blocked"}

    monkeypatch.setattr(cli, "_from_server", answer)
    run("ask", "Wat gold toen?", "--json", "--on", "2025-06-01")
    run("ask", "Wat geldt nu?", "--json")
    assert [request.get("on", "not given") for request in sent] == ["2025-06-01", "not given"]
    assert "--on: 'toen' is geen datum" in refused(run("ask", "Wat gold toen?", "--on", "toen"))


def test_a_change_of_a_heading_only(run: Run, report: Path) -> None:
    run("add", report)
    report.write_text(REPORT.replace("## Aanleiding", "## Waarom dit onderzoek"), "utf-8")
    run("add", report)
    shown = joined(run("changes").out)
    assert "[-Aanleiding-] {+Waarom dit onderzoek+}" in shown
    assert "De tekst zelf is gelijk gebleven" in shown
