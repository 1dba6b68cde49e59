"""What an operator reads when the check no longer fits the corpus."""

from __future__ import annotations

from assistant.check.errors import CheckOutdated


def test_the_message_names_line_place_and_words_and_the_way_out() -> None:
    message = str(CheckOutdated("kroonjuwelen", "document.deel", "Breng in kaart."))
    for part in ("kroonjuwelen", "document.deel", "Breng in kaart.", "loket index"):
        assert part in message
