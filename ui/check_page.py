"""The form of the check: five questions on one page, which works without JavaScript."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from assistant.answers import Language
from assistant.check.questions import Answers, Check, CheckQuestion, Option
from ui.chat_markup import Html, join, tag
from ui.check_texts import CHECK_TEXTS, CheckTexts
from ui.plain_page import PlainPage, render_plain

CHECK = "/check"
"""Where the check stands."""
STYLE = "check.css"


@dataclass(frozen=True, slots=True, kw_only=True)
class Filled:
    """What somebody filled in so far, and what is wrong with it."""

    answers: Answers = field(default_factory=dict)
    problem: str = ""
    """One sentence or two about the whole; empty when only answers are missing."""
    missing: tuple[CheckQuestion, ...] = ()


def address_of(language: Language) -> str:
    """Return the address of the check in a language."""
    return CHECK if language == "nl" else f"{CHECK}?taal=en"


def other(language: Language) -> Language:
    """Return the language that the page is not in."""
    return "en" if language == "nl" else "nl"


def input_field(**attributes: str | bool | None) -> Html:
    """Make an `input`, which has no end tag."""
    return Html(tag("input", **attributes).removesuffix("</input>"))


def render_form(check: Check, language: Language, filled: Filled) -> str:
    """Render the form, with the answers that were given before."""
    texts = CHECK_TEXTS[language]
    questions = (
        _question(question, (number, len(check.questions)), language, filled)
        for number, question in enumerate(check.questions, start=1)
    )
    body = join(
        _problem(filled, language, texts),
        tag("p", texts.intro, class_="lead"),
        tag("p", texts.ours, " ", texts.private, class_="ours"),
        tag(
            "form",
            tag("p", texts.several, class_="several"),
            *questions,
            tag("button", texts.submit, type="submit", class_="button"),
            method="post",
            action=address_of(language),
            autocomplete="off",
            class_="check",
        ),
    )
    return render_plain(
        PlainPage(
            title=texts.title,
            body=body,
            language=language,
            translation=address_of(other(language)),
            styles=(STYLE,),
        )
    )


def _problem(filled: Filled, language: Language, texts: CheckTexts) -> Html | None:
    """Return what is wrong, above the form, each with a link to where it is put right."""
    if not (filled.problem or filled.missing):
        return None
    links = (
        tag("li", tag("a", asked.text[language], href=f"#{_id(asked, asked.options[0])}"))
        for asked in filled.missing
    )
    return tag(
        "div",
        tag("h2", texts.problem),
        tag("p", filled.problem) if filled.problem else None,
        join(tag("p", texts.missing), tag("ul", *links)) if filled.missing else None,
        class_="problem",
        role="alert",
    )


def _question(
    question: CheckQuestion, place: tuple[int, int], language: Language, filled: Filled
) -> Html:
    texts = CHECK_TEXTS[language]
    number, count = place
    missing = question in filled.missing
    described = {
        f"{question.id}-uitleg": question.hint[language],
        f"{question.id}-fout": texts.missing_one if missing else "",
    }
    notes = {name: text for name, text in described.items() if text}
    return tag(
        "fieldset",
        tag(
            "legend",
            tag("span", texts.number.format(number=number, count=count), class_="count"),
            " ",
            tag("span", question.text[language], class_="asked"),
        ),
        *(
            tag("p", text, id=name, class_="wrong" if name.endswith("-fout") else "hint")
            for name, text in notes.items()
        ),
        *_options(question, language, filled),
        id=f"vraag-{question.id}",
        class_="missing" if missing else None,
        **{"aria-describedby": " ".join(notes) or None},
    )


def _options(question: CheckQuestion, language: Language, filled: Filled) -> Iterator[Html]:
    chosen = filled.answers.get(question.id, frozenset())
    for option in question.options:
        box = input_field(
            type="checkbox",
            name_=question.id,
            value=option.id,
            id=_id(question, option),
            checked=option.id in chosen,
        )
        yield tag("label", box, tag("span", option.label[language]))


def _id(question: CheckQuestion, option: Option) -> str:
    return f"{question.id}-{option.id}"
