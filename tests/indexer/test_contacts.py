from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from indexer.contacts import load_contacts
from indexer.errors import CorpusError

ENTRY = """
[[contact]]
id = "bti"
name = "Bureau Toetsing Investeringen (BTI)"
phone = "070 123 45 67"
topics = ["wet-vifo", "bti"]
primary = ["bti"]
reason.nl = "Behandelt meldingen."
reason.en = "Handles notifications."
source = "S02"
checked = 2026-11-21
"""


def written(tmp_path: Path, text: str) -> Path:
    path = tmp_path / "contacts.toml"
    path.write_text(text, encoding="utf-8")
    return path


def test_a_contact_is_read_whole(tmp_path: Path) -> None:
    (contact,) = load_contacts(written(tmp_path, ENTRY))
    assert (contact.id, contact.name) == ("bti", "Bureau Toetsing Investeringen (BTI)")
    assert (contact.phone, contact.email, contact.url) == ("070 123 45 67", None, None)
    assert (contact.topics, contact.primary) == (("wet-vifo", "bti"), ("bti",))
    assert contact.reason == {"nl": "Behandelt meldingen.", "en": "Handles notifications."}
    assert (contact.source_id, contact.checked) == ("S02", date(2026, 11, 21))


def test_contacts_keep_the_order_of_the_table(tmp_path: Path) -> None:
    text = ENTRY + ENTRY.replace('"bti"\n', '"aivd"\n')
    assert [contact.id for contact in load_contacts(written(tmp_path, text))] == ["bti", "aivd"]


@pytest.mark.parametrize(
    ("text", "line", "problem"),
    [
        (ENTRY.replace('source = "S02"\n', ""), 2, "contact bti: `source` is missing"),
        (ENTRY.replace('"wet-vifo", "bti"', ""), 2, "contact bti: `topics` is missing"),
        (ENTRY.replace("checked = 2026-11-21\n", ""), 2, "contact bti: `checked` is missing"),
        (ENTRY.replace("2026-11-21", '"gisteren"'), 2, "contact bti: `checked` is not a date"),
        (ENTRY.replace('id = "bti"\n', ""), 2, "contact .: `id` is missing"),
        (ENTRY.replace("reason.en", "reason.de"), 2, "contact bti: `reason.en` is missing"),
        (
            ENTRY.replace(".nl", "").replace('reason.en = "Handles notifications."', ""),
            2,
            "reason.nl",
        ),
        (ENTRY.replace('["bti"]', '"bti"'), 2, "contact bti: `primary` is not a list"),
        (ENTRY.replace('"070 123 45 67"', "112"), 2, "contact bti: `phone` is not text"),
        (ENTRY + ENTRY, 13, "contact bti is there twice"),
    ],
)
def test_each_fault_names_file_line_and_contact(
    tmp_path: Path, text: str, line: int | None, problem: str
) -> None:
    path = written(tmp_path, text)
    with pytest.raises(CorpusError, match=problem) as caught:
        load_contacts(path)
    assert (caught.value.path, caught.value.line) == (path, line)
