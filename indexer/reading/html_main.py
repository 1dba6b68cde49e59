"""Which part of a web page is its main text? What stands around it is taken out.

A page's own marks come first (`main`, `article`, `nav`, `footer` …). Where it has none, trafilatura
finds the main text and we take the stretch of the page in which that text lies: trafilatura's own
result loses too much structure (markers of lists, heads of tables) to be used as it is.
"""

from __future__ import annotations

import re
from typing import Any

from indexer.reading.characters import one_line

_OUT = {
    "script", "style", "noscript", "template", "svg", "math", "nav", "aside", "form", "button",
    "select", "input", "textarea", "iframe", "object", "embed", "video", "audio", "canvas",
    "dialog", "link", "meta", "img", "picture", "map", "menu", "search",
}  # fmt: skip
_OUT_ROLES = {
    "navigation", "banner", "contentinfo", "search", "complementary", "dialog", "alertdialog",
    "menu", "menubar", "toolbar",
}  # fmt: skip
_OUT_NAMES = re.compile(
    r"(^|[-_ ])(cookie\w*|consent|breadcrumbs?|kruimelpad|share|sharing|delen|social(-?media)?"
    r"|skip-?links?|navigation|navigatie|navbar|menu|sidebar|side-?nav|pagination|paginering"
    r"|newsletter|nieuwsbrief|feedback|related|gerelateerd|toolbar|print-?only|sr-only"
    r"|visually-?hidden|visuallyhidden|screen-?reader\w*|back-?to-?top|footer|site-?header)"
    r"($|[-_ ])",
    re.I,
)
_NAMED = {"div", "section", "ul", "ol", "p", "span", "a"}
_KEPT = {"html", "body", "main", "article"}
_MAIN_NAMES = re.compile(r"^(main|content|inhoud|main-?content|maincontent|hoofdinhoud)$", re.I)
_TEXT_TAGS = ("p", "li", "h1", "h2", "h3", "h4", "h5", "h6", "td", "th", "dt", "dd", "blockquote")
_LEAST = 80  # characters of a main text; less is a page that a script would have filled
_LINKED = 0.8  # share of a block's text that is links, above which it is for finding the way


def main_element(root: Any) -> Any | None:
    """Return the element that holds the main text, without its surroundings; None if there is none.

    The tree (lxml.html) is changed: menus, banners, forms and the like are taken out of it.
    """
    found = _from_trafilatura(root)
    _prune(root)
    marked = _marked(root)
    if marked is not None and len(_text(marked)) >= _LEAST:
        _drop_link_lists(marked, found)
        return marked
    stretch = _stretch(root, found)
    return stretch if stretch is not None and len(_text(stretch)) >= _LEAST else None


def _from_trafilatura(root: Any) -> set[str]:
    from copy import deepcopy

    from trafilatura import bare_extraction

    document = bare_extraction(
        deepcopy(root), favor_recall=True, include_comments=False, include_tables=True
    )
    body = document.body if document is not None else None
    if body is None:
        return set()
    parts = (one_line("".join(part.itertext())) for part in body.iter("p", "head", "item", "cell"))
    return {part for part in parts if part}


def _text(element: Any) -> str:
    return one_line("".join(element.itertext()))


def _prune(root: Any) -> None:
    for element in list(root.iter()):
        if element.getparent() is not None and _is_around(element):
            element.drop_tree()


def _is_around(element: Any) -> bool:
    tag = element.tag
    if not isinstance(tag, str) or tag in _OUT:
        return True
    if tag in _KEPT:
        return False
    # The header of an article holds its title; that of a page a logo and menus.
    inside = any(parent.tag in {"main", "article"} for parent in element.iterancestors())
    if tag == "footer" or (tag == "header" and not inside):
        return True
    hidden = (
        element.get("hidden") is not None
        or element.get("aria-hidden") == "true"
        or "display:none" in (element.get("style") or "").replace(" ", "").lower()
    )
    if hidden or element.get("role") in _OUT_ROLES:
        return True
    names = f"{element.get('id') or ''} {element.get('class') or ''}"
    # A wrapper may be named for what it also holds: "layout has-sidebar".
    wraps = next(element.iter("main", "article", "h1"), None) is not None
    return tag in _NAMED and not wraps and bool(_OUT_NAMES.search(names))


def _marked(root: Any) -> Any | None:
    """Return the element that the page itself marks as its main text."""
    for found in (root.findall(".//main"), root.xpath(".//*[@role='main']")):
        if found:
            return max(found, key=lambda element: len(_text(element)))
    articles = root.findall(".//article")
    if len(articles) == 1:
        return articles[0]
    named = [e for e in root.iter("div", "section") if _MAIN_NAMES.match(e.get("id") or "")]
    return max(named, key=lambda element: len(_text(element)), default=None)


def _drop_link_lists(main: Any, found: set[str]) -> None:
    """Take out lists that only lead elsewhere, unless trafilatura counts them to the text."""
    for element in list(main.iter("ul", "ol")):
        text = _text(element)
        linked = sum(len(_text(link)) for link in element.iter("a"))
        known = any(_text(item) in found for item in element.iter("li"))
        if text and linked > _LINKED * len(text) and not known:
            element.drop_tree()


def _stretch(root: Any, found: set[str]) -> Any | None:
    """Keep what lies between the first and the last piece that trafilatura found."""
    body = root.find(".//body")
    if body is None:
        body = root
    pieces = [piece for piece in body.iter(*_TEXT_TAGS) if _text(piece)]
    hits = [at for at, piece in enumerate(pieces) if _text(piece) in found]
    if not hits:
        return None
    first = hits[0]
    while first and pieces[first - 1].tag in {"h1", "h2"}:
        first -= 1
    outside = [*pieces[:first], *pieces[hits[-1] + 1 :]]
    inside = {id(parent) for at in hits for parent in (pieces[at], *pieces[at].iterancestors())}
    for piece in outside:
        if id(piece) not in inside and piece.getparent() is not None:
            piece.drop_tree()
    return body
