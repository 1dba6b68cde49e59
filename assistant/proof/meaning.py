"""Does a sentence say what its facts say: as strong, with the same denial, about the same thing?

A digest sentence is written anew, so its words differ from those of the facts it rests on, and may
draw on several. What must not differ: an advice may not become a duty, a denial may not appear or
vanish, and the sentence must be about what the facts are about.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence

from assistant.proof.wording import modalities, negations

_LEAST_COVER = 0.3
# Words that deny without "niet": a limit, an exception, an end, a ban.
_DENIES = re.compile(
    r"\b(alleen|slechts|uitsluitend|hoogstens|pas|uitgezonderd|behalve|tenzij|liever|verbod\w*|"
    r"verboden|verbied\w*|vrij|vrijgesteld|vrijwillig|buiten|nietig|ontbre\w*|weiger\w*|uitzonder\w*|"
    r"zo kort|minder|stil|stopt|vervalt|voorbij|onrechtmatig|strafbaar|overtre\w*|blokke\w*|"
    r"vermoedelijk|onzeker|onbekend|only|at most|except|unless|ban\w*|forbid\w*|prohibit\w*|"
    r"exempt\w*|free|outside|void|refus\w*|unlawful|lack\w*|less|stop\w*|un\w+|in\w+plete)\b|\bon\w+",
    re.IGNORECASE,
)


def _denies(text: str) -> bool:
    return negations(text) > 0 or _DENIES.search(text) is not None


def shifts(
    sentence: str, facts: Sequence[str], terms_of: Callable[[str], frozenset[str]]
) -> Iterator[str]:
    """Yield how a sentence departs from the facts it rests on (best first); nothing is well.

    `terms_of` gives the search terms of a text; sentence and facts are in one language.
    """
    own = terms_of(sentence)
    covered = own & frozenset().union(*(terms_of(fact) for fact in facts))
    if own and len(covered) < _LEAST_COVER * len(own):
        yield f"only {len(covered)} of its {len(own)} words are in the evidence"
        return
    said = modalities(sentence)
    stated = frozenset().union(*(modalities(fact) for fact in facts))
    weaker = stated & {"may", "should"}
    if "must" in said and weaker and not stated & {"must", "must_not"}:
        yield "says must where the evidence says may or should"
    if negations(sentence) and not any(_denies(fact) for fact in facts):
        yield "denies what the evidence does not deny"
    nearest = [fact for fact in facts if 2 * len(own & terms_of(fact)) >= len(own)]
    if nearest and not _denies(sentence) and all(negations(fact) for fact in nearest):
        yield "does not deny what the evidence denies"
