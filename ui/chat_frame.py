"""The page around the conversation as HTML: header, welcome, examples, problems, footer."""

from __future__ import annotations

from collections.abc import Iterable

from assistant.answers import Language
from ui.chat_markup import Html, tag
from ui.chat_questions import EXAMPLES
from ui.page_texts import PageTexts


def render_header(texts: PageTexts) -> Html:
    """Render the name and what it is for."""
    return tag(
        "header",
        tag("h1", texts.name),
        tag("p", texts.tagline),
        class_="masthead",
        lang=texts.language,
    )


def render_welcome(texts: PageTexts) -> Html:
    """Render what stands where the conversation will come."""
    return tag(
        "div",
        tag("h2", texts.welcome),
        tag("p", texts.welcome_hint),
        class_="welcome",
        lang=texts.language,
    )


def render_examples(texts: PageTexts) -> Html:
    """Render the example questions by theme, as buttons that ask them, and the way to the check."""
    groups = EXAMPLES[texts.language]
    return tag(
        "section",
        tag("h2", texts.examples),
        tag("div", *(_group(title, questions) for title, questions in groups), class_="groups"),
        tag(
            "p",
            texts.check_hint,
            " ",
            tag("a", texts.check, href=check_page(texts.language), class_="same-tab"),
        ),
        class_="examples",
        lang=texts.language,
    )


def _group(title: str, questions: Iterable[str]) -> Html:
    asks = (
        tag("li", tag("button", question, type="button", class_="ask")) for question in questions
    )
    return tag("div", tag("h3", title), tag("ul", *asks, class_="asks"))


def render_hint(texts: PageTexts) -> Html:
    """Render what to know while typing; the keys apart, since a phone has other ones."""
    return tag("p", texts.privacy, " ", tag("span", texts.keys, class_="keys"), lang=texts.language)


def render_problem(text: str) -> Html:
    """Render what is wrong with a question, or that something went wrong with us."""
    return tag("p", text, class_="problem", role="alert")


def render_footer(texts: PageTexts, *, desk: bool = False) -> Html:
    """Render what this is and what it is not, and where to read more.

    Args:
        texts: the words, in the language of the interface.
        desk: whether there is a desk; whoever put a question to it finds there how far it is.
    """
    parts = (tag("div", tag("h2", title), tag("p", text)) for title, text in texts.about)
    more = [_more(texts.account, "/verantwoording")]
    if desk:
        more.append(_more(texts.status, _status_page(texts.language)))
    return tag("footer", *parts, *more, class_="about", lang=texts.language)


def _more(text: str, address: str) -> Html:
    return tag("p", tag("a", text, href=address, class_="same-tab"), class_="more")


def _status_page(language: Language) -> str:
    return "/voorleggen/status" if language == "nl" else f"/voorleggen/status?taal={language}"


def check_page(language: Language) -> str:
    """Return where the guided check stands, in a language."""
    return "/check" if language == "nl" else f"/check?taal={language}"
