"""The operator's commands in processes of their own: stopped anywhere, they go on from there."""

from __future__ import annotations

import json
import signal
import subprocess
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.indexer.fetch.web import Visit, Web, page, serving
from tests.ui.conftest import SMALL_CORPUS, Process
from tests.ui.source_files import OTHER, REPORT, CountingLoket, corpus_of_web, ended, written

REPORT_ID, OTHER_ID = "toezicht-op-havenkranen", "handelscijfers-van-tulpenbollen"


@pytest.fixture
def web() -> Iterator[Web]:
    """A server on 127.0.0.1 without pages."""
    with serving() as running:
        yield running


@pytest.fixture
def command(tmp_path: Path) -> CountingLoket:
    """The command line over a data folder of this test's own, with an index of the digests."""
    command = CountingLoket(tmp_path / "data", SMALL_CORPUS, tmp_path / "heard")
    assert command.run("index").code == 0
    return command


def stopped_when(process: subprocess.Popen[bytes], happens: Callable[[], bool]) -> Process:
    """Press Ctrl-C as soon as something happens."""
    until = time.monotonic() + 60
    while not happens():
        assert process.poll() is None, process.communicate()
        assert time.monotonic() < until
        time.sleep(0.02)
    process.send_signal(signal.SIGINT)
    return ended(process)


def status(command: CountingLoket, source_id: str) -> dict[str, object]:
    """Return what is known of a source."""
    return dict(json.loads(command.run("status", source_id, "--json").out))


def test_a_build_that_is_stopped_keeps_the_source_and_the_old_index(
    command: CountingLoket, tmp_path: Path
) -> None:
    report = written(tmp_path / "in", "kranen.md", REPORT)
    before = (command.data / "index/current").read_text()
    process = command.start("add", str(report), seconds=2)
    done = stopped_when(process, lambda: command.embedded > 0)
    assert done.code == 130, done
    assert "Traceback" not in done.err
    assert (command.data / "index/current").read_text() == before
    assert status(command, REPORT_ID)["index"] == "absent"
    again = command.run("add", str(report))
    assert "Ongewijzigd" in again.out
    assert command.embedded <= 3  # never the digests
    assert (status(command, REPORT_ID)["index"], command.run("index").code) == ("in", 0)
    assert command.embedded == 0


def test_fetching_that_is_stopped_goes_on_where_it_was(command: CountingLoket, web: Web) -> None:
    web.pages["/een"] = page(REPORT.encode(), Content_Type="text/markdown", ETag='"1"')
    web.pages["/twee"] = page(OTHER.encode(), Content_Type="text/markdown")
    assert command.run("add", web.url("/een")).code == 0
    assert command.run("add", web.url("/twee")).code == 0
    newer = REPORT.replace("twaalf maanden", "zes maanden").encode()
    web.pages["/een"] = page(newer, Content_Type="text/markdown")

    def slow(visit: Visit) -> None:
        visit.drip(b"HTTP/1.1 200 OK\r\nContent-Type: text/markdown\r\n\r\n", 5)

    web.pages["/twee"] = slow
    web.hits.clear()
    done = stopped_when(
        command.start("fetch", REPORT_ID, OTHER_ID), lambda: bool(web.asked("/twee"))
    )
    assert done.code == 130, done
    assert "1 nieuwere versie." in done.out
    assert f"`loket fetch {REPORT_ID} {OTHER_ID}` gaat verder" in done.out
    assert status(command, REPORT_ID)["index"] == "behind"
    web.pages["/twee"] = page(OTHER.encode(), Content_Type="text/markdown")
    web.hits.clear()
    again = command.run("fetch", REPORT_ID, OTHER_ID)
    assert (again.code, again.out.count("ongewijzigd")) == (0, 1), again
    assert [hit.path for hit in web.hits if hit.path != "/robots.txt"] == ["/twee", "/een"]
    assert 0 < command.embedded <= 2
    assert status(command, REPORT_ID)["index"] == "in"


def test_the_whole_register_is_fetched(tmp_path: Path, web: Web) -> None:
    corpus = corpus_of_web(tmp_path, web.url("/bron"))
    register = corpus / "sources.toml"
    register.write_text(register.read_text("utf-8").replace("/bron/1", "/bron/0"), "utf-8")
    command = CountingLoket(tmp_path / "data", corpus, tmp_path / "heard")
    assert command.run("index").code == 0
    done = command.run("fetch")
    assert done.code == 2  # there is no page at all
    assert "mislukt" in done.out
    failed = json.loads(command.run("status", "--json").out)["sources"]
    assert len(web.asked("/bron/0")) == 1
    assert all(source["failed"] and source["reason"] for source in failed)
    web.pages["/bron/0"] = page(REPORT.encode(), Content_Type="text/markdown")
    done = command.run("fetch")
    assert done.code == 0
    assert f"1 nieuw, {len(failed) - 1} mislukt." in done.out
    assert command.embedded == 3


def test_a_folder_that_is_being_read_when_it_is_stopped(
    command: CountingLoket, tmp_path: Path
) -> None:
    folder = tmp_path / "in"
    written(folder, "a-kranen.md", REPORT)
    written(folder, "b-tulpen.md", OTHER)
    first = command.data / "library" / REPORT_ID / "entry.json"
    done = stopped_when(command.start("sync", str(folder)), first.exists)
    assert done.code == 130, done
    again = command.run("sync", str(folder))
    assert again.code == 0, again
    assert "1 ongewijzigd" in again.out
    assert command.embedded == 4
    assert status(command, REPORT_ID)["index"] == status(command, OTHER_ID)["index"] == "in"
