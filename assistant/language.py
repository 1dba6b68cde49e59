"""Which language is this?"""

from __future__ import annotations

import unicodedata
from functools import cache
from typing import Any, Literal

from indexer.terms import STOP_WORDS, words

Detected = Literal["nl", "en", "other"]

_OTHERS = ("de", "fr", "es", "it", "pt", "pl", "tr", "ru", "zh", "ar", "uk", "ro", "af")
_SURE = 0.9


@cache
def _identifier() -> Any:
    from py3langid.langid import MODEL_FILE, LanguageIdentifier

    identifier = LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
    identifier.set_languages(["nl", "en", *_OTHERS])
    return identifier


def detect_language(text: str) -> Detected:
    """Tell Dutch, English and other languages apart; in doubt it is Dutch.

    Function words decide where there are any, because a classifier errs on short questions full
    of names; py3langid decides the rest, and only when it is sure.
    """
    if _is_foreign_script(text):
        return "other"
    found = words(text)
    counts = {
        language: sum(word in STOP_WORDS[language] for word in found) for language in ("nl", "en")
    }
    language, probability = _identifier().classify(text)
    if language not in ("nl", "en", "af") and probability > _SURE and len(found) > 2:
        strong = max(counts.values())
        if strong * 3 < len(found):
            return "other"
    if counts["nl"] != counts["en"]:
        return "nl" if counts["nl"] > counts["en"] else "en"
    return "en" if language == "en" and probability > _SURE else "nl"


def _is_foreign_script(text: str) -> bool:
    """True when most letters are not Latin, so that no word list and no stemmer knows them."""
    letters = [letter for letter in text if letter.isalpha()]
    latin = sum(unicodedata.name(letter, "").startswith("LATIN") for letter in letters)
    return 2 * latin < len(letters)
