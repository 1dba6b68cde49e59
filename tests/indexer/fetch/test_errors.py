from __future__ import annotations

from indexer.errors import SourceRefused
from indexer.fetch.errors import SourceUnreachable


def test_it_is_a_refusal_that_tells_to_try_later() -> None:
    error = SourceUnreachable("http://bron.test/", "De server slaapt.")
    assert isinstance(error, SourceRefused)
    assert str(error) == "http://bron.test/: De server slaapt. Probeer het later opnieuw."
    assert not error.again
    assert error.wait is None
