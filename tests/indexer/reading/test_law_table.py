from __future__ import annotations

from typing import Any

from indexer.reading.law_table import table_texts


def _table(body: str) -> Any:
    from lxml import etree

    return etree.fromstring(
        '<table><title>Termijnen</title><tgroup cols="2"><colspec colname="c1"/>'
        '<colspec colname="c2"/><thead><row><entry colname="c1">Fase</entry>'
        f'<entry colname="c2">Duur</entry></row></thead><tbody>{body}</tbody></tgroup></table>'
    )


def test_rows_get_the_heads_of_their_columns() -> None:
    table = _table(
        '<row><entry namest="c1" nameend="c2">Deel A</entry></row>'
        '<row><entry colname="c1"><al>Toets</al></entry><entry colname="c2">8 weken</entry></row>'
        '<row><entry colname="c2">6 maanden</entry></row>'
    )
    assert table_texts(table) == [
        "Termijnen",
        "Deel A",
        "Fase: Toets | Duur: 8 weken",
        "Duur: 6 maanden",
    ]
