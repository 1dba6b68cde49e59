from __future__ import annotations

import json

import pytest

from indexer.reading.extract import Block, Extract, from_json, to_json

EXTRACT = Extract(
    media_type="application/pdf",
    title="Een titel",
    language="nl",
    pages=3,
    blocks=(
        Block(kind="heading", text="Kop", level=1, page=1),
        Block(kind="paragraph", text="Een zin die doorloopt.", page=1, turns=((8, 2), (14, 3))),
        Block(kind="item", text="een punt", marker="a.", level=1, locator="artikel 3, onder a"),
    ),
    remarks=("Pagina 3 heeft geen tekst.",),
)


def test_an_extract_comes_back_from_json_as_it_was() -> None:
    assert from_json(json.loads(json.dumps(to_json(EXTRACT)))) == EXTRACT


def test_what_is_no_extract_is_refused() -> None:
    values = json.loads(json.dumps(to_json(EXTRACT)))
    with pytest.raises(TypeError):
        from_json({**values, "onbekend": 1})
    values["blocks"][0]["kind"] = "plaatje"
    with pytest.raises(ValueError, match="plaatje"):
        from_json(values)
