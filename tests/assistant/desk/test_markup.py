"""What cannot be in a document is dropped, and what is text never becomes mark-up."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from assistant.desk.markup import Html, clean, escape, join, page, tag


@given(st.text(alphabet=st.characters(), max_size=50))
def test_what_is_left_can_always_stand_in_xml(text: str) -> None:
    element = etree.Element("a")
    element.text = clean(text)
    clean(text).encode()
    assert etree.fromstring(etree.tostring(element)).text in (clean(text), None)


def test_control_and_half_characters_go_and_the_rest_stays() -> None:
    assert clean("a\x00b\x1b[31mc\ud83dd\u202ee\ufffef") == "ab[31mcdef"
    assert clean("één 👩‍🔬 \t漢字\r\nregel\rregel") == "één 👩‍🔬 \t漢字\nregel\nregel"


def test_text_is_escaped_once_and_markup_not_at_all() -> None:
    assert escape("<a> & 'b'\nc") == "&lt;a&gt; &amp; &#x27;b&#x27;<br>c"
    assert join("<", Html("<br>"), None, "") == "&lt;<br>"
    assert tag("p", "<x>", tag("b", "&"), class_="k", id=None) == (
        '<p class="k">&lt;x&gt;<b>&amp;</b></p>'
    )
    assert tag("a", "x", href='" onclick="y') == '<a href="&quot; onclick=&quot;y">x</a>'


def test_a_page_says_its_language_and_title() -> None:
    whole = page("T<", "nl", "p{color:red}", tag("p", "x"))
    assert whole.startswith('<!doctype html>\n<html lang="nl">')
    assert "<title>T&lt;</title>" in whole
