r"""Text that gives orders to a language model, in a question or hidden in a document.

A table of patterns in verbose form: white space in them means nothing, `\s` is a space.
"""

from __future__ import annotations

import re

_FLAGS = re.IGNORECASE | re.DOTALL | re.VERBOSE

_ORDERS = tuple(
    re.compile(pattern, _FLAGS)
    for pattern in (
        r"""\b(negeer|vergeet|ignore|disregard|forget)\b .{0,40}
        \b(instructies?|regels|opdracht(en)?|instructions?|rules|prompts?|above|hierboven
          |voorgaande)\b""",
        r"\b(systeem|system) [-\s]? (prompt|bericht|message|instructies?)\b",
        r"""\b(toon|geef|herhaal|print|laat|reveal|show|repeat|output)\b .{0,40}
        \b(je|jouw|uw|your|the|the\shidden|verborgen)\b .{0,20}
        \b(instructies?|prompt|configuratie|instructions?)\b""",
        r"\b(je\sbent|jij\sbent|u\sbent|you\sare) \s (nu|vanaf\snu|now|from\snow\son)\b",
        r"""\b(doe\salsof|gedraag\sje\sals|speel\sde\srol|speel\seen\srol|pretend\s(to\sbe|you)
        |role-?play)\b""",
        r"(^|[.!?:;,]\s*)(please\s|now\s|then\s)?act\sas\b",
        r"""\b(rollenspel|in\s(je|jouw|uw)\srol\b|blijf\s.{0,20}\brol\b|stay\sin\scharacter
        |we\sspelen\seen\b|(speel|spelen)\s.{0,30}\b(toneelstuk|personage))\b""",
        r"""\b(jailbreak|developer\smode|ontwikkelaarsmodus|dan[-\s]modus|dan\smode
        |zonder\s(enige\s)?(beperkingen|filters?|restricties)
        |without\s(any\s)?(restrictions|filters?))\b""",
        r"""\b(antwoord|reageer|reply|respond)\b .{0,20} \b(alleen|uitsluitend|only)\b .{0,15}
        \b(met|with)\b""",
        r"""< \s* /? \s* (system|assistant|instructions?) \s* > | \[/?INST\] | <\|im_(start|end)\|>
        | [#]{3} \s* (system|instruction)""",
    )
)


def gives_orders(text: str) -> bool:
    """True when a text gives orders to a model instead of asking or stating something."""
    return any(pattern.search(text) for pattern in _ORDERS)
