"""The account as a page: one can find one's way, and nothing of a setting becomes markup."""

from __future__ import annotations

import re
from typing import Any

from tests.ui.accountability_world import account
from ui.accountability_page import render_account, render_not_now
from ui.accountability_parts import Bullets, Paragraph, Section
from ui.accountability_sections import sections_of


def page(**setup: Any) -> str:
    return render_account(sections_of(account(**setup)))


def test_the_contents_lead_to_every_section() -> None:
    html = page()
    leads = re.findall(r'<li><a href="#([a-z]+)">', html)
    assert leads == [section.id for section in sections_of(account())]
    assert [html.count(f'<h2 id="{name}">') for name in leads] == [1] * len(leads)


def test_wide_tables_can_be_scrolled_with_the_keyboard_and_have_a_name() -> None:
    tables = re.findall(r'<div class="scroll"[^>]*>', page())
    assert len(tables) == 2
    for opened in tables:
        assert 'tabindex="0"' in opened
        assert 'role="region"' in opened
        assert re.search(r'aria-label="[^"]+"', opened)


def test_a_setting_is_shown_and_never_run() -> None:
    html = page(chat_model="openai:<script>alert(1)</script>")
    assert "<script>alert" not in html
    assert "&lt;script&gt;alert(1)" in html


def test_what_stands_between_backticks_is_code() -> None:
    section = Section(id="x", title="x", parts=(Paragraph("a `b<c` d"), Bullets(("`e`",))))
    html = render_account([section])
    assert "<p>a <code>b&lt;c</code> d</p>" in html
    assert "<li><code>e</code></li>" in html


def test_english_words_are_marked_as_such() -> None:
    assert '<p lang="en" class="english">' in page()


def test_nothing_is_loaded_from_elsewhere() -> None:
    assert not re.search(r'(?:src|<link[^>]*href)="(?!/)', page())


def test_without_an_index_it_says_what_to_do() -> None:
    html = render_not_now("Er is nog geen index", "Doe <dit>.")
    assert 'role="status">Er is nog geen index. Doe &lt;dit&gt;.</p>' in html
