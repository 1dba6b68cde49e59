from __future__ import annotations

from pathlib import Path

import pytest

from indexer.errors import (
    AppError,
    CorpusError,
    FolderNotWritable,
    IndexBusy,
    IndexDamaged,
    IndexMismatch,
    IndexMissing,
    ModelDamaged,
    ModelMissing,
)

PLACE = Path("/ergens/anders")


@pytest.mark.parametrize(
    ("error", "way_out"),
    [
        (CorpusError(PLACE, 7, "kapot"), "/ergens/anders:7: kapot"),
        (CorpusError(PLACE, None, "kapot"), "/ergens/anders: kapot"),
        (ModelMissing(PLACE), "make model"),
        (ModelDamaged(PLACE, "a" * 64, "b" * 64), "make install"),
        (IndexMissing(PLACE), "loket index"),
        (IndexDamaged(PLACE, "kapot"), "loket index --rebuild"),
        (IndexMismatch(PLACE, "dit", "dat"), "LOKET_MODEL"),
        (IndexBusy(PLACE), "try again later"),
        (FolderNotWritable(PLACE), "LOKET_DATA_DIR"),
    ],
)
def test_every_error_names_the_place_and_the_way_out_in_one_line(
    error: AppError, way_out: str
) -> None:
    message = str(error)
    assert str(PLACE) in message
    assert way_out in message
    assert "\n" not in message
