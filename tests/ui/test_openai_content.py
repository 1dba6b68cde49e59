"""An answer as a message: what stands in it, in which order, and where its markers point."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from assistant.answers import Answer, Event, Notice, Status
from indexer.documents import Role
from tests.ui.answer_parts import LAW, NEWS, answer, exchange, original, passage
from ui.chat_session import Exchange
from ui.openai_content import Written, write
from ui.openai_growing import growing
from ui.schemas import AnswerOut

URGENT = Notice(kind="sensitive", text="Bel eerst 112.")
PLAIN_NOTICE = Notice(kind="no_legal_advice", text="Geen juridisch advies.")


def whole(made: Exchange, **changes: Any) -> Answer:
    """Return the answer of an exchange, changed."""
    assert made.answer
    return replace(made.answer, **changes)


def written(shown: Answer) -> Written:
    return write(AnswerOut.of(shown))


def told(message: Written) -> list[str]:
    """Return what the annotations point at."""
    return [
        message.text[one["url_citation"]["start_index"] : one["url_citation"]["end_index"]]
        for one in message.annotations
    ]


def test_sentences_then_sources_then_contacts_then_notices() -> None:
    message = written(whole(exchange(passage((Role.ANSWER, "U meldt."))), notices=(PLAIN_NOTICE,)))
    assert message.text == (
        "U meldt. [1]\n\n"
        "**Bronnen**\n\n"
        "- [1] Onze samenvatting, op basis van: "
        "[Wet veiligheidstoets](<https://wetten.overheid.nl/BWBR0046747>), wetten.overheid.nl\n\n"
        "**Waar kunt u terecht?**\n\n"
        "- **Bureau Toetsing Investeringen (BTI)**: Ontvangt meldingen. 070-123 45 67, "
        "<https://www.bureautoetsinginvesteringen.nl/>\n\n"
        "Geen juridisch advies."
    )
    assert told(message) == ["[1]"]


def test_who_may_be_in_danger_reads_first_whom_to_call() -> None:
    shown = whole(
        exchange(passage((Role.ANSWER, "U meldt."))),
        sensitive=True,
        notices=(URGENT, PLAIN_NOTICE),
    )
    message = written(shown)
    places = [
        message.text.index(part)
        for part in ("Bel eerst 112.", "**Bel eerst**", "070-123", "U meldt.", "**Bronnen**")
    ]
    assert places == sorted(places)
    assert message.text.count("070-123") == 1
    assert told(message) == ["[1]"], "the markers are counted from the start of the message"


def test_brackets_of_a_source_are_no_markers() -> None:
    message = written(whole(exchange(passage((Role.ANSWER, "Lid [1] en [2] van [7] gelden.")))))
    assert "Lid \\[1\\] en \\[2\\] van \\[7\\] gelden. [1]" in message.text
    assert told(message) == ["[1]"]


def test_citations_of_one_place_share_a_line_and_each_has_a_title_of_its_own() -> None:
    cited = original((Role.ANSWER, "U meldt."), (Role.CONDITION, "Wacht."), (Role.ACTION, "Bel."))
    spans = [replace(span, page=page) for span, page in zip(cited.spans, (3, 3, 9), strict=True)]
    source = replace(LAW, url="https://voorbeeld.nl/rapport.pdf")
    message = written(whole(exchange(replace(cited, spans=tuple(spans)), sources=(source,))))
    lines = re.findall(r"^- (\[.*)$", message.text, re.MULTILINE)
    assert lines[0].startswith("[1][2] Letterlijk uit: [Wet veiligheidstoets]")
    assert lines[0].endswith("wetten.overheid.nl, bladzijde 3")
    assert lines[1].startswith("[3] ")
    assert "(<https://voorbeeld.nl/rapport.pdf#page=9>)" in lines[1]
    titles = [one["url_citation"]["title"] for one in message.annotations]
    assert titles == [
        "1. Wet veiligheidstoets, bladzijde 3",
        "2. Wet veiligheidstoets, bladzijde 3",
        "3. Wet veiligheidstoets, bladzijde 9",
    ]


def test_a_source_without_a_web_address_is_named_and_has_no_annotation() -> None:
    for url in (None, "javascript:alert(1)"):
        shown = exchange(passage((Role.ANSWER, "U meldt.")), sources=(replace(LAW, url=url),))
        message = written(whole(shown))
        assert "- [1] Onze samenvatting, op basis van: Wet veiligheidstoets, " in message.text
        assert message.annotations == ()


def test_a_source_that_only_confirms_is_told() -> None:
    shown = exchange(passage((Role.ANSWER, "U meldt.")), sources=(NEWS,))
    assert "Krant, niet-officiële bron" in written(whole(shown)).text


def test_what_would_break_a_link_is_encoded() -> None:
    odd = replace(LAW, title="Wet [oud] <b>", url="https://voorbeeld.nl/a b>c")
    text = written(whole(exchange(passage((Role.ANSWER, "Ja.")), sources=(odd,)))).text
    assert "[Wet \\[oud\\] \\<b\\>](<https://voorbeeld.nl/a%20b%3Ec>)" in text


def test_a_fixed_reply_is_an_ordinary_message_with_contacts() -> None:
    message = written(answer(status=Status.NO_ANSWER, reply="Geen antwoord in onze bronnen."))
    assert message.text.startswith("Geen antwoord in onze bronnen.\n\n**Waar kunt u terecht?**")
    assert "**Bronnen**" not in message.text
    assert message.annotations == ()


def test_in_english_the_labels_are_english() -> None:
    cited = original((Role.ANSWER, "You must notify."), language="en")
    spans = tuple(replace(span, locator="alinea 4") for span in cited.spans)
    text = written(whole(exchange(replace(cited, spans=spans)), language="en")).text
    assert "**Sources**\n\n- [1] Word for word from: " in text
    assert ", paragraph 4\n" in text
    assert "**Where can you turn?**" in text


def grown(shown: Answer, *first: Event) -> list[str]:
    """Stream an answer; return the pieces of its text."""
    events: list[Event] = [*first]
    for citation, sentence in zip(shown.citations, shown.sentences, strict=True):
        events += [citation, sentence]
    pieces = list(growing([*events, shown], shown.language))
    return [piece for piece in pieces if piece and isinstance(piece, str)]


def test_pieces_of_every_form_of_text_are_together_the_message() -> None:
    rows: tuple[tuple[Role, str], ...] = (
        (Role.ANSWER, "Kort antwoord."),
        (Role.ANSWER, "1. Eerst dit"),
        (Role.ANSWER, "2. Dan dat"),
        (Role.ANSWER, "Een zin met een lijst:\n- a\n- b"),
        (Role.ANSWER, "Tot slot."),
        (Role.CONDITION, "- Let hierop"),
        (Role.CONDITION, "Artikel | lid"),
        (Role.ALSO, "Verder nog.\n1. x"),
        (Role.WHERE, "Bij het loket."),
    )
    shown = whole(exchange(original(*rows)), reply="Over X zeggen onze bronnen niets.")
    pieces = grown(shown)
    assert len(pieces) == len(rows) + 1
    assert "".join(pieces) == written(shown).text


def test_sentences_wait_when_somebody_may_be_in_danger() -> None:
    shown = whole(
        exchange(passage((Role.ANSWER, "U meldt."), (Role.WHERE, "Bel ons."))),
        sensitive=True,
        notices=(URGENT,),
    )
    assert grown(shown, URGENT) == [written(shown).text]


def test_an_answer_that_is_not_what_was_streamed_is_never_glued_to_it() -> None:
    shown = whole(exchange(passage((Role.ANSWER, "U meldt."))))
    other = whole(exchange(passage((Role.ANSWER, "U meldt niet."))), approved_on=date(2026, 1, 1))
    events: list[Event] = [*shown.citations, *shown.sentences, other]
    with pytest.raises(ValueError, match="does not begin"):
        list(growing(events, "nl"))


def test_an_approved_answer_says_so_below_what_was_streamed() -> None:
    shown = whole(exchange(passage((Role.ANSWER, "U meldt."))), approved_on=date(2026, 1, 1))
    text = written(shown).text
    assert text.index("U meldt.") < text.index("Door het loket gecontroleerd op 2026-01-01")
