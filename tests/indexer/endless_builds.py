"""A program that takes in a document and builds, over and over, until somebody kills it."""

from __future__ import annotations

import sys
from itertools import count
from pathlib import Path

from indexer.build import build_index
from indexer.library.intake import Arrival, Said, take_in
from indexer.library.shelf import Library
from indexer.reading.extract import Block, Extract
from tests.conftest import quiet, settings_for
from tests.fakes import HashEmbedder

SENTENCES = 40


def arrival(file: Path, number: int) -> Arrival:
    """Return the document as it reads in round `number`."""
    blocks = [Block(kind="heading", text="Proef", level=1)]
    blocks += [
        Block(kind="paragraph", text=f"In ronde {number} meldt regel {line} een proef met drones.")
        for line in range(SENTENCES)
    ]
    file.write_text("\n".join(block.text for block in blocks), encoding="utf-8")
    extract = Extract(media_type="text/plain", blocks=tuple(blocks))
    said = Said(title="Proef", publisher="Uitgever", published=f"20{number % 90 + 10}-01-01")
    return Arrival(
        file=file, name="proef.txt", origin="proef", extract=extract, language="nl", said=said
    )


def main(corpus: Path, data: Path) -> None:
    """Build for ever; say on stdout when a round begins."""
    settings = settings_for(corpus, data)
    library = Library(settings.library_dir)
    held = library.get("proef")
    first = len(held.versions) if held else 0
    for number in count(first):
        sys.stdout.write(f"{number}\n")
        sys.stdout.flush()
        take_in(library, arrival(data / "proef.txt", number))
        build_index(settings, HashEmbedder, quiet)


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
