"""Is this a text that we have already? MinHash over runs of words, by the library datasketch.

Two signatures agree in about as many places as the share of word runs that the texts have in
common (Broder 1997). With 128 places the estimate is off by less than .09 in nineteen of twenty
cases.
"""

from __future__ import annotations

from collections.abc import Sequence

from indexer.reading.extract import Extract
from indexer.terms import words

_PLACES = 128
_RUN = 4  # words
SAME = 0.95
"""From this likeness on two documents are the same text."""
ALIKE = 0.75
"""From this likeness on one document is another version of the other.

Two short letters on one form with other contents have .64 in common, a letter with other figures
more than .9.
"""


def signature(extract: Extract) -> tuple[int, ...]:
    """Return the MinHash of what a document says, whatever its format."""
    from datasketch import MinHash

    found = words(" ".join(block.text for block in extract.blocks))
    runs = {" ".join(found[n : n + _RUN]) for n in range(max(1, len(found) - _RUN + 1))}
    sketch = MinHash(num_perm=_PLACES, scheme="affine32")  # kept: it must not change
    sketch.update_batch([run.encode() for run in sorted(runs)])
    return tuple(int(value) for value in sketch.hashvalues)


def likeness(one: Sequence[int], other: Sequence[int]) -> float:
    """Return about how much of their text two documents have in common, 0..1."""
    return sum(a == b for a, b in zip(one, other, strict=True)) / len(one)
