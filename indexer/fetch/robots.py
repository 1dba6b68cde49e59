"""What a website allows robots to fetch, by its robots.txt (RFC 9309, and Crawl-delay).

Python's own `urllib.robotparser` knows no `*` and `$` in paths and lets the first rule win instead
of the longest, so it both fetches what `Disallow: /*.pdf$` forbids and refuses what a longer
`Allow` permits.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from urllib.parse import quote, unquote

LONGEST_DELAY = 30.0
"""Seconds; a website that asks for a longer Crawl-delay gets this."""


@dataclass(frozen=True, slots=True)
class _Rule:
    allow: bool
    path: str

    def matches(self, path: str) -> bool:
        """Match `*` and `$`; each part at its first place, so never slow."""
        pattern, end = (self.path[:-1], True) if self.path.endswith("$") else (self.path, False)
        first, *others = pattern.split("*")
        if not path.startswith(first):
            return False
        if not others:
            return not end or path == first
        place = len(first)
        for part in others[:-1]:
            place = path.find(part, place)
            if place < 0:
                return False
            place += len(part)
        last = others[-1]
        if end:
            return path.endswith(last) and len(path) - len(last) >= place
        return path.find(last, place) >= 0


@dataclass(frozen=True, slots=True)
class Robots:
    """The rules of one website for one robot."""

    rules: tuple[_Rule, ...] = ()
    delay: float = 0.0
    """Seconds that the website wants between two requests."""

    def allows(self, path: str) -> bool:
        """Tell whether the path (with its query) may be fetched: the longest rule decides."""
        asked = _normal(path)
        hits = [rule for rule in self.rules if rule.matches(asked)]
        return max(hits, key=lambda rule: (len(rule.path), rule.allow)).allow if hits else True


EVERYTHING = Robots()
"""The rules of a website that has no robots.txt."""


def parse(text: str, agent: str) -> Robots:
    """Read the rules for this robot, or those for every robot (`*`) if it is not named.

    Args:
        text: The whole robots.txt; lines that cannot be understood are passed over.
        agent: Our name, without version: "Loketwijzer".
    """
    groups = _groups(text)
    own = groups.get(agent.lower(), groups.get("*", []))
    rules = tuple(
        _Rule(field == "allow", _normal(value))
        for field, value in own
        if field in ("allow", "disallow") and value
    )
    delays = [_seconds(value) for field, value in own if field == "crawl-delay"]
    return Robots(rules, max(delays, default=0.0))


def _groups(text: str) -> dict[str, list[tuple[str, str]]]:
    """Return the lines of each robot, by its name in lower case; groups of one name are joined."""
    groups: dict[str, list[tuple[str, str]]] = {}
    current: list[str] = []
    naming = False
    for line in re.split(r"[\r\n]+", text.removeprefix("\ufeff")):
        field, colon, value = (part.strip() for part in line.partition("#")[0].partition(":"))
        field = field.lower()
        if not colon:
            continue
        if field == "user-agent":
            current = current if naming else []
            name = re.split(r"[/\s]", value.lower(), maxsplit=1)[0]
            current.append(name)
            groups.setdefault(name, [])
            naming = True
        elif field in ("allow", "disallow", "crawl-delay"):
            naming = False
            for name in current:
                groups[name].append((field, value))
    return groups


def _normal(path: str) -> str:
    """Write a path one way: /é and /%c3%a9 are the same."""
    return quote(
        unquote(path, errors="surrogateescape"), safe="/*$?=&:;,@!~'()+%", errors="surrogateescape"
    )


def _seconds(value: str) -> float:
    return min(float(value), LONGEST_DELAY) if re.fullmatch(r"\d{1,9}(\.\d*)?", value) else 0.0
