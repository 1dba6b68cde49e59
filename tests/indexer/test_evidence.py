from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from indexer.errors import CorpusError
from indexer.evidence import load_evidence, read_lines, split_ids


def test_a_fact_knows_its_words_sources_topic_and_line(tmp_path: Path) -> None:
    (tmp_path / "bti.md").write_text(
        "# bti\n\n## Eerste lijst\n\n- BTI toetst. [S01][L2]\ngeen feit\n", encoding="utf-8"
    )
    (fact,) = load_evidence(tmp_path)
    assert fact.text == "BTI toetst."
    assert fact.source_ids == ("S01", "L2")
    assert (fact.topic, fact.line, fact.path) == ("bti", 5, tmp_path / "bti.md")


def test_files_are_read_in_the_order_of_their_names(tmp_path: Path) -> None:
    for name in ("b", "a"):
        (tmp_path / f"{name}.md").write_text(f"- Feit {name}. [S1]\n", encoding="utf-8")
    assert [fact.topic for fact in load_evidence(tmp_path)] == ["a", "b"]


def test_a_fact_without_source_is_an_error_that_names_file_and_line(tmp_path: Path) -> None:
    path = tmp_path / "bti.md"
    path.write_text("# bti\n\n- BTI toetst.\n", encoding="utf-8")
    with pytest.raises(CorpusError, match="names no source") as caught:
        load_evidence(tmp_path)
    assert (caught.value.path, caught.value.line) == (path, 3)
    assert str(caught.value).startswith(f"{path}:3: ")


def test_a_file_that_is_not_utf8_is_an_error_that_names_it(tmp_path: Path) -> None:
    path = tmp_path / "bti.md"
    path.write_bytes("- Coördinatie. [S1]\n".encode("latin-1"))
    with pytest.raises(CorpusError, match="not UTF-8") as caught:
        read_lines(path)
    assert caught.value.path == path


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Een zin. [S1]", ("Een zin.", ("S1",))),
        ("Een zin [S1] [L22].", ("Een zin", ("S1", "L22"))),
        ("Een zin [S1] midden in de tekst.", ("Een zin [S1] midden in de tekst.", ())),
        ("  Zonder bron. ", ("Zonder bron.", ())),
        ("Kleine letter telt niet. [s1]", ("Kleine letter telt niet. [s1]", ())),
    ],
)
def test_source_ids_are_split_off_at_the_end_only(
    text: str, expected: tuple[str, tuple[str, ...]]
) -> None:
    assert split_ids(text) == expected


@given(
    words=st.text("abc ,.é", min_size=1).map(str.strip).filter(bool),
    ids=st.lists(st.from_regex(r"\A[SL][0-9]{1,3}\Z"), min_size=1, max_size=4),
)
def test_split_ids_gives_back_what_was_joined(words: str, ids: list[str]) -> None:
    joined = words + " " + "".join(f"[{name}]" for name in ids)
    assert split_ids(joined) == (words, tuple(ids))
