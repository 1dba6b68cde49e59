"""The last lock: our own markup passes as it is, and nothing that runs comes out."""

from __future__ import annotations

import ast
import re
from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.answers import Question
from assistant.pipeline import Assistant
from indexer.settings import PROJECT
from ui.chat_markup import join, tag
from ui.chat_session import Exchange
from ui.clean_html import TAGS, clean
from ui.render import render_exchange
from ui.searched import render_searched

_ATTRIBUTES = {"class", "href", "id", "lang", "rel", "role", "scope", "target", "title", "type"}
_ASKED = (
    "Een investeerder uit het Midden-Oosten wil 15 procent van mijn start-up. Moet ik dat melden?",
    "Hoe zie ik of een LinkedIn-profiel nep is?",
    "Hoe lang duurt een exportvergunning?",
    "Wat zijn sancties?",
    "Hoe weet ik wat onze kroonjuwelen zijn?",
    "How long does an export licence take?",
    "What is industrial espionage?",
    "Hoeveel meldingen kreeg het BTI in 2031?",
    "Wat is een goed recept voor erwtensoep?",
    "Iemand van een buitenlandse dienst chanteert mij nu",
)


class _Tree(HTMLParser):
    """What a piece of HTML holds: elements with their attributes, ends and text, in order."""

    def __init__(self, markup: str) -> None:
        super().__init__()
        self.nodes: list[object] = []
        self.feed(markup)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        kept = dict(attrs)
        if (kept.get("href") or "").startswith(("#", "tel:", "mailto:")):
            kept.pop("rel", None)  # on a link that opens no page it means nothing
        self.nodes.append((tag, kept))

    def handle_endtag(self, tag: str) -> None:
        self.nodes.append(f"/{tag}")

    def handle_data(self, data: str) -> None:
        if self.nodes and isinstance(self.nodes[-1], list):
            self.nodes[-1].append(data)
        else:
            self.nodes.append([data])

    def handle_comment(self, data: str) -> None:
        self.nodes.append(("comment", data))

    @property
    def elements(self) -> list[tuple[str, dict[str, str | None]]]:
        return [node for node in self.nodes if isinstance(node, tuple)]

    @property
    def shown(self) -> str:
        texts = (node for node in self.nodes if isinstance(node, list))
        return "".join("".join(pieces) for pieces in texts)

    @property
    def plain(self) -> list[object]:
        return ["".join(n) if isinstance(n, list) else n for n in self.nodes]


def test_real_answers_mean_what_they_meant(real_assistant: Assistant) -> None:
    for number, asked in enumerate(_ASKED, start=1):
        answer = real_assistant.invoke(Question(text=asked))
        made = Exchange(
            number=number,
            question=f"{asked} <b>&amp;",
            sentences=answer.sentences,
            citations=answer.citations,
            answer=answer,
        )
        markup = join(render_exchange(made), render_searched(answer))
        assert _Tree(clean(markup)).plain == _Tree(markup).plain
        assert clean(clean(markup)) == clean(markup)


@given(st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), max_size=200))
def test_a_text_that_was_escaped_is_shown_as_it_was(text: str) -> None:
    markup = tag("p", tag("span", text, class_="asked"), title=None)
    cleaned = clean(markup)
    lines = text.replace("\r\n", "\n").replace("\r", "\n")
    assert _Tree(cleaned).shown == lines
    assert [name for name, _ in _Tree(cleaned).elements] == ["p", "span"]
    assert not set("\r\n") & set(cleaned)


_WORDS = st.sampled_from(
    """< > " ' / = & ; : # ! - script img svg iframe style onerror onload onclick href src a p div
    javascript: data:text/html https:// //evil.test alert(1) &#106; &#x3c; &lt; <!-- --> ]]>
    <![CDATA[ math mtext template noscript details button form input base meta""".split()
)


@given(st.lists(_WORDS | st.text(max_size=3), max_size=30).map("".join))
def test_whatever_enters_only_what_is_ours_comes_out(raw: str) -> None:
    _assert_harmless(clean(raw))


_PAYLOADS = (
    "<script>alert(1)</script>",
    "<SCRIPT SRC=https://evil.test/x.js></SCRIPT>",
    "<scr<script>ipt>alert(1)</scr</script>ipt>",
    "<<script>alert(1)//<</script>",
    "<img src=x onerror=alert(1)>",
    "<img src=x onerror=alert(1)//",
    "<svg onload=alert(1)>",
    "<svg><script>alert(1)</script></svg>",
    "<svg><a xlink:href=javascript:alert(1)><text>x</text></a></svg>",
    "<math><mtext></p><style><img src onerror=alert(1)></style></mtext></math>",
    "<noscript><p title='</noscript><img src=x onerror=alert(1)>'>",
    "<iframe src=javascript:alert(1)></iframe>",
    "<iframe srcdoc='<script>alert(1)</script>'></iframe>",
    "<object data=data:text/html,x></object><embed src=//evil.test>",
    "<style>@import '//evil.test/x.css'</style>",
    "<p style='background:url(javascript:alert(1))'>x</p>",
    "<p onclick=alert(1) OnMouseOver=alert(1)>x</p>",
    "<details open ontoggle=alert(1)>x</details>",
    "<button formaction=javascript:alert(1)>x</button>",
    "<form action=//evil.test><input autofocus onfocus=alert(1)></form>",
    "<base href=//evil.test/><meta http-equiv=refresh content='0;url=//evil.test'>",
    "<template><img src=x onerror=alert(1)></template>",
    "<!--><img src=x onerror=alert(1)>-->",
    "<!-- <!-- --><img src=x onerror=alert(1)> -->",
    "<![CDATA[<img src=x onerror=alert(1)>]]>",
    "<ſcript>alert(1)</ſcript>",
    "<ımg src=x onerror=alert(1)>",
    "<p\x00 onclick=alert(1)>x",
    "<p/onclick=alert(1)/>x",
    "<p id=__proto__ class='x\"onclick=alert(1)'>x</p>",
    "<p data-x=1 aria-label=x contenteditable>x</p>",
)
_ADDRESSES = (
    "javascript:alert(1)",
    "JaVaScRiPt:alert(1)",
    " javascript:alert(1)",
    "java&#10;script:alert(1)",
    "java&Tab;script:alert(1)",
    "&#x6a;avascript&colon;alert(1)",
    "\x01javascript:alert(1)",
    "data:text/html,&lt;script>alert(1)&lt;/script>",
    "vbscript:x",
    "blob:https://evil.test/1",
    "file:///etc/passwd",
    "//evil.test",
    "/\\evil.test",
    "/&#9;/evil.test",
    "\\\\evil.test",
    "https:evil.test",
    "https:\\\\evil.test",
    "evil",
)


@pytest.mark.parametrize("payload", _PAYLOADS)
def test_what_runs_does_not_come_out(payload: str) -> None:
    _assert_harmless(clean(payload))
    _assert_harmless(clean(f"<p>{payload}</p>"))
    _assert_harmless(clean(f"<a href='{payload}'>x</a>"))


@pytest.mark.parametrize("address", _ADDRESSES)
def test_an_address_that_is_not_ours_is_taken_out(address: str) -> None:
    ((name, attributes),) = _Tree(clean(f'<a href="{address}">lees</a>')).elements
    assert name == "a"
    assert "href" not in attributes


@pytest.mark.parametrize(
    "address",
    [
        "https://www.aivd.nl/",
        "http://a.test/?x=1&y=2#:~:text=eerste,laatste",
        "mailto:info@a.test",
        "tel:+31793205050",
        "#v1-bron-2",
        "/api/v1/sources/x/files/a%20b.pdf#page=2",
    ],
)
def test_an_address_of_ours_stays_and_tells_nobody_where_one_came_from(address: str) -> None:
    ((_, attributes),) = _Tree(clean(tag("a", "lees", href=address, target="_blank"))).elements
    assert attributes["href"] == address
    outer = not address.startswith(("#", "mailto:", "tel:"))
    assert attributes.get("rel") == ("noopener noreferrer" if outer else None)


def test_an_empty_line_cannot_end_the_block_for_markdown() -> None:
    assert clean("<p>een\r\r# twee\n\n[x](//evil.test)</p>").count("&#10;") == 4


def test_half_a_character_breaks_nothing() -> None:
    assert clean("<p>a\ud800b</p>") == "<p>a?b</p>"


def test_a_table_keeps_what_its_heads_are_about_and_nothing_else() -> None:
    heads = tag("tr", tag("th", "Vraag", scope="col"), tag("th", "Aantal", scope="row"))
    table = tag(
        "table",
        tag("caption", "Gaten"),
        tag("thead", heads),
        tag("tbody", tag("tr", tag("td", "1"))),
    )
    assert clean(table) == table
    assert (
        clean(table.replace('"col"', '"x"').replace("<td>", '<td scope="col">')).count("col") == 0
    )


def test_every_element_and_attribute_that_the_chat_makes_is_allowed() -> None:
    paths = [p for pattern in _CHAT for p in (PROJECT / "ui").glob(pattern)]
    calls = [
        node
        for path in paths
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Call) and getattr(node.func, "id", "") == "tag"
    ]
    names = {node.args[0].value for node in calls if isinstance(node.args[0], ast.Constant)}
    attributes = {k.arg.rstrip("_") for node in calls for k in node.keywords if k.arg}
    assert len(names) > 10
    assert names <= TAGS
    assert attributes <= _ATTRIBUTES


_CHAT = ("chat_*.py", "render.py", "searched.py")


def _assert_harmless(markup: str) -> None:
    """No element, attribute or address but those that our markup has."""
    for name, attributes in _Tree(markup).elements:
        assert name in TAGS
        assert set(attributes) <= _ATTRIBUTES
        href = attributes.get("href")
        assert href is None or re.match(r"https?://|mailto:|tel:|#|/[^/\\]", href), href
    assert "\n" not in markup
