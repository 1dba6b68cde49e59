"""How much depends on a question: may doing it wrong break the law, or cost the company much?

Rules over words, in this order; the first that fits decides:

3. The question asks about a duty, a sanction, an export licence, a notification or a deadline, or
   its topic is one of law, or the answer found names a fine, a ban, a duty to notify or a licence.
2. It asks about a takeover, theft, espionage, an insider or an attack, or its topic is one of
   those.
1. Anything else.

The inbox shows doubt first with it; it never decides what somebody may or must do.
"""

from __future__ import annotations

import re

from assistant.desk.nouns import Found

_LAW = frozenset({"exportcontrole-dual-use", "sancties", "sectorale-toetsing", "wet-vifo"})
_LOSS = frozenset(
    {
        "cyber-weerbaarheid",
        "insider-en-personeel",
        "ongewenste-investeringen-en-overnames",
        "risicos-spionage",
        "social-media-benadering",
    }
)
_ASKS_LAW = re.compile(
    r"\b(?:moet(?:en)?|verplich\w*|mag|mogen|verbod\w*|verboden|strafba\w*|boetes?|sanctie\w*|"
    r"\w*vergunning\w*|vergunnig\w*|export\w*|uitvoer\w*|embargo\w*|aanmeld\w*|"
    r"meld(?:en|t|ing\w*|plicht\w*)?|gemeld|termijn\w*|deadline\w*|uiterlijk|te laat|"
    r"must|have to|oblig\w*|may i|may we|allowed|forbidden|illegal|fines?|penalt\w*|sanction\w*|"
    r"licen[cs]\w*|notif\w*|report(?:ing)? (?:duty|obligation)|time limits?|too late)\b",
    re.IGNORECASE,
)
_ASKS_LOSS = re.compile(
    r"\b(?:\w*overname\w*|overnemen|koper\w*|investeerder\w*|aandeel\w*|aandelen|belang in|"
    r"gestolen|\w*diefstal\w*|stelen|steelt|\w*spion\w*|gelekt|lekken|datalek\w*|insider\w*|"
    r"medewerker\w*|hack\w*|ransomware|afgeperst|chantage|"
    r"takeovers?|acquisition\w*|buy(?:er|s)?|investors?|shares|stake|stolen|theft|steal\w*|"
    r"spy|spies|espionage|leak\w*|employees?|blackmail\w*)\b",
    re.IGNORECASE,
)
_FOUND_LAW = re.compile(
    r"\b(?:boetes?|strafba\w*|gevangenis\w*|verboden|meldplicht\w*|vergunningplicht\w*|"
    r"vooraf melden|alleen met een (?:\w+ )?vergunning|"
    r"fines?|criminal|prison|prohibited|duty to notify|must notify|only with a licen[cs]e)\b",
    re.IGNORECASE,
)


def impact_of(question: str, found: Found, *, topic: str = "") -> int:
    """Return 3 when doing it wrong may break the law, 2 when it may cost much, else 1.

    Args:
        question: as it was handed over.
        found: what the assistant found for it.
        topic: of the answer (`found.topic_of`), if there is one.
    """
    if _ASKS_LAW.search(question) or topic in _LAW or _tells_of_law(found):
        return 3
    return 2 if _ASKS_LOSS.search(question) or topic in _LOSS else 1


def _tells_of_law(found: Found) -> bool:
    """True when what answers the question, or limits that, names a fine, a ban or a duty."""
    told = (s.text for s in found.sentences if s.part in ("answer", "condition"))
    return any(_FOUND_LAW.search(text) for text in told)
