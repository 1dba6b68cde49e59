"""Sentences beside a quote that is not theirs: a swapped citation, another topic, an invention."""

from __future__ import annotations

import random
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import yaml

INVENTED = Path(__file__).parent / "invented.yaml"
_NEAREST = 12
# Above this share of words in common, two sentences may well say the same: no mutation.
_MAY_SAY_THE_SAME = 0.5


@dataclass(frozen=True, slots=True, kw_only=True)
class Origin:
    """A true sentence: to the letter what a passage says."""

    quote: str
    passage: str
    section: str
    topic: str
    language: str


@cache
def _content(sentence: str) -> frozenset[str]:
    """Return what tells sentences apart: the beginnings of the longer words, and numbers."""
    return frozenset(word[:6] for word in re.findall(r"[a-zà-ÿ]{4,}|\d+", sentence.lower()))


def _alike(one: str, other: str) -> float:
    first, second = _content(one), _content(other)
    return len(first & second) / max(1, min(len(first), len(second)))


def other_sentences(
    origins: Sequence[Origin], *, seed: int = 7
) -> Iterator[tuple[str, str, Origin]]:
    """Yield (kind, sentence, the origin it wrongly cites).

    The citation of the same topic is the hardest one left: the nearest sentence of another section
    below the line at which both may say the same.
    """
    chance = random.Random(seed)  # noqa: S311  # no secret
    for origin in origins:
        peers = [o for o in origins if o.language == origin.language]
        near = [
            (alike, other)
            for other in peers
            if other.topic == origin.topic and other.section != origin.section
            if (alike := _alike(origin.quote, other.quote)) < _MAY_SAY_THE_SAME
        ]
        if near:
            yield "citation", origin.quote, max(near, key=lambda pair: pair[0])[1]
        far = [other for other in peers if other.topic != origin.topic]
        if far:
            other = chance.choice(far)
            if _alike(origin.quote, other.quote) < _MAY_SAY_THE_SAME:
                yield "topic", origin.quote, other


def load_invented(path: Path = INVENTED) -> dict[str, list[str]]:
    """Return the invented sentences by language; each is plausible and stands in no source."""
    found: dict[str, list[str]] = yaml.safe_load(path.read_text(encoding="utf-8"))
    return found


def invented(origins: Sequence[Origin]) -> Iterator[tuple[str, str, Origin]]:
    """Yield each invented sentence beside the quotes that come nearest to it."""
    for language, sentences in load_invented().items():
        peers = [origin for origin in origins if origin.language == language]
        for sentence in sentences:
            nearest = sorted(peers, key=lambda origin: -_alike(sentence, origin.quote))
            for origin in nearest[:_NEAREST]:
                yield "invented", sentence, origin
