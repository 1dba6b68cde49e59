"""Small words that turn a sentence round: denial, duty, possibility. A model must leave them alone.

The verifier knows many ways to say one thing, and weighs meaning. A language model is told to leave
these words as they stand, so what it writes is held to them: no other verb of duty or possibility
than the quote has, and as many words of denial as in the clauses on which the sentence rests.
"""

from __future__ import annotations

import re
from collections import Counter

from assistant.proof.bindings import Sides, TermsOf, share_a_side
from assistant.proof.clauses import in_common

_DENIALS = re.compile(
    r"\b(?:niet|geen|nooit|niemand|niets|nergens|zonder|evenmin|noch|tenzij|behalve|not|no|never|"
    r"none|nobody|nothing|nor|cannot|without|unless|except)\b|n't\b",
    re.IGNORECASE,
)
_MODALS = re.compile(
    r"\b(?:moet|moeten|mag|mogen|kan|kunt|kunnen|hoeft|hoeven|dient|dienen|verplichte?|must|may|can|"
    r"cannot|could|should|needs?|have to|has to|required)\b",
    re.IGNORECASE,
)
_LIMITING = re.compile(
    r"\b(?:alleen|slechts|uitsluitend|pas|enkel|only|solely|zodra|as soon as|op (?:\w+ )?verzoek|"
    r"desgevraagd|(?:on|at|upon) (?:\w+ )?request|hoogstens|minstens|maximaal|minimaal|uiterlijk|"
    r"ten hoogste|ten minste|at least|at most|up to|\w{4,}ste|"
    r"(?:new|lat|old|earli|high|low|larg)est)\b",
    re.IGNORECASE,
)
_IF = re.compile(
    r"\b(?:als (?:u|uw|het|de|een|er|zij|hij)|indien|wanneer|mits|if|provided)\b", re.I
)
_AS_GOOD_AS_IF = re.compile(
    r"\b(?:als|wie|bij|zodra|tenzij|zonder|met|voor|door|na|die|om|when|who|whoever|with|without|"
    r"for|unless|once|by|as|where)\b|, dan\b|\?|:|"
    r"^[A-Z]\w+ (?:u|er|de|het|een|uw|iemand|you|the|an?)\b[^.;]*,",
    re.IGNORECASE,
)
_CONDITIONS = re.compile(
    r"\b(?:als|indien|wanneer|zodra|zolang|mits|tenzij|behalve|pas|alleen|voor zover|if|when|where|"
    r"unless|provided|except|until|as soon as|only)\b",
    re.IGNORECASE,
)
_TURNED = re.compile(r", dan\b|^[A-Z]\w+ (?:u|er|de|het|een|uw|iemand|you)\b[^.;]*,", re.IGNORECASE)
_VERB_FIRST = re.compile(
    r"^(?!Als|Indien|Wanneer|Zodra|Zolang|If|When|Where|Unless|Until)"
    r"[A-Z]\w+ (?:u|er|de|het|een|uw|iemand|you)\b[^.;]*, (?:\w+ )?dan\b"
)
_BREAK = re.compile(r"[,;:(](?=\s|\w)(?!\d)")
_NEAR = 2  # words on each side of a denial
_TOKEN = re.compile(r"[^\W_]+(?:[-'’/.][^\W_]+)*")
_FORMS = {
    "moeten": "moet", "mogen": "mag", "kunt": "kan", "kunnen": "kan", "hoeven": "hoeft",
    "dienen": "dient", "verplichte": "verplicht", "cannot": "can", "could": "can",
    "need": "needs", "has to": "have to",
}  # fmt: skip


def denials_differ(sentence: str, basis: str) -> bool:
    """True when a sentence denies more or less often than the clauses it rests on."""
    return len(_DENIALS.findall(sentence)) != len(_DENIALS.findall(basis))


def moved_denial(sentence: str, quote: str, terms_of: TermsOf) -> bool:
    """True when a word of denial has neither a word before it nor one behind it as in the quote."""
    stated = _beside_denials(quote, terms_of)
    return any(
        any(own) and not any(share_a_side(own, other) for other in stated)
        for own in _beside_denials(sentence, terms_of)
    )


def _beside_denials(text: str, terms_of: TermsOf) -> list[Sides]:
    """Return the terms of the words before and behind each denial, within its clause."""
    found: list[Sides] = []
    for clause in _BREAK.split(text):
        tokens = [t for t in _TOKEN.findall(clause) if _DENIALS.fullmatch(t) or terms_of(t)]
        found += [
            (
                terms_of(" ".join(tokens[max(0, place - _NEAR) : place])),
                terms_of(" ".join(tokens[place + 1 : place + 1 + _NEAR])),
            )
            for place, token in enumerate(tokens)
            if _DENIALS.fullmatch(token)
        ]
    return found


def fewer_limits(sentence: str, basis: str, terms_of: TermsOf) -> str:
    """Return a limiting word that a sentence lost though it kept what the word limits; or ""."""
    own = frozenset().union(*(_weighed(word, terms_of) for word in _TOKEN.findall(sentence)))
    standing: Counter[str] = Counter()
    for found in _LIMITING.finditer(basis):
        clause = _BREAK.split(basis[found.end() :])[0]
        weighed = (_weighed(word, terms_of) for word in _TOKEN.findall(clause))
        if in_common(next(filter(None, weighed), own), own):
            standing[found[0].lower()] += 1
    return min(standing - _limits(sentence), default="")


def _weighed(word: str, terms_of: TermsOf) -> frozenset[str]:
    return frozenset({word}) if word[0].isdigit() else terms_of(word)


def fewer_conditions(sentence: str, basis: str) -> bool:
    """True when a sentence has fewer conditions than the clauses it rests on.

    A clause that was turned round ("Valt u …, dan") counts as one.
    """
    turned = 1 if _TURNED.search(sentence) else 0
    stated = len(_CONDITIONS.findall(basis)) + len(_VERB_FIRST.findall(basis))
    return stated > len(_CONDITIONS.findall(sentence)) + turned


def unfounded_if(sentence: str, quote: str) -> bool:
    """True when a sentence holds under a condition and the quote, by no turn of words, does."""
    return bool(_IF.search(sentence)) and not (_IF.search(quote) or _AS_GOOD_AS_IF.search(quote))


def _limits(text: str) -> Counter[str]:
    return Counter(word.lower() for word in _LIMITING.findall(text))


def added_modal(sentence: str, quote: str) -> str:
    """Return a verb of duty or possibility that the quote has not as often; empty when none."""
    return min(_modals(sentence) - _modals(quote), default="")


def _modals(text: str) -> Counter[str]:
    found = (word.lower() for word in _MODALS.findall(text))
    return Counter(_FORMS.get(word, word) for word in found)
