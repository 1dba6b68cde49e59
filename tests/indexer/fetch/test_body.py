from __future__ import annotations

import gzip
import hashlib
import io
import zlib
from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from indexer.errors import SourceRefused
from indexer.fetch.body import save, too_large, unpacked
from indexer.fetch.errors import SourceUnreachable


def cut(data: bytes, length: int) -> list[bytes]:
    return [data[start : start + length] for start in range(0, len(data), length)]


def gunzip(data: bytes, length: int = 100) -> bytes:
    return b"".join(unpacked(cut(data, length), "gzip", name="x"))


@given(st.lists(st.binary(max_size=300), min_size=1, max_size=3), st.integers(1, 50))
def test_gzip_comes_back_whole_however_it_is_cut_and_in_several_members(
    parts: list[bytes], length: int
) -> None:
    assert gunzip(b"".join(map(gzip.compress, parts)), length) == b"".join(parts)


@given(st.binary(min_size=1, max_size=300), st.data())
def test_gzip_that_stops_half_way_is_never_taken_for_whole(
    content: bytes, data: st.DataObject
) -> None:
    packed = gzip.compress(content)
    end = data.draw(st.integers(0, len(packed) - 1))
    with pytest.raises(SourceUnreachable) as found:
        gunzip(packed[:end])
    assert found.value.again


def test_large_repetitive_content_is_unpacked_to_its_last_byte() -> None:
    content = b"a" * 3_000_001
    assert gunzip(gzip.compress(content), 10_000) == content


def test_damaged_gzip_is_an_error() -> None:
    with pytest.raises(SourceUnreachable, match="beschadigd"):
        gunzip(b"dit is geen gzip")
    with pytest.raises(SourceUnreachable, match="beschadigd"):
        gunzip(gzip.compress(b"a") + b"rommel")


def test_a_gzip_bomb_costs_no_more_than_the_limit() -> None:
    packer = zlib.compressobj(9, wbits=31)
    bomb = b"".join(packer.compress(bytes(1024 * 1024)) for _ in range(50)) + packer.flush()
    seen = 0

    def counted(pieces: Iterator[bytes]) -> Iterator[bytes]:
        nonlocal seen
        for piece in pieces:
            seen += len(piece)
            yield piece

    sink = io.BytesIO()
    with pytest.raises(SourceRefused, match="1 MB"):
        save(counted(unpacked([bomb], "gzip", name="x")), sink, most=1024 * 1024, name="x")
    assert len(sink.getvalue()) <= 1024 * 1024
    assert seen < 1.2 * 1024 * 1024


@pytest.mark.parametrize("packing", ["br", "zstd", "deflate", "gzip, gzip", "compress"])
def test_other_packings_are_refused_and_not_passed_on(packing: str) -> None:
    with pytest.raises(SourceRefused, match="verpakt"):
        unpacked([b"a"], packing, name="x")


@pytest.mark.parametrize("packing", ["", "identity", " Identity "])
def test_what_is_not_packed_is_passed_on(packing: str) -> None:
    assert list(unpacked([b"a", b"b"], packing, name="x")) == [b"a", b"b"]


def test_what_is_saved_is_counted_and_has_its_digest() -> None:
    sink = io.BytesIO()
    assert save([b"ab", b"c"], sink, most=3, name="x") == (3, hashlib.sha256(b"abc").hexdigest())
    assert sink.getvalue() == b"abc"
    with pytest.raises(SourceRefused, match="groter dan 2 bytes"):
        save([b"ab", b"c"], io.BytesIO(), most=2, name="x")


def test_the_limit_is_told_in_megabytes_when_it_is_large() -> None:
    assert "groter dan 50 MB" in str(too_large("x", 50 * 1024 * 1024))
