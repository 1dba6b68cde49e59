"""HTML that cannot forget to escape."""

from __future__ import annotations

import html

from hypothesis import given
from hypothesis import strategies as st

from ui.chat_markup import Html, escape, join, tag


def test_a_tag_escapes_text_and_keeps_markup() -> None:
    assert tag("p", "a < b", tag("b", "&")) == "<p>a &lt; b<b>&amp;</b></p>"


def test_attributes_are_escaped_and_may_be_bare_or_absent() -> None:
    made = tag("a", class_="x", title='"', open=True, lang=None, hidden=False)
    assert made == '<a class="x" title="&quot;" open></a>'


def test_join_leaves_out_what_is_not_there() -> None:
    assert join("a", None, "", Html("<br>")) == "a<br>"


@given(st.text())
def test_any_text_comes_back_as_it_went_in_and_on_one_line(text: str) -> None:
    shown = escape(text)
    assert "<" not in shown
    assert "\n" not in shown
    assert html.unescape(shown) == text.replace("\r\n", "\n") or "\r" in text or "\0" in text
