"""Answers and passages as Markdown for a language model."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from assistant.answers import Answer, Hit, Notice, Scores, Status
from indexer.documents import Role
from indexer.passages import Passage
from tests.ui.answer_parts import LAW, NEWS, answer, exchange, original, passage
from ui.corpus_schemas import HitOut, SearchOut
from ui.mcp_text import answer_markdown, hits_markdown
from ui.schemas import AnswerOut

DANGER = Notice(kind="sensitive", text="Bel eerst 112.")
ADVICE = Notice(kind="no_legal_advice", text="Dit is geen juridisch advies.")


def answered(cited: Passage, **changes: object) -> Answer:
    found = exchange(cited, sources=(NEWS, LAW)).answer
    assert found is not None
    return replace(found, **changes)  # type: ignore[arg-type]


def shown(told: Answer) -> str:
    return answer_markdown(AnswerOut.of(told))


def in_order(text: str, *parts: str) -> bool:
    places = [text.find(part) for part in parts]
    return -1 not in places and places == sorted(places)


def test_an_approved_answer_says_so_before_its_text() -> None:
    told = answered(passage((Role.ANSWER, "Meld het.")), approved_on=date(2026, 11, 20))
    assert in_order(shown(told), "Door het loket gecontroleerd op 2026-11-20", "Meld het.")
    english = replace(told, language="en")
    assert "Checked by the desk on 2026-11-20" in shown(english)
    assert "gecontroleerd op" not in shown(replace(told, approved_on=None)).split("Bronnen")[0]


def test_one_line_for_each_place_with_the_numbers_that_rest_on_it() -> None:
    text = shown(answered(passage((Role.ANSWER, "Meld het."), (Role.ANSWER, "Doe het nu."))))
    assert text.count("Onze samenvatting, op basis van:") == 1
    assert (
        "- [1][2] Onze samenvatting, op basis van: Bericht, Krant (L1), ook S1, "
        "<https://wetten.overheid.nl/BWBR0046747>. "
        "Wij controleerden deze samenvatting op 2026-11-21."
    ) in text


def test_a_source_that_is_not_official_is_called_that() -> None:
    found = exchange(passage((Role.ANSWER, "Meld het.")), sources=(NEWS,)).answer
    assert found is not None
    assert "(L1), niet-officiële bron, <" in shown(found)


def test_first_the_answer_then_sources_contacts_further_questions_and_notices() -> None:
    told = answered(passage((Role.ANSWER, "Meld het.")), follow_ups=("En dan?",), notices=(ADVICE,))
    assert in_order(
        shown(told), "Meld het. [1]", "**Bronnen**", "**Contact**\n\n- Bureau", "070-123 45 67",
        "**U kunt ook vragen**\n\n- En dan?", ADVICE.text,
    )  # fmt: skip


def test_in_danger_whom_to_call_stands_above_the_answer() -> None:
    told = answered(passage((Role.ANSWER, "Meld het.")), sensitive=True, notices=(ADVICE, DANGER))
    assert in_order(shown(told), DANGER.text, "**Bel eerst**", "Meld het. [1]", ADVICE.text)


def test_a_fixed_reply_in_danger_stands_above_the_contacts_that_it_speaks_of() -> None:
    told = answer(
        status=Status.NO_ANSWER, reply="Zie hieronder.", sensitive=True, notices=(DANGER,)
    )
    assert in_order(shown(told), DANGER.text, "Zie hieronder.", "**Bel eerst**\n\n- Bureau")


def test_what_is_mark_up_in_a_source_is_text_here() -> None:
    cited = passage((Role.ANSWER, "Meld het."))
    told = answered(cited)
    odd = replace(told.citations[0], source=replace(LAW, title="Wet [1] *nieuw*"))
    assert r"Wet \[1\] \*nieuw\*, wetten" in shown(replace(told, citations=(odd,)))


def found_in(language: str, **changes: object) -> SearchOut:
    """Return a search that found one passage of an original."""
    held = original((Role.ANSWER, "Het *eerste*.\nHet tweede."), **changes)
    spans = tuple(replace(span, page=4) for span in held.spans)
    hit = Hit(passage=replace(held, spans=spans), scores=Scores(keyword=2.0, fused=1.5))
    hits = [HitOut.of(hit)]
    return SearchOut.model_validate({"language": language, "hits": hits, "index_version": "1"})


def test_a_passage_with_what_there_is_to_know_of_it() -> None:
    text = hits_markdown(found_in("en", valid_until=date(2026, 1, 1), quotable=False), {"S1": LAW})
    assert text == (
        "**1. Wet Vifo: Wanneer meldt u?** (`wet-vifo-nl.melden`)\n\n"
        "together 1.500, keywords 2.000; this version applied until 2026-01-01; "
        "can be found, cannot be quoted\n\n"
        "Word for word from:\n\n"
        "- Wet veiligheidstoets, wetten.overheid.nl (S1), "
        "<https://wetten.overheid.nl/BWBR0046747>, page 4\n\n"
        "> Het \\*eerste\\*.\n> Het tweede."
    )


def test_a_source_that_the_register_does_not_know_keeps_its_id() -> None:
    assert "\n- S1, bladzijde 4\n" in hits_markdown(found_in("nl"), {})
