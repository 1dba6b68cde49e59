"""Both forms of the account know every kind of part."""

from __future__ import annotations

from typing import get_args

from tests.ui.accountability_world import DAY
from ui.accountability_document import render_document
from ui.accountability_page import render_account
from ui.accountability_parts import Bullets, Facts, Links, Paragraph, Part, Section, Table

EACH: dict[type[Part], Part] = {
    Paragraph: Paragraph("een alinea"),
    Bullets: Bullets(("een punt",)),
    Facts: Facts(label="x", rows=(("een naam", "een feit"),)),
    Links: Links(links=(("een link", "https://example.nl"),)),
    Table: Table(label="x", head=("een kop",), rows=(("een cel",),)),
}


def test_every_kind_is_told_on_the_page_and_in_the_document() -> None:
    assert set(EACH) == set(get_args(Part))
    section = Section(id="x", title="een titel", parts=tuple(EACH.values()))
    for told in (render_account([section]), render_document([section], DAY)):
        for words in ("titel", "alinea", "punt", "naam", "feit", "link", "kop", "cel"):
            assert f"een {words}" in told
