"""The form of the check."""

from __future__ import annotations

import re
from dataclasses import replace

from assistant.check.reading import load_check
from tests.assistant.check.shelf import ANSWERS, answered
from ui.check_page import Filled, address_of, render_form

CHECK = load_check()


def _checked(html: str) -> set[str]:
    return set(re.findall(r'<input[^>]* id="([^"]+)" checked>', html))


def test_every_question_is_a_group_of_boxes_with_its_own_name() -> None:
    html = render_form(CHECK, "nl", Filled())
    assert html.count("<fieldset") == html.count("<legend") == len(CHECK.questions) == 5
    boxes = re.findall(r'<label><input type="checkbox" name="(\w+)" value="([\w-]+)"', html)
    assert boxes == [(q.id, option.id) for q in CHECK.questions for option in q.options]
    assert "</input>" not in html
    assert not _checked(html)
    assert 'role="alert"' not in html


def test_it_is_sent_in_the_body_to_the_same_language() -> None:
    for language in ("nl", "en"):
        html = render_form(CHECK, language, Filled())
        assert f'method="post" action="{address_of(language)}"' in html
    assert 'href="/check" lang="nl"' in render_form(CHECK, "en", Filled())


def test_what_is_missing_is_said_above_and_at_the_question_itself() -> None:
    filled = Filled(answers=answered(sector="ict"), missing=(CHECK.questions[1],))
    html = render_form(CHECK, "nl", filled)
    assert re.search(r'role="alert".*href="#technologie-chips"', html)
    assert html.count("Kies minstens één antwoord.") == 1
    assert 'aria-describedby="technologie-fout"' in html
    assert _checked(html) == {"sector-ict"}


def test_answers_and_a_problem_are_kept_in_the_form() -> None:
    html = render_form(CHECK, "en", Filled(answers=ANSWERS, problem="Not <now>."))
    assert _checked(html) == {f"{name}-{next(iter(chosen))}" for name, chosen in ANSWERS.items()}
    assert "Not &lt;now&gt;." in html


def test_a_label_stays_text() -> None:
    question = CHECK.questions[0]
    attack = replace(question, text={"nl": "<script>x</script>", "en": ""})
    html = render_form(replace(CHECK, questions=(attack,)), "nl", Filled())
    assert "<script>x" not in html
    assert "&lt;script&gt;x" in html
