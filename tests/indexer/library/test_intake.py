from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest

from indexer.errors import SourceRefused
from indexer.library.door import note_failure
from indexer.library.intake import Outcome, TakenIn, guessed_kind, guessed_publisher, looked
from tests.indexer.library.arrivals import (
    LETTER,
    WEB,
    Sender,
    extract_of,
    files_below,
    letter,
    paragraph,
    prose,
    register_source,
    said,
)

TODAY = date(2026, 11, 22)
LONG = ["Een bedrijf dat 25 procent of meer van de stemmen overdraagt, meldt dat.", *prose(7, 600)]
NEWER = [LONG[0].replace("25", "30"), *LONG[1:]]


@pytest.fixture
def sender(tmp_path: Path) -> Sender:
    return Sender(tmp_path)


def texts(sender: Sender, taken: TakenIn) -> list[str]:
    """Return the first words of every version, oldest first."""
    entry = sender.library.get(taken.entry.id)
    assert entry is not None
    return [sender.library.extract_of(entry, v).blocks[0].text for v in entry.versions]


def current_text(sender: Sender, taken: TakenIn, today: date = TODAY) -> str:
    entry = sender.library.get(taken.entry.id)
    assert entry is not None
    version = entry.current(today)
    assert version is not None
    return sender.library.extract_of(entry, version).blocks[0].text


def test_a_first_document_is_a_new_source(sender: Sender) -> None:
    taken = sender.send(letter(publisher="Ministerie van Uitvoer", published="2025-03-02"))
    assert taken.outcome is Outcome.NEW
    source = taken.entry.source
    assert (source.id, source.title) == ("brief-over-uitvoer", "Brief over uitvoer")
    assert (source.publisher, source.published) == ("Ministerie van Uitvoer", "2025-03-02")
    assert (source.url, source.where, source.kind) == (None, "brief.txt", "rapport")
    assert (taken.entry.label, taken.entry.state) == ("public", "ready")
    assert sender.library.get(source.id) == taken.entry


def test_the_same_file_again_is_unchanged_and_the_look_is_noted(sender: Sender) -> None:
    first = sender.send(letter())
    again = sender.send(letter())
    assert again.outcome is Outcome.UNCHANGED
    assert again.entry.versions == first.entry.versions
    assert (again.entry.looked_at or "") > (first.entry.looked_at or "")
    assert sender.library.get(first.entry.id) == again.entry


def test_the_same_words_in_another_file_of_the_same_place_are_unchanged(sender: Sender) -> None:
    first = sender.send(letter(), content=b"een")
    again = sender.send(letter(), content=b"twee")
    assert again.outcome is Outcome.UNCHANGED
    assert again.entry.versions == first.entry.versions


def test_the_same_words_from_elsewhere_are_known_and_nothing_is_written(sender: Sender) -> None:
    first = sender.send(letter())
    before = files_below(sender.library.folder)
    other = sender.send(letter(), WEB)
    assert (other.outcome, other.entry) == (Outcome.KNOWN, first.entry)
    assert other.likeness == 1.0
    assert files_below(sender.library.folder) == before
    assert sender.library.entries() == (first.entry,)


def test_nearly_the_same_words_of_the_same_day_from_elsewhere_are_known(sender: Sender) -> None:
    first = sender.send(extract_of(*LONG, published="2025-03-02"))
    other = sender.send(extract_of(*LONG, "Pagina 1 van 9", published="2025-03-02"), WEB)
    assert (other.outcome, other.entry) == (Outcome.KNOWN, first.entry)


def test_a_page_with_another_footer_is_a_newer_version(sender: Sender) -> None:
    sender.send(extract_of(*LETTER, "Laatst gewijzigd in maart."), WEB)
    newer = sender.send(extract_of(*LETTER, "Laatst gewijzigd in mei."), WEB)
    assert newer.outcome is Outcome.NEWER
    assert len(newer.entry.versions) == 2
    assert len(sender.library.entries()) == 1


def test_from_the_same_place_one_other_figure_counts_on_the_same_day(sender: Sender) -> None:
    sender.send(extract_of(*LONG, published="2025-03-02"), WEB)
    newer = sender.send(extract_of(*NEWER, published="2025-03-02"), WEB)
    assert newer.outcome is Outcome.NEWER
    assert newer.likeness > 0.95
    assert current_text(sender, newer) == NEWER[0]


def test_a_newer_letter_from_another_file_is_a_newer_version(sender: Sender) -> None:
    first = sender.send(extract_of(*LONG, published="2025-03-02"), "oud.txt")
    newer = sender.send(extract_of(*NEWER, published="2026-03-02"), "nieuw.txt")
    assert (newer.outcome, newer.entry.id) == (Outcome.NEWER, first.entry.id)
    assert newer.likeness > 0.9
    assert texts(sender, newer) == [LONG[0], NEWER[0]]
    assert current_text(sender, newer) == NEWER[0]
    assert newer.entry.source.published == "2026-03-02"
    assert newer.entry.origin == "oud.txt"


def test_an_older_edition_never_becomes_the_current_one(sender: Sender) -> None:
    first = sender.send(extract_of(*NEWER, published="2026-03-02"), "nieuw.txt")
    older = sender.send(extract_of(*LONG, published="2025-03-02"), "oud.txt")
    assert (older.outcome, older.entry.id) == (Outcome.OLDER, first.entry.id)
    assert current_text(sender, older) == NEWER[0]
    assert older.entry.source.published == "2026-03-02"


@pytest.mark.parametrize("published", ["2019", "2019-05"])
def test_an_older_edition_of_which_the_year_is_known_is_older(
    sender: Sender, published: str
) -> None:
    sender.send(extract_of(*NEWER, published="2026-01-01"), "nieuw.txt")
    older = sender.send(extract_of(*LONG, published=published), "oud.txt")
    assert older.outcome is Outcome.OLDER
    assert current_text(sender, older) == NEWER[0]


def test_a_law_that_will_hold_is_not_current_before_its_day(sender: Sender) -> None:
    sender.send(extract_of(*LONG, valid_from="2024-01-01"), "wet.xml")
    future = sender.send(extract_of(*NEWER, valid_from="2027-01-01"), "wet.xml")
    assert future.outcome is Outcome.NEWER
    assert current_text(sender, future, date(2026, 12, 31)) == LONG[0]
    assert current_text(sender, future, date(2027, 1, 1)) == NEWER[0]


def test_what_is_said_of_a_date_goes_before_what_was_read(sender: Sender) -> None:
    sender.send(extract_of(*LONG, valid_from="2024-01-01"), "a.txt")
    older = sender.send(
        extract_of(*NEWER, valid_from="2026-01-01"), "b.txt", said=said(valid_from="2020-01-01")
    )
    assert older.outcome is Outcome.OLDER


def test_three_versions_are_kept_side_by_side(sender: Sender) -> None:
    for number, percent in enumerate(("20", "25", "30")):
        changed = [LONG[0].replace("25", percent), *LONG[1:]]
        taken = sender.send(extract_of(*changed, published=f"202{number}-01-01"), f"{percent}.txt")
    assert len(taken.entry.versions) == 3
    assert [text.split()[3] for text in texts(sender, taken)] == ["20", "25", "30"]


def test_texts_of_other_words_are_never_one_source(sender: Sender) -> None:
    for number in range(8):
        assert sender.send(extract_of(*prose(number)), f"{number}.txt").outcome is Outcome.NEW
    assert len(sender.library.entries()) == 8


def test_apart_is_a_source_of_its_own(sender: Sender) -> None:
    first = sender.send(extract_of(*LONG), "een.txt")
    apart = sender.send(extract_of(*NEWER), "twee.txt", said=said(apart=True))
    assert apart.outcome is Outcome.NEW
    assert apart.entry.id != first.entry.id
    again = sender.send(extract_of(*NEWER), "twee.txt", said=said(apart=True))
    assert (again.outcome, again.entry.id) == (Outcome.UNCHANGED, apart.entry.id)


def test_the_nearest_of_two_sources_gets_the_version(sender: Sender) -> None:
    far = [*LONG[:12], *prose(8, 250)]
    sender.send(extract_of(*far), "ver.txt")
    near = sender.send(
        extract_of(*LONG, published="2025-01-01"), "nabij.txt", said=said(apart=True)
    )
    newer = sender.send(extract_of(*NEWER, published="2026-01-01"), "nieuw.txt")
    assert newer.entry.id == near.entry.id


def test_a_source_of_the_register_keeps_its_id_and_its_description(sender: Sender) -> None:
    source = register_source()
    url = source.url or ""
    first = sender.send(extract_of(*LONG, title="Iets anders"), url, register=source)
    assert (first.outcome, first.entry.id, first.entry.registered) == (Outcome.NEW, "S01", True)
    newer = sender.send(
        extract_of(*NEWER, published="2026-05-05"), url, register=source, said=said(title="Mijn")
    )
    assert newer.outcome is Outcome.NEWER
    assert newer.entry.source == source
    same = sender.send(extract_of(*NEWER), url, register=source)
    assert same.outcome is Outcome.UNCHANGED


def test_a_source_of_the_register_is_never_merged_by_likeness(sender: Sender) -> None:
    own = sender.send(extract_of(*LONG), "eigen.txt")
    taken = sender.send(extract_of(*LONG), "https://anders.test", register=register_source())
    assert (taken.outcome, taken.entry.id) == (Outcome.NEW, "S01")
    assert own.entry.id != "S01"


def test_the_register_tells_when_a_document_does_not(sender: Sender) -> None:
    source = register_source(published="2024-04")
    taken = sender.send(extract_of(*LONG), "https://anders.test", register=source)
    assert taken.entry.versions[0].published == "2024-04"


def test_what_the_operator_says_is_kept_and_can_be_said_anew(sender: Sender) -> None:
    first = sender.send(
        letter(), said=said(title="Mijn brief", publisher="Wij", kind="kamerstuk", label="internal")
    )
    source = first.entry.source
    assert (source.title, source.publisher, source.id) == ("Mijn brief", "Wij", "mijn-brief")
    assert (source.kind, source.authority, first.entry.label) == ("kamerstuk", "beleid", "internal")
    kept = sender.send(letter()).entry
    assert (kept.source.title, kept.label) == ("Mijn brief", "internal")
    again = sender.send(letter(), said=said(kind="wettekst", topic="wet-vifo")).entry
    assert (again.source.kind, again.source.authority) == ("wettekst", "wet")
    assert (again.topic, again.id) == ("wet-vifo", "mijn-brief")


@pytest.mark.parametrize("text", ["", "   ", "Vier woorden zijn weinig."])
def test_next_to_nothing_is_refused_and_leaves_nothing(sender: Sender, text: str) -> None:
    with pytest.raises(SourceRefused, match="geen tekst"):
        sender.send(extract_of(text))
    assert files_below(sender.library.folder) == []


@pytest.mark.parametrize("text", ["2025-02-30", "2025-13", "gisteren", "01-02-2025", "20250102"])
@pytest.mark.parametrize("field", ["published", "valid_from"])
def test_a_date_that_is_none_is_refused_and_leaves_nothing(
    sender: Sender, field: str, text: str
) -> None:
    with pytest.raises(SourceRefused, match="geen datum") as caught:
        sender.send(letter(), said=said(**{field: text}))
    assert "2026-11-22" in caught.value.advice
    assert files_below(sender.library.folder) == []


def test_another_file_never_ties_a_source_to_its_folder_or_its_etag(sender: Sender) -> None:
    sender.send(extract_of(*LONG, published="2025-01-01"), WEB, etag='"web"', last_modified="toen")
    merged = sender.send(
        extract_of(*NEWER, published="2026-01-01"), "/map/nieuw.txt", folder="/map"
    )
    assert merged.outcome is Outcome.NEWER
    # Else the next sync of /map would remove a source that never came from it.
    assert merged.entry.folder is None
    assert (merged.entry.etag, merged.entry.last_modified) == ('"web"', "toen")
    own = sender.send(extract_of(*NEWER, "Nog een zin."), WEB, etag='"2"')
    assert own.entry.etag == '"2"'


def test_a_look_never_undoes_a_version_that_came_meanwhile(sender: Sender) -> None:
    stale = sender.send(extract_of(*LONG, published="2025-01-01"), "een.txt").entry
    sender.send(extract_of(*NEWER, published="2026-01-01"), "twee.txt")
    seen = looked(sender.library, stale, lambda: datetime(2026, 11, 22, tzinfo=UTC))
    assert seen.outcome is Outcome.UNCHANGED
    entry = sender.library.get(stale.id)
    assert entry is not None
    assert len(entry.versions) == 2
    assert (entry.looked_at or "").startswith("2026-11-22")


@pytest.mark.parametrize(
    ("name", "ending"),
    [
        ("wet.PDF", ".pdf"),
        ("https://x.test/wet.html?a=b.exe", ".html"),
        ("zonder", ".bin"),
        ("raar.a/b", ".bin"),
        ("x.veeltelangeextensie", ".bin"),
    ],
)
def test_a_file_is_kept_under_a_name_that_its_bytes_give(
    sender: Sender, name: str, ending: str
) -> None:
    (version,) = sender.send(letter(), "x", name=name).entry.versions
    stem, _, extension = version.file.partition(".")
    assert version.sha256.startswith(stem)
    assert len(stem) == 16
    assert f".{extension}" == ending


@pytest.mark.parametrize("title", [None, "", "…", "x" * 500, "../../weg", "a/b\\c"])
def test_odd_titles_are_taken_in(sender: Sender, title: str | None) -> None:
    taken = sender.send(letter(title=title))
    assert sender.library.get(taken.entry.id) == taken.entry
    top = {name.split("/")[0] for name in files_below(sender.library.folder)}
    assert top == {taken.entry.id}


def test_a_title_is_found_when_the_document_bears_none(sender: Sender) -> None:
    taken = sender.send(letter(title=None), "https://x.test/docs/handreiking-uitvoer.pdf?v=2",
                        name="https://x.test/docs/handreiking-uitvoer.pdf?v=2")  # fmt: skip
    assert taken.entry.source.title == "handreiking-uitvoer"
    assert taken.entry.source.publisher == "x.test"


@pytest.mark.parametrize(
    ("changes", "kind"),
    [
        ({"valid_from": "2024-01-01", "media_type": "text/html"}, "wettekst"),
        ({"media_type": "text/html"}, "webpagina"),
        ({"media_type": "application/pdf"}, "rapport"),
    ],
)
def test_the_kind_is_guessed(changes: dict[str, Any], kind: str) -> None:
    assert guessed_kind(letter(**changes)) == kind


def test_the_publisher_is_who_says_so_or_the_host() -> None:
    assert guessed_publisher(letter(publisher="AIVD"), WEB) == "AIVD"
    assert guessed_publisher(letter(), WEB) == "voorbeeld.test"
    assert guessed_publisher(letter(), None) is None


def test_a_mangled_text_is_taken_in_and_marked(sender: Sender) -> None:
    mangled = replace(letter(), mangled="De letters zijn niet te lezen.")
    (version,) = sender.send(mangled).entry.versions
    assert version.mangled == "De letters zijn niet te lezen."


def test_a_version_tells_its_length_and_pages(sender: Sender) -> None:
    made = extract_of(paragraph("een twee drie vier"), paragraph("vijf zes"), pages=2)
    (version,) = sender.send(made).entry.versions
    assert (version.words, version.pages, version.language) == (6, 2, "nl")


def test_a_refused_file_that_turns_out_to_be_a_newer_version_leaves_no_second_source(
    sender: Sender,
) -> None:
    first = sender.send(extract_of(*LONG, published="2025-01-01"), "een.txt")
    note_failure(sender.library, "twee.txt", SourceRefused("twee.txt", "stuk."))
    mended = sender.send(extract_of(*NEWER, published="2026-01-01"), "twee.txt")
    assert (mended.outcome, mended.entry.id) == (Outcome.NEWER, first.entry.id)
    assert sender.library.entries() == (mended.entry,)


def test_a_source_of_the_register_is_its_own_though_its_address_was_added_by_hand(
    sender: Sender,
) -> None:
    source = register_source()
    own = sender.send(extract_of(*LONG), source.url or "")
    fetched = sender.send(extract_of(*LONG), source.url or "", register=source)
    assert (fetched.outcome, fetched.entry.id) == (Outcome.NEW, "S01")
    assert own.entry.id != "S01"
