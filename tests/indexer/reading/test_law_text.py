from __future__ import annotations

from typing import Any

from indexer.reading.law_text import heading_of, label_and_number, own_text


def _node(text: str) -> Any:
    from lxml import etree

    return etree.fromstring(text)


def test_own_text_leaves_out_lists_notes_and_what_editors_added() -> None:
    node = _node(
        "<al>Een <nadruk>twee</nadruk><redactie>weg</redactie> drie<lijst><li>weg</li></lijst>"
        "<noot>weg</noot> vier</al>"
    )
    assert own_text(node) == "Een twee drie vier"
    assert own_text(None) == ""


def test_names_and_headings() -> None:
    node = _node("<artikel><kop><nr>3a</nr><titel>Doel</titel></kop></artikel>")
    assert (label_and_number(node), heading_of(node)) == ("Artikel 3a", "3a Doel")
    unnumbered = _node('<artikel label="Slotartikel"><al>x</al></artikel>')
    assert (label_and_number(unnumbered), heading_of(unnumbered)) == ("Slotartikel", "")
