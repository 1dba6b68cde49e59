from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from indexer.errors import LibraryDamaged
from indexer.library.holdings import facts_of, passages_of_entry
from indexer.passages import Passage
from tests.indexer.library.arrivals import Sender, extract_of, heading, prose, register_source

TODAY = date(2026, 11, 22)
SAME = "Het bureau beslist binnen acht weken na ontvangst van de aanvraag."
OLD = "Een bedrijf dat 25 procent van de stemmen overdraagt, meldt dat vooraf."
NEW = "Een bedrijf dat 30 procent van de stemmen overdraagt, meldt dat vooraf."


@pytest.fixture
def sender(tmp_path: Path) -> Sender:
    return Sender(tmp_path)


def law(*articles: str, **changes: Any) -> Any:
    """Return a law with an article for each text."""
    blocks = [b for n, text in enumerate(articles, 1) for b in (heading(f"Artikel {n}"), text)]
    return extract_of(*blocks, **changes)


def held(sender: Sender, today: date = TODAY) -> dict[str, Passage]:
    """Return the passages of the only entry, by their text."""
    (entry,) = sender.library.entries()
    found = list(passages_of_entry(sender.library, entry, 120, today))
    assert len({passage.id for passage in found}) == len(found)
    assert [p.current for p in found] == sorted((p.current for p in found), reverse=True)
    return {passage.text: passage for passage in found}


def period(passage: Passage) -> tuple[date | None, date | None]:
    return passage.valid_from, passage.valid_until


def test_one_version_holds_now_and_since_nobody_knows_when(sender: Sender) -> None:
    sender.send(law(SAME, OLD))
    for passage in held(sender).values():
        assert passage.current
        assert period(passage) == (None, None)


def test_words_in_both_versions_stand_there_once_for_as_long_as_they_held(sender: Sender) -> None:
    sender.send(law(SAME, OLD, valid_from="2020-01-01"))
    sender.send(law(SAME, NEW, valid_from="2024-07-01"))
    found = held(sender)
    assert set(found) == {SAME, OLD, NEW}
    assert period(found[SAME]) == (date(2020, 1, 1), None)
    assert period(found[NEW]) == (date(2024, 7, 1), None)
    assert period(found[OLD]) == (date(2020, 1, 1), date(2024, 7, 1))
    assert {text for text, p in found.items() if p.current} == {SAME, NEW}


def test_the_last_day_of_the_old_words_is_the_day_before_the_new(sender: Sender) -> None:
    sender.send(law(OLD, valid_from="2020-01-01"))
    sender.send(law(NEW, valid_from="2024-07-01"))
    found = held(sender)
    for day, text in [("2019-12-31", None), ("2024-06-30", OLD), ("2024-07-01", NEW)]:
        on = [t for t, p in found.items() if p.held_on(date.fromisoformat(day))]
        assert on == ([text] if text else [])


def test_since_when_is_unknown_of_a_first_version_without_a_date(sender: Sender) -> None:
    sender.send(law(SAME, OLD), on=date(2025, 1, 1))
    sender.send(law(SAME, NEW), on=date(2026, 1, 1))
    found = held(sender)
    assert period(found[OLD]) == (None, date(2026, 1, 1))
    assert period(found[SAME]) == (None, None)
    assert period(found[NEW]) == (date(2026, 1, 1), None)


def test_a_year_is_no_day_that_is_claimed_too_early(sender: Sender) -> None:
    sender.send(law(OLD, published="2019"), on=date(2026, 1, 1))
    assert held(sender)[OLD].valid_from == date(2019, 12, 31)


def test_what_will_hold_is_dated_until_its_day(sender: Sender) -> None:
    sender.send(law(SAME, OLD, valid_from="2020-01-01"))
    sender.send(law(SAME, NEW, valid_from="2027-01-01"))
    before, after = held(sender, date(2026, 12, 31)), held(sender, date(2027, 1, 1))
    assert {text for text, p in before.items() if p.current} == {SAME, OLD}
    assert {text for text, p in after.items() if p.current} == {SAME, NEW}
    for found in (before, after):
        assert period(found[SAME]) == (date(2020, 1, 1), None)
        assert period(found[OLD]) == (date(2020, 1, 1), date(2027, 1, 1))


def test_words_that_came_back_never_claim_the_years_between(sender: Sender) -> None:
    sender.send(law(SAME, OLD, valid_from="2020-01-01"))
    sender.send(law(SAME, NEW, valid_from="2022-01-01"))
    sender.send(law(SAME, OLD, "Nieuw artikel.", valid_from="2024-01-01"))
    found = held(sender)
    assert found[OLD].current
    assert not found[OLD].held_on(date(2023, 1, 1))
    assert [t for t, p in found.items() if p.held_on(date(2023, 1, 1))] == [SAME, NEW]
    assert period(found[SAME]) == (date(2020, 1, 1), None)


def test_two_versions_of_one_day_never_hold_together(sender: Sender) -> None:
    sender.send(law(SAME, OLD, valid_from="2024-01-01"))
    sender.send(law(SAME, NEW, valid_from="2024-01-01"))
    found = held(sender)
    assert not found[OLD].held_on(date(2024, 1, 1))
    assert not found[OLD].current
    assert period(found[SAME]) == (date(2024, 1, 1), None)


articles = st.lists(st.sampled_from([SAME, OLD, NEW, "Een ander artikel van deze wet."]),
                    min_size=2, max_size=4)  # fmt: skip


@given(st.lists(articles, min_size=1, max_size=4))
def test_on_each_day_holds_only_what_the_version_of_that_day_says(
    tmp_path_factory: pytest.TempPathFactory, versions: list[list[str]]
) -> None:
    sender = Sender(tmp_path_factory.mktemp("wet"))
    for year, texts in enumerate(versions, start=2020):
        sender.send(law(*texts, valid_from=f"{year}-01-01"), content=f"{year}".encode())
    (entry,) = sender.library.entries()
    passages = list(passages_of_entry(sender.library, entry, 120, TODAY))
    kept = {v.holds_from.year: v for v in entry.versions}
    for year in kept:
        said = {
            (b.text, n)
            for n, b in enumerate(sender.library.extract_of(entry, kept[year]).blocks)
            if b.kind != "heading"
        }
        on = {p.text for p in passages if p.held_on(date(year, 6, 1))}
        assert on <= {text for text, _ in said}
    newest = sender.library.extract_of(entry, entry.versions[-1])
    now = [b.text for b in newest.blocks if b.kind != "heading"]
    assert sorted(p.text for p in passages if p.current) == sorted(now)


def test_each_passage_names_the_file_that_it_was_read_from(sender: Sender) -> None:
    old = sender.send(law(SAME, OLD, valid_from="2020-01-01")).entry.versions[0]
    new = sender.send(law(SAME, NEW, valid_from="2024-01-01")).entry.versions[1]
    found = held(sender)
    assert (found[OLD].file, found[NEW].file, found[SAME].file) == (old.file, new.file, new.file)


def test_an_original_is_checked_when_its_origin_was_looked_at(sender: Sender) -> None:
    sender.send(law(SAME, OLD, valid_from="2020-01-01"), on=date(2025, 1, 1))
    sender.send(law(SAME, NEW, valid_from="2024-01-01"), on=date(2025, 6, 1))
    sender.send(law(SAME, NEW, valid_from="2024-01-01"), on=date(2026, 2, 1))
    found = held(sender)
    assert (found[NEW].checked, found[NEW].review_by) == (date(2026, 2, 1), date(2027, 2, 1))
    assert found[OLD].checked == date(2025, 1, 1)


def test_a_mangled_version_is_found_and_never_quoted(sender: Sender) -> None:
    sender.send(law(SAME, OLD, mangled="De letters zijn niet te lezen."))
    assert not any(passage.quotable for passage in held(sender).values())


def test_what_the_entry_knows_is_on_every_passage(sender: Sender) -> None:
    source = register_source(read="secondary")
    taken = sender.send(law(SAME, OLD), "https://x.test", register=source)
    entry = taken.entry
    facts = facts_of(entry, entry.versions[0], None, is_current=True)
    assert (facts.source_id, facts.title, facts.secondary) == ("S01", source.title, True)


def test_a_version_that_cannot_be_read_is_named(sender: Sender) -> None:
    entry = sender.send(extract_of(*prose(1))).entry
    sender.library.file_of(entry, entry.versions[0]).with_suffix(".json").write_text("{")
    with pytest.raises(LibraryDamaged):
        held(sender)
