from __future__ import annotations

from pathlib import Path

import pytest

from indexer.errors import CorpusError
from indexer.lexicon import Entry, load_lexicon


def written(tmp_path: Path, text: str) -> Path:
    path = tmp_path / "lexicon.toml"
    path.write_text(text, encoding="utf-8")
    return path


def test_entries_are_read_in_order(tmp_path: Path) -> None:
    path = written(
        tmp_path,
        '[[entry]]\nwords = ["geheime dienst"]\nterms = ["AIVD", "MIVD"]\n'
        '[[entry]]\nwords = ["drone"]\nterms = ["dual-use"]\n',
    )
    assert load_lexicon(path) == (
        Entry(words=("geheime dienst",), terms=("AIVD", "MIVD")),
        Entry(words=("drone",), terms=("dual-use",)),
    )


@pytest.mark.parametrize("second", ['words = ["a"]', 'terms = ["a"]', 'words = ["a"]\nterms = []'])
def test_an_entry_without_words_or_terms_names_file_and_line(tmp_path: Path, second: str) -> None:
    path = written(tmp_path, f'[[entry]]\nwords = ["x"]\nterms = ["y"]\n\n[[entry]]\n{second}\n')
    with pytest.raises(CorpusError, match="entry 2 lacks `words` or `terms`") as caught:
        load_lexicon(path)
    assert (caught.value.path, caught.value.line) == (path, 5)
