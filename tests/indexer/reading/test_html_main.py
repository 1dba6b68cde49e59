from __future__ import annotations

from typing import Any

from indexer.reading.html_main import main_element

_SENTENCE = "Het bureau bekijkt elke melding en vraagt zo nodig om meer gegevens over de koper. "


def _text(body: str) -> str | None:
    from lxml import html

    root: Any = html.document_fromstring(f"<html><body>{body}</body></html>")
    main = main_element(root)
    return None if main is None else " ".join(main.text_content().split())


def test_a_wrapper_named_for_what_it_also_holds_stays() -> None:
    body = f"<div class='layout has-sidebar'><h1>Kop</h1><p>{_SENTENCE * 3}</p></div>"
    assert (_text(body) or "").startswith("KopHet bureau")


def test_what_cannot_be_seen_is_no_text() -> None:
    body = (
        f"<main><p>{_SENTENCE * 2}</p><p hidden>weg</p><p aria-hidden=true>weg</p>"
        "<p style='display: none'>weg</p><div role=dialog>weg</div></main>"
    )
    assert "weg" not in (_text(body) or "weg")


def test_a_list_of_links_in_the_text_is_dropped_and_one_with_text_stays() -> None:
    links = "".join(f"<li><a href=x>Zie ook onderwerp {number}</a></li>" for number in range(9))
    text = _text(
        f"<main><p>{_SENTENCE * 4}</p><p>{_SENTENCE * 3}</p><ul>{links}</ul><p>{_SENTENCE * 2}</p>"
        "<ul><li>Bel <a href=x>het loket</a> snel.</li></ul></main>"
    )
    assert text is not None
    assert "onderwerp" not in text
    assert text.endswith("Bel het loket snel.")


def test_the_larger_of_two_main_elements_is_taken() -> None:
    text = _text(f"<main>Kort</main><main><p>{_SENTENCE * 3}</p></main>")
    assert text is not None
    assert text.startswith("Het bureau")


def test_a_page_without_text_has_no_main_part() -> None:
    assert _text("<div id=root></div><nav>Menu</nav>") is None
