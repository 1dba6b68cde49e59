"""The page around the conversation as HTML: header, welcome, examples, problems, footer."""

from __future__ import annotations

from collections.abc import Iterable

from ui.chat_markup import Html, tag
from ui.chat_questions import EXAMPLES
from ui.chat_texts import PageTexts


def render_header(texts: PageTexts) -> Html:
    """Render the name and what it is for."""
    return tag(
        "header",
        tag("h1", texts.name),
        tag("p", texts.tagline),
        class_="masthead",
        lang="nl",
    )


def render_welcome(texts: PageTexts) -> Html:
    """Render what stands where the conversation will come."""
    return tag("div", tag("h2", texts.welcome), tag("p", texts.welcome_hint), class_="welcome")


def render_examples(texts: PageTexts) -> Html:
    """Render the example questions by theme, as buttons that ask them."""
    return tag(
        "section",
        tag("h2", texts.examples),
        tag("div", *(_group(title, questions) for title, questions in EXAMPLES), class_="groups"),
        class_="examples",
    )


def _group(title: str, questions: Iterable[str]) -> Html:
    asks = (
        tag("li", tag("button", question, type="button", class_="ask")) for question in questions
    )
    return tag("div", tag("h3", title), tag("ul", *asks, class_="asks"))


def render_hint(texts: PageTexts) -> Html:
    """Render what to know while typing; the keys apart, since a phone has other ones."""
    return tag("p", texts.privacy, " ", tag("span", texts.keys, class_="keys"))


def render_problem(text: str) -> Html:
    """Render what is wrong with a question, or that something went wrong with us."""
    return tag("p", text, class_="problem", role="alert")


def render_footer(texts: PageTexts) -> Html:
    """Render what this is and what it is not."""
    parts = (tag("div", tag("h2", title), tag("p", text)) for title, text in texts.about)
    return tag("footer", *parts, class_="about")
