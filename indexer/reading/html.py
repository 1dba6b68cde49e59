"""Web pages: the main text with its structure, and what the page says about itself."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

from indexer.errors import SourceRefused
from indexer.reading.characters import decode, one_line, visible
from indexer.reading.dates import iso_date
from indexer.reading.extract import Block, Extract, Language
from indexer.reading.html_blocks import blocks_of
from indexer.reading.html_main import main_element
from indexer.reading.limits import Limits
from indexer.reading.locators import number_blocks
from indexer.reading.media_types import HTML

_LANGUAGES: dict[str, Language] = {"nl": "nl", "en": "en"}
# https://html.spec.whatwg.org/#prescan-a-byte-stream-to-determine-its-encoding
_CHARSET = re.compile(rb"<meta[^>]+charset\s*=\s*[\"']?\s*([\w.:-]+)", re.I)
_PRESCAN = 4096  # bytes
_XML_MARK = re.compile(r"^\s*<\?xml[^>]*\?>")


def read_html(path: Path, *, name: str, limits: Limits) -> Extract:  # noqa: ARG001
    """Read a saved web page; nothing that it refers to is fetched.

    Raises:
        SourceRefused: the page has (almost) no text of its own, as when a script must fill it.
    """
    from lxml import html as lxml_html

    text = _XML_MARK.sub("", _decode(path.read_bytes()))
    parser = lxml_html.HTMLParser(no_network=True, remove_comments=True, remove_pis=True)
    root = lxml_html.document_fromstring(visible(text), parser=parser, ensure_head_body=True)
    about = _about(root)
    title = _title(root, about.title)
    language = (root.get("lang") or root.get("xml:lang") or about.language or "")[:2].lower()
    main = main_element(root)
    if main is None:
        raise SourceRefused(
            name,
            "Deze webpagina heeft bijna geen tekst; een script in de browser vult haar "
            "waarschijnlijk.",
            "Bewaar de pagina vanuit de browser (als volledige webpagina of als PDF) en voeg dat "
            "bestand toe.",
        )
    blocks = number_blocks(_with_title(blocks_of(main), title))
    return Extract(
        media_type=HTML,
        blocks=blocks,
        title=title,
        publisher=one_line(about.sitename or "") or None,
        language=_LANGUAGES.get(language),
        published=iso_date(about.date),
        url=about.url if (about.url or "").startswith(("https://", "http://")) else None,
    )


def _decode(data: bytes) -> str:
    """Decode by byte order mark, else as the page says, else as `decode` guesses."""
    declared = _CHARSET.search(data[:_PRESCAN])
    marked = data[:3] == b"\xef\xbb\xbf" or data[:2] in {b"\xff\xfe", b"\xfe\xff"}
    if declared and not marked:
        label = declared[1].decode("ascii", "replace").lower()
        # Browsers read Latin-1 as windows-1252, and no page that we can scan is UTF-16.
        label = "cp1252" if label in {"iso-8859-1", "latin1", "us-ascii"} else label
        try:
            return data.decode(label) if not label.startswith("utf-16") else decode(data)
        except (LookupError, UnicodeDecodeError):
            return decode(data)
    return decode(data)


def _about(root: Any) -> Any:
    from trafilatura.metadata import extract_metadata

    # Without the extensive search: a date found somewhere in the text may be any date.
    return extract_metadata(root, extensive=False)


def _title(root: Any, found: str | None) -> str | None:
    tops = [one_line("".join(top.itertext())) for top in root.iter("h1")]
    tops = [top for top in tops if top]
    return tops[0] if len(tops) == 1 else one_line(found or "") or (tops[0] if tops else None)


def _with_title(blocks: list[Block], title: str | None) -> list[Block]:
    """Put the page's title back on top where it stood outside its main text."""
    if not title or any(block.kind == "heading" and block.text == title for block in blocks):
        return blocks
    return [Block(kind="heading", text=title, level=1), *blocks]
