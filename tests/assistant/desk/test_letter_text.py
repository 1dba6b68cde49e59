"""Markdown and HTML show exactly the letter's words, with numbers and the sources below."""

from __future__ import annotations

import re
from html.parser import HTMLParser

from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from assistant.desk.letter import letter_of
from assistant.desk.letter_text import to_html, to_markdown
from assistant.desk.markup import clean
from tests.assistant.desk.letter_parts import SOURCES, make_case, make_letter, make_sentence

NASTY = '<b>vet</b> & "aan" [x](javascript:alert(1)) *ster* `code` # kop 😀 \x00\x07\ud800 1. \\ |'


class Shown(HTMLParser):
    """What a reader sees of a page, and the elements it is made of."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.text = ""
        self.hidden = 0
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        del attrs
        self.tags.append(tag)
        self.hidden += tag in ("style", "title")

    def handle_endtag(self, tag: str) -> None:
        self.hidden -= tag in ("style", "title")

    def handle_data(self, data: str) -> None:
        if not self.hidden:
            self.text += data


def words(text: str) -> str:
    return " ".join(clean(text).split())


def test_markdown_numbers_each_source_once_and_lists_them_at_the_end() -> None:
    text = to_markdown(letter_of(make_case(), SOURCES))
    assert "U moet een investering melden voordat u tekent. [1][2]" in text
    assert "Dat geldt voor vitale aanbieders. [1]" in text
    assert "- Meld de investering bij het bureau. [3]" in text
    listed = text.split("## Bronnen\n\n")[1].strip().split("\n")
    assert [line.split(".")[0] for line in listed] == ["1", "2", "3"]
    assert listed[0].endswith("<https://wetten.overheid.nl/BWBR0046747/>")
    assert "Hoogachtend," in text
    assert "afgewezen" not in text


def test_html_numbers_each_source_once_and_each_number_leads_to_its_source() -> None:
    page = to_html(letter_of(make_case(), SOURCES))
    led = re.findall(r'href="#(bron-\d)"', page)
    assert led == ["bron-1", "bron-2", "bron-1", "bron-2", "bron-3", "bron-2"]
    assert re.findall(r'<li id="(bron-\d)"', page) == ["bron-1", "bron-2", "bron-3"]
    assert '<html lang="nl">' in page
    assert "afgewezen" not in page


def test_html_needs_nothing_from_elsewhere_and_runs_nothing() -> None:
    shown = Shown(to_html(make_letter(make_sentence(1, NASTY), salutation=NASTY, question=NASTY)))
    assert not {"script", "link", "img", "iframe", "b"} & set(shown.tags)
    assert words(NASTY) in words(shown.text)


def test_a_sentence_in_another_language_says_so() -> None:
    from tests.assistant.desk.letter_parts import make_evidence

    quoted = make_evidence("You must notify.", language="en")
    page = to_html(make_letter(make_sentence(1, "You must notify.", evidence=quoted)))
    assert '<span lang="en">You must notify.</span>' in page


def test_a_letter_without_sources_has_no_list_of_them() -> None:
    letter = make_letter(make_sentence(1, "Zin.", bare=True))
    assert "Bronnen" not in to_markdown(letter)
    assert "Bronnen" not in to_html(letter)


@given(
    st.text(alphabet=st.sampled_from("aZ 1.)#-+=*_`[]()<>&|~!\\\n\t:/😀é\x00\ud800"), max_size=40)
)
def test_markdown_shows_any_sentence_as_it_is(text: str) -> None:
    letter = make_letter(make_sentence(1, f"Begin {text} einde", bare=True))
    shown = Shown(MarkdownIt("commonmark").render(to_markdown(letter)))
    assert words(f"Begin {text} einde") in words(shown.text)


@given(
    st.sampled_from(
        ["# ", "- ", "+ ", "1. ", "12) ", "> ", "=", "---", "***", "    ", "```", "~~~"]
    )
)
def test_markdown_shows_a_sentence_that_begins_like_mark_up(opening: str) -> None:
    letter = make_letter(make_sentence(1, f"{opening}kop\n{opening}nog", bare=True))
    shown = Shown(MarkdownIt("commonmark").render(to_markdown(letter)))
    assert words(f"{opening}kop {opening}nog") in words(shown.text)


@given(st.text(max_size=60))
def test_html_shows_any_sentence_as_it_is(text: str) -> None:
    shown = Shown(to_html(make_letter(make_sentence(1, f"Begin {text} einde", bare=True))))
    # A line break is an element, so lines join; compare without white space.
    assert "".join(words(text).split()) in "".join(shown.text.split())
