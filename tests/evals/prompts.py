"""A prompt as the assistant makes it, for tests of models that write by rule."""

from __future__ import annotations

from assistant.chat.prompts import question_prompt
from evals.restated import Restated
from evals.scripts import Asked, read_prompt
from tests.evals.passages import passage_of

QUOTES = (
    "De koper moet een belang van 10 procent binnen 8 weken melden bij BTI als hij groot is.",
    "Een melding bij BTI kost niets, tenzij de koper haar te laat doet.",
    "In de melding staan de koper, de prijs en de datum.",
    "De minister mag een verboden deal ongedaan maken.",
)
OTHERS = (
    "Voor de uitvoer van drones buiten de EU is een vergunning van de CDIU nodig.",
    "De CDIU beslist meestal binnen acht weken, en zij mag dat niet twee keer verlengen.",
    "De CDIU geeft de vergunning pas af nadat zij over de klant advies van de AIVD heeft gekregen.",
    "Bewaar de papieren van elke zending minstens zeven jaar.",
    "Weiger een order als de klant niet zegt waarvoor het product is.",
)
QUESTION = "Moet de koper zijn belang melden?"
SYSTEM = "Schrijf elke zin op een eigen regel.\nZeg niets over de bronnen zelf."
RESTATED = (
    Restated(
        passage="doc-nl.a",
        language="nl",
        quotes=QUOTES[:1],
        restated="Is de koper groot, dan moet hij een belang van 10 procent binnen 8 weken bij BTI "
        "melden.",
    ),
    Restated(
        passage="doc-nl.a",
        language="nl",
        quotes=QUOTES[1:3],
        restated="Een melding kost niets, tenzij de koper haar te laat doet; de koper, de prijs en "
        "de datum staan erin.",
    ),
)


def asked(question: str = QUESTION) -> Asked:
    """Return what a model reads of two passages and a question."""
    passages = [passage_of(QUOTES, name="a"), passage_of(OTHERS, name="b")]
    return read_prompt(SYSTEM, question_prompt(question, passages, "nl"))
