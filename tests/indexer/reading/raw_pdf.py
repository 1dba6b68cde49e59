"""PDFs written byte by byte, for what no proper program would make."""

from __future__ import annotations

import zlib
from collections.abc import Mapping
from pathlib import Path

TEXT = b"BT /F1 12 Tf 72 700 Td (De vergunning is nodig voordat u levert.) Tj ET"
FONT = b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>"

NAMELESS_FONT = (
    b"<< /Type /Font /Subtype /Type0 /BaseFont /Odd /Encoding /Identity-H /DescendantFonts "
    b"[<< /Type /Font /Subtype /CIDFontType2 /BaseFont /Odd /DW 500 /CIDSystemInfo "
    b"<< /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> /FontDescriptor "
    b"<< /Type /FontDescriptor /FontName /Odd /Flags 4 /FontBBox [0 0 1000 1000] >> >>] >>"
)
"""A font that does not tell which letters its characters are."""


def stream(data: bytes, extra: bytes = b"") -> bytes:
    return b"<< /Length %d %s >>\nstream\n%s\nendstream" % (len(data), extra, data)


def object_stream(objects: Mapping[int, bytes]) -> bytes:
    """Pack objects the way PDF 1.5 does."""
    heads, body = b"", b""
    for number, value in objects.items():
        heads += b"%d %d " % (number, len(body))
        body += value + b" "
    packed = zlib.compress(heads + body)
    extra = b"/Type /ObjStm /N %d /First %d /Filter /FlateDecode" % (len(objects), len(heads))
    return stream(packed, extra)


def raw_pdf(
    path: Path,
    *,
    catalog: bytes = b"",
    page: bytes = b"",
    text: bytes = TEXT,
    more: Mapping[int, bytes] | None = None,
    packed: Mapping[int, bytes] | None = None,
) -> Path:
    """Write a PDF of one page.

    Args:
        path: where.
        catalog: further entries of the catalog.
        page: further entries of the page.
        text: what the page paints.
        more: further objects, from number 10.
        packed: further objects that stand in an object stream.
    """
    objects = {
        1: b"<< /Type /Catalog /Pages 2 0 R %s >>" % catalog,
        2: b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        3: b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R "
        b"/Resources << /Font << /F1 5 0 R >> >> %s >>" % page,
        4: stream(text),
        5: FONT,
        **(more or {}),
    }
    if packed:
        objects[50] = object_stream(packed)
    out, places = b"%PDF-1.7\n", {}
    for number, value in objects.items():
        places[number] = len(out)
        out += b"%d 0 obj\n%s\nendobj\n" % (number, value)
    size = 100
    rows = b""
    for number in range(size):
        if number in places:
            rows += b"\x01" + places[number].to_bytes(4, "big") + b"\x00"
        elif packed and number in packed:
            rows += b"\x02" + (50).to_bytes(4, "big") + bytes([list(packed).index(number)])
        elif number == size - 1:
            rows += b"\x01" + len(out).to_bytes(4, "big") + b"\x00"
        else:
            rows += b"\x00" * 6
    extra = b"/Type /XRef /Size %d /W [1 4 1] /Root 1 0 R" % size
    start = len(out)
    out += b"%d 0 obj\n%s\nendobj\n" % (size - 1, stream(rows, extra))
    path.write_bytes(out + b"startxref\n%d\n%%%%EOF\n" % start)
    return path
