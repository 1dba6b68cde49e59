"""What was found, as the one who asked sees it, and the digest by which a change is seen."""

from __future__ import annotations

from dataclasses import replace
from html import unescape

import pytest

from assistant.answers import Language, Status
from assistant.desk.found import found_of
from tests.ui.answer_parts import BTI
from tests.ui.desk.handover_world import SENTENCE, answered, unanswered
from ui.desk.handover_found import Sighting, render_found
from ui.desk.handover_texts import HANDOVER_TEXTS

_SEEN = Sighting(found=found_of(answered()), topic="wet-vifo", impact=3, sensitive=False)
_NOTHING = replace(_SEEN, found=found_of(unanswered()), contacts=(BTI,))


def test_every_sentence_stands_with_the_passage_it_rests_on() -> None:
    markup = render_found(_SEEN, "nl")
    assert SENTENCE in markup
    assert "Wanneer meldt u?" in markup
    assert HANDOVER_TEXTS["nl"].nothing_missing in markup


def test_what_was_not_found_is_named() -> None:
    texts = HANDOVER_TEXTS["nl"]
    assert texts.all_missing in render_found(_NOTHING, "nl")
    named = replace(_SEEN, found=replace(_SEEN.found, missing="de <boete>"))
    assert "de &lt;boete&gt;" in render_found(named, "nl")


@pytest.mark.parametrize("language", ["nl", "en"])
@pytest.mark.parametrize("status", list(Status))
def test_every_status_has_its_words(language: Language, status: Status) -> None:
    seen = replace(_SEEN, found=replace(_SEEN.found, status=status))
    words = HANDOVER_TEXTS[language].statuses[status]
    assert words in unescape(render_found(seen, language))
    # Whoever may be in danger is not told that the question is beside the point.
    assert words not in render_found(replace(seen, sensitive=True), language)


def test_a_dutch_sentence_on_an_english_page_says_so() -> None:
    assert f'<span lang="nl">{SENTENCE}' in render_found(_SEEN, "en")
    assert 'lang="nl"' not in render_found(_SEEN, "nl")


def test_the_figures_that_go_along_are_shown() -> None:
    markup = render_found(_SEEN, "nl")
    for fact in ("wet-vifo", ">3<", ">90<", _SEEN.found.version):
        assert fact in markup


def test_the_digest_changes_with_what_is_shown_and_only_then() -> None:
    same = replace(_SEEN, found=replace(_SEEN.found, index_version="2", confidence=0.1))
    assert same.digest("nl") == _SEEN.digest("nl")
    assert _NOTHING.digest("nl") != _SEEN.digest("nl")
    gone = replace(_SEEN, found=replace(_SEEN.found, contacts=()))
    assert gone.digest("nl") != _SEEN.digest("nl")
