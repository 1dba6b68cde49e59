from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from indexer.errors import SourceRefused
from indexer.reading import confined
from indexer.reading.confined import read_confined
from indexer.reading.limits import MEGABYTE, Limits
from indexer.reading.read import read_document
from tests.indexer.reading.law_files import LAW
from tests.indexer.reading.web_pages import GOVERNMENT
from tests.indexer.reading.word_documents import make_word, policy

_TEXT = "Reisbeleid – één\n\nNeem een lege laptop mee op reis.\n"


def _write(tmp_path: Path, text: str) -> Path:
    path = tmp_path / "bestand"
    path.write_text(text, encoding="utf-8")
    return path


@pytest.mark.parametrize(
    ("text", "name"), [(_TEXT, "a.txt"), (_TEXT, "a.md"), (GOVERNMENT, "a.html"), (LAW, "a.xml")]
)
def test_a_confined_process_reads_the_same(tmp_path: Path, text: str, name: str) -> None:
    path = _write(tmp_path, text)
    assert read_confined(path, name=name, limits=Limits()) == read_document(
        path, name=name, limits=Limits()
    )


def test_a_word_document_can_be_read_within_the_limits(tmp_path: Path) -> None:
    path = make_word(tmp_path / "a.docx", policy)
    assert len(read_confined(path, name="a.docx", limits=Limits()).blocks) == 9


def test_a_relative_path_and_the_declared_type_reach_the_process(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    _write(tmp_path, "# Kop\n\nTekst.")
    # A module of that name in the current folder must never be imported.
    (tmp_path / "json.py").write_text("raise RuntimeError", encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    extract = read_confined(
        Path("bestand"), name="a", limits=Limits(), declared="text/markdown; charset=utf-8"
    )
    assert extract.media_type == "text/markdown"


def test_a_refusal_keeps_its_reason_and_advice(tmp_path: Path) -> None:
    with pytest.raises(SourceRefused, match="leeg") as refused:
        read_confined(_write(tmp_path, ""), name="a.txt", limits=Limits())
    assert refused.value.name == "a.txt"
    assert refused.value.advice


def test_a_file_that_is_not_there_is_refused(tmp_path: Path) -> None:
    with pytest.raises(SourceRefused, match="mislukt"):
        read_confined(tmp_path / "niets", name="a.txt", limits=Limits())


# What a process in the place of ours does; the parent must cope with each.
def _pretend(monkeypatch: pytest.MonkeyPatch, tmp_path: Path, script: str) -> None:
    folder = tmp_path / "schijn" / "indexer" / "reading"
    folder.mkdir(parents=True)
    for package in (folder, folder.parent):
        (package / "__init__.py").write_text("", encoding="utf-8")
    (folder / "__main__.py").write_text(script, encoding="utf-8")
    monkeypatch.setattr(confined, "_PACKAGES", tmp_path / "schijn")


def test_progress_arrives_before_the_answer(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    refused = '{"refused": {"reason": "Nee.", "advice": "Doe dit."}}'
    script = "print('{\"progress\": [1, 3]}')\nprint('{\"progress\": [2, 3]}')\n"
    _pretend(monkeypatch, tmp_path, f"{script}print('{refused}')")
    heard: list[tuple[int, int]] = []
    with pytest.raises(SourceRefused, match=r"Nee\. Doe dit\."):
        read_confined(
            _write(tmp_path, _TEXT),
            name="a.txt",
            limits=Limits(),
            progress=lambda *steps: heard.append(steps),
        )
    assert heard == [(1, 3), (2, 3)]


@pytest.mark.parametrize(
    ("script", "reason"),
    [
        ("import os, signal; os.kill(os.getpid(), signal.SIGKILL)", "geheugen"),
        ("import os, signal; os.kill(os.getpid(), signal.SIGXCPU)", "langer dan"),
        ("import os, signal; os.kill(os.getpid(), signal.SIGSEGV)", "mislukt"),
        ("raise MemoryError", "geheugen"),
        ("raise ValueError('raar')", r"mislukt \(ValueError: raar\)"),
        ("print('{\"extract\": {}}')", "geen bruikbare tekst"),
        ("print('{\"extract\": ')", "mislukt"),
        ("print('onzin')", "mislukt"),
        ("", "mislukt"),
        ("import sys; sys.stderr.write('x' * 300_000)", "mislukt"),
    ],
)
def test_a_process_that_dies_or_talks_nonsense_is_a_refusal(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, script: str, reason: str
) -> None:
    _pretend(monkeypatch, tmp_path, script)
    with pytest.raises(SourceRefused, match=reason) as refused:
        read_confined(_write(tmp_path, _TEXT), name="a.txt", limits=Limits())
    assert refused.value.advice


def test_a_process_that_hangs_is_ended_in_time(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    _pretend(monkeypatch, tmp_path, "import time; time.sleep(60)")
    begin = time.monotonic()
    with pytest.raises(SourceRefused, match="langer dan 1 seconden"):
        read_confined(_write(tmp_path, _TEXT), name="a.txt", limits=Limits(seconds=1))
    assert time.monotonic() - begin < 10


def test_whatever_stops_the_reading_ends_the_process(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    where = tmp_path / "pid"
    script = f"import os, time; open({str(where)!r}, 'w').write(str(os.getpid()))\n"
    _pretend(
        monkeypatch,
        tmp_path,
        script + "print('{\"progress\": [1, 2]}', flush=True); time.sleep(60)",
    )

    def stop(_done: int, _total: int) -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        read_confined(_write(tmp_path, _TEXT), name="a.txt", limits=Limits(), progress=stop)
    with pytest.raises(ProcessLookupError):
        os.kill(int(where.read_text()), signal.SIGCONT)


@pytest.mark.skipif(sys.platform == "win32", reason="limits need the module resource")
def test_the_process_limits_its_memory_and_cannot_reach_out(tmp_path: Path) -> None:
    script = """
import resource, socket, subprocess, sys
from indexer.reading.__main__ import limit, shut_off
from indexer.reading.limits import Limits
limit(Limits(memory_bytes=256 * 1024 * 1024, seconds=5))
shut_off()
assert resource.getrlimit(resource.RLIMIT_CPU)[0] == 5
assert resource.getrlimit(resource.RLIMIT_CORE)[0] == 0
def refused(act, *kinds):
    try:
        act()
    except kinds:
        return True
    return False
assert refused(lambda: bytearray(512 * 1024 * 1024), MemoryError)
assert refused(lambda: socket.create_connection(("127.0.0.1", 9)), PermissionError)
assert refused(lambda: subprocess.run(["true"]), PermissionError)
assert refused(lambda: open(sys.argv[1], "wb").write(b"x" * 2 * 1024 * 1024), OSError)
print("dicht")
"""
    done = subprocess.run(
        [sys.executable, "-c", script, str(tmp_path / "groot")],
        capture_output=True,
        text=True,
        env={"PYTHONPATH": str(confined._PACKAGES)},
        timeout=60,
        check=False,
    )
    assert done.stdout.strip() == "dicht", done.stderr


@pytest.mark.skipif(sys.platform == "win32", reason="limits need the module resource")
def test_a_document_that_needs_too_much_memory_is_refused(tmp_path: Path) -> None:
    path = _write(tmp_path, "Een zin van niets. " * 2_000_000)
    with pytest.raises(SourceRefused, match="geheugen"):
        read_confined(path, name="a.txt", limits=Limits(memory_bytes=128 * MEGABYTE))
