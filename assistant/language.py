"""Which language is this?"""

from __future__ import annotations

import unicodedata
from functools import cache
from typing import Any, Literal

from indexer.terms import STOP_WORDS, words

Detected = Literal["nl", "en", "other"]

_OTHERS = ("de", "fr", "es", "it", "pt", "pl", "tr", "ru", "zh", "ar", "uk", "ro", "af")
_SURE = 0.9
_TOO_FEW = 2  # words that any language could share


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
    voted: Detected = "nl" if counts["nl"] > counts["en"] else "en"
    tied = counts["nl"] == counts["en"]
    if not tied and max(counts.values()) * 3 >= len(found):
        return voted  # and the classifier, which takes half a second to load, is not needed
    language, probability = _identifier().classify(text)
    if language not in ("nl", "en", "af") and probability > _SURE and len(found) > _TOO_FEW:
        return "other"
    if not tied:
        return voted
    return "en" if language == "en" and probability > _SURE else "nl"


def _is_foreign_script(text: str) -> bool:
    """True when most letters are not Latin, so that no word list and no stemmer knows them."""
    letters = [letter for letter in text if letter.isalpha()]
    latin = sum(unicodedata.name(letter, "").startswith("LATIN") for letter in letters)
    return 2 * latin < len(letters)
