"""What a newer version of a source says otherwise, and which digest sections rest on it.

A passage of a version is known by its headings and words. One that is gone and one that is new are
the same passage reworded when most of their words agree; all else came or went.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from difflib import SequenceMatcher
from typing import Literal

from indexer.corpus import Corpus
from indexer.library.entry import Entry, Version
from indexer.library.holdings import facts_of
from indexer.library.shelf import Library
from indexer.originals import passages_of_original
from indexer.passages import Passage

_REWORDED = 0.5
"""Share of words in common from which a passage counts as reworded."""

Edit = Literal["same", "removed", "added"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Reworded:
    """A passage before and after."""

    before: Passage
    after: Passage


@dataclass(frozen=True, slots=True, kw_only=True)
class Resting:
    """A section of a digest that rests on a source and was last checked before it changed."""

    document_id: str
    section_id: str
    heading: str
    checked: date


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """What became different between two versions of a source."""

    entry: Entry
    before: Version
    after: Version
    reworded: tuple[Reworded, ...]
    gone: tuple[Passage, ...]
    new: tuple[Passage, ...]
    resting: tuple[Resting, ...]


def changes(
    library: Library, corpus: Corpus, most_words: int, *, since: date | None = None
) -> tuple[Change, ...]:
    """Return what changed between every two versions that follow each other, newest first.

    Args:
        library: where the versions are.
        corpus: whose digests may rest on them.
        most_words: about how many words a passage of an original holds.
        since: leave out what was taken in before this day.

    Raises:
        LibraryDamaged: a version cannot be read.
    """
    found = [
        _change(library, corpus, entry, before, after, most_words)
        for entry in library.entries()
        for before, after in zip(entry.versions, entry.versions[1:], strict=False)
        if since is None or date.fromisoformat(after.taken_in[:10]) >= since
    ]
    return tuple(sorted(found, key=lambda change: change.after.taken_in, reverse=True))


def _change(
    library: Library,
    corpus: Corpus,
    entry: Entry,
    before: Version,
    after: Version,
    most_words: int,
) -> Change:
    old = _passages(library, entry, before, most_words)
    new = _passages(library, entry, after, most_words)
    gone = [passage for name, passage in old.items() if name not in new]
    came = [passage for name, passage in new.items() if name not in old]
    reworded = _paired(gone, came)
    met = {p.id for pair in reworded for p in (pair.before, pair.after)}
    return Change(
        entry=entry,
        before=before,
        after=after,
        reworded=reworded,
        gone=tuple(passage for passage in gone if passage.id not in met),
        new=tuple(passage for passage in came if passage.id not in met),
        resting=tuple(_resting(corpus, entry.id, date.fromisoformat(after.taken_in[:10]))),
    )


def _passages(
    library: Library, entry: Entry, version: Version, most_words: int
) -> dict[str, Passage]:
    facts = facts_of(entry, version, None, is_current=False)
    extract = library.extract_of(entry, version)
    return {passage.id: passage for passage in passages_of_original(extract, facts, most_words)}


def _paired(gone: Sequence[Passage], came: Sequence[Passage]) -> tuple[Reworded, ...]:
    """Pair passages that are most alike first; each is used once."""
    scored = sorted(_alike(gone, came), key=lambda one: (-one[0], *one[1:]))
    found: dict[int, int] = {}
    met: set[int] = set()
    for _, before, after in scored:
        if before not in found and after not in met:
            found[before] = after
            met.add(after)
    return tuple(Reworded(before=gone[b], after=came[a]) for b, a in sorted(found.items()))


def _alike(gone: Sequence[Passage], came: Sequence[Passage]) -> Iterator[tuple[float, int, int]]:
    """Yield how alike two passages are (Dice's coefficient) and their places, where it is enough.

    Counted through who holds a word, not pair by pair: of a thousand passages each there are a
    million pairs.
    """
    import numpy as np

    after = [_words(passage) for passage in came]
    holders: dict[tuple[str, int], list[int]] = {}
    for place, own in enumerate(after):
        for word in own:
            holders.setdefault(word, []).append(place)
    arrays = {word: np.array(places) for word, places in holders.items()}
    sizes = np.array([len(own) for own in after])
    for place, own in enumerate(map(_words, gone)):
        shared = [arrays[word] for word in own if word in arrays]
        if not shared:
            continue
        ratios = 2 * np.bincount(np.concatenate(shared), minlength=len(after)) / (sizes + len(own))
        for other in np.flatnonzero(ratios >= _REWORDED).tolist():
            yield float(ratios[other]), place, other


def _words(passage: Passage) -> list[tuple[str, int]]:
    """Return the words of a passage, each with how often it stood there before."""
    counts: Counter[str] = Counter()
    found: list[tuple[str, int]] = []
    for word in passage.text.split():
        found.append((word, counts[word]))
        counts[word] += 1
    return found


def _resting(corpus: Corpus, source_id: str, changed: date) -> Iterable[Resting]:
    for document in corpus.documents:
        if document.checked >= changed:
            continue
        for section in document.sections:
            if any(source_id in sentence.source_ids for sentence in section.sentences):
                yield Resting(
                    document_id=document.id,
                    section_id=section.id,
                    heading=section.heading,
                    checked=document.checked,
                )


def word_diff(before: str, after: str) -> tuple[tuple[Edit, str], ...]:
    """Return the words of two texts as runs that stayed, went or came (difflib, by words)."""
    old, new = before.split(), after.split()
    runs: list[tuple[Edit, str]] = []
    for tag, a, b, c, d in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if tag == "equal":
            runs.append(("same", " ".join(old[a:b])))
            continue
        if a < b:
            runs.append(("removed", " ".join(old[a:b])))
        if c < d:
            runs.append(("added", " ".join(new[c:d])))
    return tuple(runs)
