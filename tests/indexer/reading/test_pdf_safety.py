"""A PDF with a program or another file in it is refused, wherever the thing is hidden."""

from __future__ import annotations

from pathlib import Path

import pytest

from indexer.errors import SourceRefused
from indexer.reading.limits import Limits
from indexer.reading.pdf import read_pdf
from tests.indexer.reading.raw_pdf import raw_pdf, stream

SCRIPT = b"<< /S /JavaScript /JS (app.alert\\(1\\)) >>"
CASES = {
    "open action": ({"catalog": b"/OpenAction " + SCRIPT}, "JavaScript"),
    "page action": ({"page": b"/AA << /O " + SCRIPT + b" >>"}, "JavaScript"),
    "named scripts": (
        {"catalog": b"/Names << /JavaScript << /Names [(a) 10 0 R] >> >>", "more": {10: SCRIPT}},
        "JavaScript",
    ),
    "escaped name": ({"catalog": b"/OpenAction << /S /J#61vaScript >>"}, "JavaScript"),
    "loose object": ({"more": {10: SCRIPT}}, "JavaScript"),
    "object stream": ({"packed": {10: SCRIPT}}, "JavaScript"),
    "name by reference": (
        {"catalog": b"/OpenAction 10 0 R", "more": {10: b"<< /S 11 0 R >>", 11: b"/Launch"}},
        "ander programma",
    ),
    "launch": ({"page": b"/AA << /O << /S /Launch /F (calc) >> >>"}, "ander programma"),
    "attachment": (
        {"more": {10: stream(b"MZ", b"/Type /EmbeddedFile")}},
        "bestanden ingesloten",
    ),
    "file annotation": (
        {"page": b"/Annots [<< /Type /Annot /Subtype /FileAttachment >>]"},
        "bestanden ingesloten",
    ),
    "embedded files": (
        {"catalog": b"/Names << /EmbeddedFiles << /Names [(a) << /Type /F >>] >> >>"},
        "bestanden ingesloten",
    ),
    "dynamic form": ({"catalog": b"/AcroForm << /XFA (x) >>"}, "formulier"),
}


@pytest.mark.parametrize("case", CASES)
def test_what_may_do_harm_is_refused(tmp_path: Path, case: str) -> None:
    parts, reason = CASES[case]
    path = raw_pdf(tmp_path / "a.pdf", **parts)  # type: ignore[arg-type]
    with pytest.raises(SourceRefused) as refused:
        read_pdf(path, name="a.pdf", limits=Limits())
    assert reason in refused.value.reason
    assert refused.value.advice.endswith(".")


@pytest.mark.parametrize(
    "parts",
    [
        {},
        {"catalog": b"/OpenAction [3 0 R /Fit]"},
        {"page": b"/Annots [<< /Type /Annot /Subtype /Link /A << /S /URI /URI (a) >> >>]"},
        {"packed": {10: b"<< /A (JavaScript) >>"}},
        {"catalog": b"/Names << /EmbeddedFiles null >>"},
        {"catalog": b"/Names 90 0 R"},
    ],
)
def test_what_is_harmless_is_read(tmp_path: Path, parts: dict[str, bytes]) -> None:
    path = raw_pdf(tmp_path / "a.pdf", **parts)  # type: ignore[arg-type]
    extract = read_pdf(path, name="a.pdf", limits=Limits())
    assert [block.text for block in extract.blocks] == ["De vergunning is nodig voordat u levert."]


def test_too_many_pages_are_refused_before_one_is_read(tmp_path: Path) -> None:
    kids = b" ".join([b"<< /Type /Page /MediaBox [0 0 9 9] >>"])
    path = raw_pdf(
        tmp_path / "a.pdf",
        more={
            2: b"<< /Type /Pages /Kids [10 0 R 11 0 R 12 0 R] /Count 1 >>",  # the count lies
            **dict.fromkeys((10, 11, 12), kids),
        },
    )
    seen: list[int] = []
    with pytest.raises(SourceRefused, match="meer dan 2 pagina's"):
        read_pdf(
            path,
            name="a.pdf",
            limits=Limits(pages=2),
            progress=lambda done, _total: seen.append(done),
        )
    assert seen == []


def test_a_document_without_pages_is_refused(tmp_path: Path) -> None:
    path = raw_pdf(tmp_path / "a.pdf", more={2: b"<< /Type /Pages /Kids [] /Count 9 >>", 3: b"[]"})
    with pytest.raises(SourceRefused, match="geen pagina's"):
        read_pdf(path, name="a.pdf", limits=Limits())
