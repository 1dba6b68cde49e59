"""Pages that are documents: a whole page in one language, and nothing of it is markup by chance."""

from __future__ import annotations

from ui.chat_markup import tag
from ui.plain_page import PlainPage, render_plain


def test_a_page_is_a_whole_document() -> None:
    html = render_plain(PlainPage(title="De check", body=tag("p", "Vijf vragen.")))
    assert html.startswith("<!doctype html>")
    assert '<html lang="nl">' in html
    assert "<title>De check - Loketwijzer</title>" in html
    assert html.count("<h1>") == html.count("<main") == 1
    assert 'hreflang="en"' not in html


def test_a_page_leads_to_itself_in_the_other_language() -> None:
    page = PlainPage(
        title="The check", body=tag("p", "Five."), language="en", translation="/check?a=1&b=2"
    )
    html = render_plain(page)
    assert '<html lang="en">' in html
    assert 'href="/check?a=1&amp;b=2" lang="nl" hreflang="nl"' in html


def test_a_title_and_a_text_stay_text() -> None:
    attack = "<img src=x onerror=alert(1)>"
    html = render_plain(PlainPage(title=attack, body=tag("p", attack)))
    assert "<img" not in html
    assert html.count("&lt;img") == 3
