"""The words of the block that says where we looked, when nothing answered the question."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from assistant.answers import Language


@dataclass(frozen=True, slots=True, kw_only=True)
class SearchedTexts:
    """The labels of the block."""

    heading: str
    where: str
    where_dated: str
    """With the day on which the index was made."""
    nearest: str
    choose: str
    """Said after `nearest` when there are questions to choose from."""


SEARCHED_TEXTS: Mapping[Language, SearchedTexts] = {
    "nl": SearchedTexts(
        heading="Waar we zochten",
        where="We zochten in onze samenvattingen en in de bronteksten die we hebben.",
        where_dated="We zochten in onze samenvattingen en in de bronteksten die we hebben "
        "(stand {date}).",
        nearest="Deze onderwerpen kwamen het dichtst bij uw vraag, maar geven er geen antwoord op.",
        choose="Kies een vraag om erover te lezen.",
    ),
    "en": SearchedTexts(
        heading="Where we looked",
        where="We searched our summaries and the source texts that we hold.",
        where_dated="We searched our summaries and the source texts that we hold (as of {date}).",
        nearest="These subjects came nearest to your question, but do not answer it.",
        choose="Choose a question to read about one.",
    ),
}
