from __future__ import annotations

import io
import threading
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest

from indexer.errors import SourceRefused
from indexer.fetch.errors import SourceUnreachable
from indexer.fetch.visit import Arrival, Visitor
from tests.indexer.fetch.certificates import tls_for
from tests.indexer.fetch.web import Names, Web, in_turn, page, raw, sends_on, serving

GOOD = page(b"tekst")


class Asker:
    """Visits pages of the test's web; sleeping is only noted down."""

    def __init__(self, web: Web, **changes: Any) -> None:
        self.slept: list[float] = []
        self.names = Names(
            {
                "127.0.0.1": [["127.0.0.1"]],
                "bron.test": [["127.0.0.1"]],
                "binnen.test": [["10.0.0.1"]],
            }
            | {host: [[host]] for host in ("10.0.0.1", "169.254.169.254")}
        )
        self.visitor = Visitor(web.rules(**changes), resolve=self.names, sleep=self.slept.append)
        self.web = web

    def visit(self, path: str, host: str = "bron.test") -> Arrival:
        return self.visitor.visit(self.web.url(path, host=host), io.BytesIO(), {})


def test_redirects_are_followed_to_their_end(web: Web) -> None:
    web.pages |= {"/a": sends_on("/b?c=d", 301), "/b?c=d": sends_on("../e#f", 308), "/e": GOOD}
    arrival = Asker(web).visit("/a")
    assert str(arrival.url) == web.url("/e", host="bron.test")
    assert (arrival.reply.status, arrival.reply.size) == (200, 5)


@pytest.mark.parametrize(
    "location",
    [
        *("http://10.0.0.1/", "http://169.254.169.254/latest/meta-data/", "http://binnen.test/"),
        *("//10.0.0.1/", "http://127.0.0.1:1/", "http://onbekend.test/"),
        *("file:///etc/passwd", "ftp://bron.test/a", "data:text/plain,a", "http://a:b@bron.test/"),
        *("http://[::1", "http://bron.test:99999/"),
    ],
)
def test_a_redirect_to_where_we_may_not_go_is_refused(web: Web, location: str) -> None:
    web.pages["/a"] = sends_on(location)
    with pytest.raises(SourceRefused) as found:
        Asker(web).visit("/a")
    assert not isinstance(found.value, SourceUnreachable)
    assert found.value.advice
    assert len(web.asked("/a")) == 1


def test_a_circle_of_redirects_ends(web: Web) -> None:
    web.pages |= {"/a": sends_on("/b"), "/b": sends_on("/a")}
    with pytest.raises(SourceRefused, match="meer dan 5 keer"):
        Asker(web).visit("/a")
    assert len(web.asked("/a")) + len(web.asked("/b")) == 6


def test_a_redirect_out_of_https_is_refused(web: Web, tmp_path: Path) -> None:
    tls, authorities = tls_for("bron.test", tmp_path)
    with serving(tls) as safe:
        safe.pages["/a"] = sends_on(web.url("/a", host="bron.test"))
        web.pages["/a"] = GOOD
        both = frozenset({("127.0.0.1", web.port), ("127.0.0.1", safe.port)})
        asker = Asker(safe, authorities=authorities, allowed=both)
        with pytest.raises(SourceRefused, match="zonder beveiliging"):
            asker.visitor.visit(safe.url("/a", "bron.test", "https"), io.BytesIO(), {})
    assert web.hits == []


def test_a_name_that_changes_its_mind_is_checked_at_every_connection(web: Web) -> None:
    web.pages["/a"] = GOOD
    asker = Asker(web, respect_robots=False)
    asker.names.known["bron.test"] = [["127.0.0.1"], ["10.0.0.1"]]
    assert asker.visit("/a").reply.size == 5
    assert asker.names.asked == ["bron.test"]
    with pytest.raises(SourceRefused, match=r"10\.0\.0\.1"):
        asker.visit("/a")


def test_a_failure_that_passes_is_waited_out_longer_each_time(web: Web) -> None:
    web.pages["/a"] = in_turn(page(b"", status=500), raw(b""), GOOD)
    asker = Asker(web)
    assert asker.visit("/a").reply.size == 5
    assert len(web.asked("/a")) == 3
    first, second = asker.slept
    assert 1 <= first <= 2 <= second <= 3


def test_a_failure_that_stays_is_given_up(web: Web) -> None:
    web.pages["/a"] = page(b"", status=503)
    with pytest.raises(SourceUnreachable, match="storing"):
        Asker(web).visit("/a")
    assert len(web.asked("/a")) == 3


def test_we_wait_as_long_as_a_busy_server_asks(web: Web) -> None:
    web.pages["/a"] = in_turn(page(b"", status=429, Retry_After="17"), GOOD)
    asker = Asker(web)
    asker.visit("/a")
    assert asker.slept == [17.0]


def test_we_give_up_when_a_server_asks_for_a_long_rest(web: Web) -> None:
    web.pages["/a"] = page(b"", status=429, Retry_After="3600")
    asker = Asker(web)
    with pytest.raises(SourceUnreachable, match="60 minuten"):
        asker.visit("/a")
    assert (len(web.asked("/a")), asker.slept) == (1, [])


@pytest.mark.parametrize("status", [400, 401, 403, 404, 410, 204])
def test_what_is_final_is_asked_once(web: Web, status: int) -> None:
    web.pages["/a"] = page(b"", status=status)
    assert Asker(web).visit("/a").reply.status == status
    assert len(web.asked("/a")) == 1


def test_what_robots_may_not_fetch_is_not_asked_for(web: Web) -> None:
    web.pages |= {
        "/robots.txt": page(b"User-agent: loketwijzer\nDisallow: /prive\nCrawl-delay: 7\n"),
        "/a": GOOD,
        "/b": sends_on("/prive/b"),
        "/prive/b": GOOD,
    }
    asker = Asker(web)
    for path in ("/prive/b", "/b"):
        with pytest.raises(SourceRefused, match=r"robots\.txt"):
            asker.visit(path)
    assert web.asked("/prive/b") == []
    asker.visit("/a")
    assert len(web.asked("/robots.txt")) == 1
    assert all(6 < seconds <= 7 for seconds in asker.slept)
    assert len(asker.slept) == 2


def test_robots_rules_can_be_set_aside(web: Web) -> None:
    web.pages |= {"/robots.txt": page(b"User-agent: *\nDisallow: /"), "/a": GOOD}
    assert Asker(web, respect_robots=False).visit("/a").reply.size == 5
    assert web.asked("/robots.txt") == []


@pytest.mark.parametrize("status", [404, 403, 410, 204])
def test_a_website_without_robots_rules_allows_all(web: Web, status: int) -> None:
    web.pages |= {"/robots.txt": page(b"", status=status), "/a": GOOD}
    assert Asker(web).visit("/a").reply.size == 5


@pytest.mark.parametrize("answer", [page(b"", status=500), raw(b"")])
def test_without_an_answer_about_robots_nothing_is_fetched_now(web: Web, answer: Any) -> None:
    web.pages |= {"/robots.txt": answer, "/a": GOOD}
    asker = Asker(web)
    with pytest.raises(SourceUnreachable, match=r"/a: .*Zonder robots\.txt"):
        asker.visit("/a")
    assert web.asked("/a") == []
    web.pages["/robots.txt"] = page(b"", status=404)
    assert asker.visit("/a").reply.size == 5


def test_robots_rules_may_stand_elsewhere_but_not_inside(web: Web) -> None:
    web.pages |= {"/robots.txt": sends_on("/r"), "/r": page(b"User-agent: *\nDisallow: /a")}
    with pytest.raises(SourceRefused, match=r"in robots\.txt"):
        Asker(web).visit("/a")
    web.pages["/robots.txt"] = sends_on("http://10.0.0.1/")
    with pytest.raises(SourceRefused, match=r"10\.0\.0\.1"):
        Asker(web).visit("/a")


def test_robots_rules_that_are_never_reached_forbid_nothing(web: Web) -> None:
    web.pages |= {"/robots.txt": sends_on("/robots.txt"), "/a": GOOD}
    assert Asker(web).visit("/a").reply.size == 5
    assert len(web.asked("/robots.txt")) == 6


def test_robots_rules_that_are_endless_are_refused(web: Web) -> None:
    web.pages |= {"/robots.txt": page(b"#" * 600_000), "/a": GOOD}
    with pytest.raises(SourceRefused, match="groter"):
        Asker(web, most_bytes=10**7).visit("/a")


def test_threads_ask_one_host_one_after_the_other(web: Web) -> None:
    web.pages["/a"] = lambda visit: (visit.web.closing.wait(0.03), GOOD(visit))[1]
    visitor = Visitor(web.rules(pause_seconds=0.05))
    urls = [web.url("/a")] * 5

    def work() -> None:
        visitor.visit(urls.pop(), io.BytesIO(), {})

    threads = [threading.Thread(target=work) for _ in urls]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(10)
    assert len(web.asked("/a")) == 5
    assert len(web.asked("/robots.txt")) == 1
    hits = sorted(web.hits, key=lambda hit: hit.begun)
    assert all(later.begun - earlier.begun >= 0.05 for earlier, later in pairwise(hits))
    assert all(later.begun >= earlier.ended for earlier, later in pairwise(hits))
