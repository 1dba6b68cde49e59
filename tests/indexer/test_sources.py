from __future__ import annotations

from pathlib import Path

import pytest

from indexer.errors import CorpusError
from indexer.sources import AUTHORITY_LADDER, load_sources, read_entries

ENTRY = """
[[source]]
id = "S01"
title = "Een wet"
publisher = "Overheid"
kind = "wettekst"
authority = "wet"
url = "https://wetten.overheid.nl/"
retrieved = "2026-11"
language = "nl"
read = "full"
"""


def written(tmp_path: Path, text: str) -> Path:
    path = tmp_path / "sources.toml"
    path.write_text(text, encoding="utf-8")
    return path


def test_a_source_is_read_whole(tmp_path: Path) -> None:
    source = load_sources(written(tmp_path, ENTRY))["S01"]
    assert (source.title, source.publisher, source.kind) == ("Een wet", "Overheid", "wettekst")
    assert source.url == "https://wetten.overheid.nl/"
    assert (source.where, source.published, source.version, source.note) == (None,) * 4
    assert (source.retrieved, source.language, source.read) == ("2026-11", "nl", "full")


@pytest.mark.parametrize(("read", "official"), [("full", 1), ("part", 1), ("secondary", 0)])
def test_only_a_secondary_source_is_not_official(tmp_path: Path, read: str, official: int) -> None:
    text = ENTRY.replace('"full"', f'"{read}"')
    assert load_sources(written(tmp_path, text))["S01"].official == bool(official)


def test_a_law_ranks_above_policy_and_news_comes_last(tmp_path: Path) -> None:
    ranks = [
        load_sources(written(tmp_path, ENTRY.replace('"wet"', f'"{name}"')))["S01"].rank
        for name in ("wet", "beleid", "handreiking", "dreiging", "nieuws")
    ]
    assert ranks == [0, 1, 2, 3, 4]
    assert len(AUTHORITY_LADDER) == len(ranks)


def test_a_source_without_address_must_say_where_it_is(tmp_path: Path) -> None:
    text = ENTRY.replace('url = "https://wetten.overheid.nl/"', 'where = "in het archief"')
    source = load_sources(written(tmp_path, text))["S01"]
    assert (source.url, source.where) == (None, "in het archief")


@pytest.mark.parametrize(
    ("text", "line", "problem"),
    [
        (ENTRY.replace('title = "Een wet"\n', ""), 2, "source S01: `title` is missing"),
        (ENTRY.replace('"Een wet"', "12"), 2, "source S01: `title` is missing"),
        (ENTRY.replace('id = "S01"\n', ""), 2, "source .: `id` is missing"),
        (ENTRY.replace("url =", "note ="), 2, "source S01: give a `url` or say `where`"),
        (ENTRY.replace('"wettekst"', '"boek"'), 2, "source S01: `kind` is 'boek', not one of"),
        (ENTRY.replace('"wet"', '"paus"'), 2, "source S01: `authority` is 'paus', not one of"),
        (ENTRY.replace('"full"', '"half"'), 2, "source S01: `read` is 'half', not one of"),
        (ENTRY + 'auteur = "ik"\n', 2, "source S01: unknown field 'auteur'"),
        (ENTRY + "published = 2025-01-01\n", 2, "source S01: `published` is not text"),
        (ENTRY + ENTRY, 13, "source S01 is there twice"),
    ],
)
def test_each_fault_names_file_line_and_source(
    tmp_path: Path, text: str, line: int | None, problem: str
) -> None:
    path = written(tmp_path, text)
    with pytest.raises(CorpusError, match=problem) as caught:
        load_sources(path)
    assert (caught.value.path, caught.value.line) == (path, line)


@pytest.mark.parametrize(
    ("content", "line", "problem"),
    [
        (b"[[source]]\ntitle = Een wet\n", 2, "not valid TOML"),
        (b'title = "zonder eind', None, "not valid TOML"),
        ('title = "coördinatie"'.encode("latin-1"), None, "not UTF-8"),
        (b'[source]\ntitle = "Een wet"\n', None, r"begin every entry with a line `\[\[source]]`"),
        (b"source = [3]\n", None, "begin every entry"),
        (None, None, "missing"),
    ],
)
def test_a_file_that_cannot_be_read_is_named(
    tmp_path: Path, content: bytes | None, line: int | None, problem: str
) -> None:
    path = tmp_path / "sources.toml"
    if content is not None:
        path.write_bytes(content)
    with pytest.raises(CorpusError, match=problem) as caught:
        read_entries(path, "source")
    assert (caught.value.path, caught.value.line) == (path, line)


def test_entries_written_another_way_are_read_without_their_lines(tmp_path: Path) -> None:
    path = written(tmp_path, 'entry = [{words = ["a"]}, {words = ["b"]}]\n')
    assert read_entries(path, "entry") == [(None, {"words": ["a"]}), (None, {"words": ["b"]})]


@pytest.mark.parametrize(
    ("line", "problem"),
    [
        ('published = "21-11-2026"', "not a date like"),
        ('published = "2026-13"', "not a date like"),
        ('published = "2026-12-01"', "later than"),
        ('published = "2027"', "later than"),
    ],
)
def test_a_date_that_cannot_be_is_refused(tmp_path: Path, line: str, problem: str) -> None:
    with pytest.raises(CorpusError, match=problem):
        load_sources(written(tmp_path, ENTRY + line))


@pytest.mark.parametrize("published", ["2026", "2026-11", "2026-11-30", "1999-01-31"])
def test_a_date_is_as_precise_as_it_is_known(tmp_path: Path, published: str) -> None:
    text = ENTRY + f'published = "{published}"'
    assert load_sources(written(tmp_path, text))["S01"].published == published
