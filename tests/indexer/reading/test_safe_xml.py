from __future__ import annotations

from pathlib import Path

import pytest

from indexer.errors import SourceRefused
from indexer.reading.safe_xml import parse_xml


def test_plain_xml_is_parsed_without_comments() -> None:
    root = parse_xml(
        b"<?xml version='1.0'?><!DOCTYPE a SYSTEM 'a.dtd'><a><!-- x --><b>c</b></a>", name="a"
    )
    assert [child.tag for child in root] == ["b"]


def _laughs() -> str:
    lines = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 10))
    return f'<!DOCTYPE a [<!ENTITY l0 "ha">{lines}]><a>&l9;</a>'


def _evil(tmp_path: Path) -> list[bytes]:
    secret = tmp_path / "geheim.txt"
    secret.write_text("geheim")
    quadratic = f'<!DOCTYPE a [<!ENTITY b "{"x" * 100_000}">]><a>{"&b;" * 10_000}</a>'
    outside = f'<!DOCTYPE a [<!ENTITY b SYSTEM "{secret.as_uri()}">]><a>&b;</a>'
    parameter = '<!DOCTYPE a [<!ENTITY % b SYSTEM "http://192.0.2.1/x"> %b;]><a/>'
    texts = [_laughs(), quadratic, outside, parameter]
    return [
        *(text.encode() for text in texts),
        ("<?xml version='1.0' encoding='UTF-16'?>" + outside).encode("utf-16"),
        b"<?xml version='1.0' encoding='UTF-7'?>+ADw-a/+AD4-",
        b"<a>&onbekend;",
        b"<a>" * 100_000,
    ]


@pytest.mark.parametrize("number", range(8))
@pytest.mark.timeout(10)
def test_xml_that_would_grow_or_reach_out_is_refused(tmp_path: Path, number: int) -> None:
    with pytest.raises(SourceRefused):
        parse_xml(_evil(tmp_path)[number], name="a")
