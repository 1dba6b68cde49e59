from __future__ import annotations

import json
from dataclasses import replace
from datetime import date
from itertools import permutations
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from indexer.library.entry import Entry, Version, from_json, to_json
from tests.indexer.library.arrivals import register_source


def version(name: str, **changes: Any) -> Version:
    values: dict[str, Any] = {
        "sha256": name,
        "text_sha256": name,
        "file": f"{name}.pdf",
        "name": f"{name}.pdf",
        "media_type": "application/pdf",
        "taken_in": "2026-05-10T09:00:00+00:00",
        "published": None,
        "valid_from": None,
        "language": "nl",
        "pages": 3,
        "words": 100,
        "remarks": ("Pagina 3 heeft geen tekst.",),
        "mangled": None,
        "signature": (1, 2, 3),
    }
    return Version(**{**values, **changes})


def entry(*versions: Version, **changes: Any) -> Entry:
    bare = Entry(source=register_source(), label="public", topic="", origin="wet.pdf", **changes)
    for one in versions:
        bare = bare.with_version(one)
    return bare


@pytest.mark.parametrize(
    ("dates", "first_day"),
    [
        ({}, "2026-05-10"),
        ({"published": "2025-03-02"}, "2025-03-02"),
        ({"published": "2025-03-02", "valid_from": "2025-07-01"}, "2025-07-01"),
        ({"valid_from": "2027-01-01"}, "2027-01-01"),
        ({"published": "2019"}, "2019-12-31"),  # surely, by then
        ({"published": "2024-02"}, "2024-02-29"),
        ({"published": "2026"}, "2026-05-10"),
        ({"published": "2026-05"}, "2026-05-10"),
        ({"valid_from": "2027"}, "2027-12-31"),
    ],
)
def test_the_first_day_is_one_on_which_it_surely_held(
    dates: dict[str, str], first_day: str
) -> None:
    assert version("a", **dates).holds_from.isoformat() == first_day


def test_versions_stand_in_the_order_in_which_they_began_to_hold() -> None:
    versions = [
        version("a", published="2019"),
        version("b", published="2023-01-01"),
        version("c", valid_from="2026-01-01"),
        version("d", taken_in="2026-05-11T09:00:00+00:00"),
    ]
    for order in permutations(versions):
        assert [v.sha256 for v in entry(*order).versions] == ["a", "b", "c", "d"]


def test_of_two_versions_of_one_day_the_later_look_comes_last() -> None:
    early = version("z", published="2025-01-01", taken_in="2026-05-10T09:00:00+00:00")
    late = version("a", published="2025-01-01", taken_in="2026-05-10T10:00:00+00:00")
    assert entry(late, early).versions == (early, late)


def test_the_same_file_again_takes_the_place_of_its_version() -> None:
    again = version("a", words=200)
    assert entry(version("a"), version("b"), again).versions[-1].words in (100, 200)
    assert len(entry(version("a"), version("b"), again).versions) == 2
    assert again in entry(version("a"), version("b"), again).versions


def test_current_is_the_newest_version_that_holds() -> None:
    law = entry(version("old", valid_from="2020-01-01"), version("new", valid_from="2027-01-01"))
    for day, name in [
        ("2019-12-31", "old"),  # before the first one holds, the first
        ("2026-12-31", "old"),
        ("2027-01-01", "new"),
        ("2030-01-01", "new"),
    ]:
        current = law.current(date.fromisoformat(day))
        assert current is not None
        assert current.sha256 == name
    assert entry().current(date(2026, 1, 1)) is None


days = st.dates(date(2015, 1, 1), date(2030, 1, 1))


@given(st.lists(days, min_size=1, max_size=5, unique=True), days)
def test_current_never_lies_in_the_future_when_another_holds(held: list[date], day: date) -> None:
    law = entry(*(version(d.isoformat(), valid_from=d.isoformat()) for d in held))
    current = law.current(day)
    assert current is not None
    past = [d for d in held if d <= day]
    assert current.holds_from == (max(past) if past else min(held))


def test_a_version_makes_a_failed_entry_ready() -> None:
    failed = entry(state="failed", reason="Het bestand is stuk.")
    ready = failed.with_version(version("a"))
    assert (ready.state, ready.reason) == ("ready", None)


def test_json_gives_back_the_same_entry() -> None:
    full = replace(
        entry(version("a"), version("b", mangled="onleesbaar", published="2024")),
        folder="/map", etag='"x"', last_modified="gisteren", looked_at="2026-05-10T09:00:00+00:00",
    )  # fmt: skip
    assert from_json(json.loads(json.dumps(to_json(full)))) == full


@pytest.mark.parametrize(
    "damage",
    [
        lambda values: values.pop("source"),
        lambda values: values.pop("versions"),
        lambda values: values.pop("label"),
        lambda values: values.update(kleur="rood"),
        lambda values: values.update(versions=None),
        lambda values: values.update(versions={"a": 1}),
        lambda values: values["versions"][0].pop("signature"),
        lambda values: values["versions"][0].update(signature=None),
        lambda values: values["versions"][0].update(taken_in="gisteren"),
        lambda values: values["versions"][0].update(published="2025-02-30"),
        lambda values: values["source"].pop("title"),
        lambda values: values.update(source=None),
    ],
)
def test_damage_is_an_error_that_the_shelf_knows(damage: Any) -> None:
    values = json.loads(json.dumps(to_json(entry(version("a")))))
    damage(values)
    with pytest.raises((TypeError, KeyError, ValueError)):
        from_json(values)
