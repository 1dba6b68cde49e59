"""What the operator waits for: reading a long PDF, and adding a page to a large index.

The large index is made of the corpus's own sentences in random order, in documents of which nobody
needs the vectors: they are random numbers, for a vector costs the same whatever it says. The page
that is added is embedded for real. Everything happens in a folder that is gone afterwards.
"""

from __future__ import annotations

import gc
import hashlib
import random
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from indexer.build import build_index
from indexer.corpus import load_corpus
from indexer.embedder import Embedder, Vectors, load_embedder
from indexer.library.intake import Arrival, Said, take_in
from indexer.library.shelf import Library
from indexer.reading.extract import Block, Extract
from indexer.settings import IndexSettings

PASSAGES = 10_000
_A_DOCUMENT = 250  # passages
_A_PASSAGE = 8  # sentences
_PAGES = 300
_LINES_A_COLUMN = 48
_ADDED = (
    "Vanaf de kade meldt elke proef met drones zich vooraf bij het havenbureau.",
    "De melding noemt het toestel, de vlieger, het doel van de proef en de gebruikte radio.",
    "Het havenbureau beslist binnen tien werkdagen en kan voorwaarden stellen.",
)


# In a process of its own: the peak of its children is that of the one that read.
_READ = """
import resource, sys, time
from pathlib import Path
from indexer.reading.confined import read_confined
from indexer.reading.limits import Limits
path = Path(sys.argv[1])
before = time.perf_counter()
extract = read_confined(path, name=path.name, limits=Limits())
took = time.perf_counter() - before
print(extract.pages, took, resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss)
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceFigures:
    """What was measured."""

    pages_per_second: float
    pdf_megabytes: float
    """Peak memory of the process that read the PDF."""
    passages: int
    add_seconds: float
    """From the document at hand to the pointer: taken in, copied, embedded, indexed."""
    command_seconds: float
    """The same as a command, `loket add`, from start to end."""
    start_seconds: float
    """The start of a process that opens the index and the model and does nothing more."""
    growth_megabytes: float
    """How much more memory was held after the second half of the documents than after the first."""


class _Random:
    """Random vectors under the name of the real model."""

    def __init__(self, name: str, dimensions: int) -> None:
        self.name = name
        self._dimensions = dimensions
        self._numbers = np.random.default_rng(1)

    def embed_passages(self, texts: Sequence[str]) -> Vectors:
        rows = self._numbers.standard_normal((len(texts), self._dimensions)).astype(np.float32)
        return rows / np.linalg.norm(rows, axis=1, keepdims=True)  # type: ignore[no-any-return]

    embed_queries = embed_passages


def measure_sources() -> SourceFigures:
    """Measure in a temporary folder, with the prepared model."""
    real = IndexSettings()
    with tempfile.TemporaryDirectory() as folder:
        settings = real.model_copy(update={"data_dir": Path(folder)})
        shutil.copytree(real.models_dir, settings.models_dir)
        pages, megabytes = _read_pdf(Path(folder) / "lang.pdf")
        embedder = load_embedder(settings)
        growth, passages = _fill(settings, embedder)
        added = _add(settings, embedder, Path(folder))
        command, start = _command(settings, Path(folder))
    return SourceFigures(
        pages_per_second=pages,
        pdf_megabytes=megabytes,
        passages=passages,
        add_seconds=added,
        command_seconds=command,
        start_seconds=start,
        growth_megabytes=growth,
    )


def _sentences() -> list[str]:
    corpus = load_corpus(IndexSettings().corpus_dir)
    return [s.text for d in corpus.documents if d.language == "nl" for c in d.sections
            for s in c.sentences]  # fmt: skip


def _documents() -> Iterator[Extract]:
    sentences, dice = _sentences(), random.Random(3)  # noqa: S311  # no secret
    for number in range(PASSAGES // _A_DOCUMENT):
        blocks: list[Block] = []
        for part in range(_A_DOCUMENT):
            blocks.append(Block(kind="heading", level=2, text=f"Onderdeel {number}.{part}"))
            text = " ".join(dice.sample(sentences, _A_PASSAGE))
            blocks.append(Block(kind="paragraph", text=text, page=part + 1))
        yield Extract(media_type="application/pdf", blocks=tuple(blocks), pages=_A_DOCUMENT)


def _arrival(extract: Extract, file: Path, name: str) -> Arrival:
    file.write_text(name, encoding="utf-8")
    said = Said(title=name, publisher="Uitgever", kind="rapport", apart=True)
    return Arrival(
        file=file, name=f"{name}.pdf", origin=name, extract=extract, language="nl", said=said
    )


def _fill(settings: IndexSettings, embedder: Embedder) -> tuple[float, int]:
    library, half = Library(settings.library_dir), PASSAGES // _A_DOCUMENT // 2
    held: list[float] = []
    for number, extract in enumerate(_documents()):
        take_in(library, _arrival(extract, settings.data_dir / "file", f"Document {number}"))
        if number in (half - 1, 2 * half - 1):
            gc.collect()
            held.append(_resident_megabytes())
    dimensions = embedder.embed_queries(["vraag"]).shape[1]
    report = build_index(settings, lambda: _Random(embedder.name, dimensions), lambda *_: None)
    return held[1] - held[0], report.added


def _resident_megabytes() -> float:
    status = Path("/proc/self/status").read_text(encoding="utf-8")
    kilobytes = next(line.split()[1] for line in status.splitlines() if line.startswith("VmRSS"))
    return int(kilobytes) / 1024


def _add(settings: IndexSettings, embedder: Embedder, folder: Path) -> float:
    block = Block(kind="paragraph", text=" ".join(_ADDED), page=1)
    extract = Extract(media_type="application/pdf", blocks=(block,), pages=1)
    arrival = _arrival(extract, folder / "file", "Een bladzijde")
    before = time.perf_counter()
    take_in(Library(settings.library_dir), arrival)
    build_index(settings, lambda: embedder, lambda *_: None)
    return time.perf_counter() - before


def _command(settings: IndexSettings, folder: Path) -> tuple[float, float]:
    """Time `loket add`, and a process that only starts, both with the data of the bench."""
    page = folder / "pagina.txt"
    page.write_text("Proeven op de kade\n\n" + "\n".join(_ADDED) + "\n", encoding="utf-8")
    environment = {"LOKET_DATA_DIR": str(settings.data_dir), "PATH": "/usr/bin:/bin"}
    add = [sys.executable, "-m", "ui", "add", str(page), "--publisher", "Havenbureau", "--yes"]
    start = [
        sys.executable,
        "-c",
        "from indexer.settings import IndexSettings; from indexer.embedder import load_embedder;"
        "import indexer.build, indexer.library.door, chromadb, langchain_chroma, datasketch;"
        "load_embedder(IndexSettings()).embed_passages(['begin'])",
    ]
    return _timed(add, environment), _timed(start, environment)


def _timed(command: list[str], environment: dict[str, str]) -> float:
    before = time.perf_counter()
    subprocess.run(  # noqa: S603  # our own command
        command, check=True, capture_output=True, env=environment, cwd=Path(__file__).parents[1]
    )
    return time.perf_counter() - before


def _read_pdf(path: Path) -> tuple[float, float]:
    _write_pdf(path)
    done = subprocess.run(  # noqa: S603  # our own command
        [sys.executable, "-c", _READ, str(path)],
        check=True,
        capture_output=True,
        text=True,
        cwd=Path(__file__).parents[1],
    )
    pages, took, kilobytes = map(float, done.stdout.split())
    return pages / took, kilobytes / 1024


def _write_pdf(path: Path) -> None:
    """Write a report of three hundred pages in two columns, made of the corpus's sentences."""
    from reportlab.lib.pagesizes import A4
    from reportlab.pdfgen.canvas import Canvas

    words = " ".join(_sentences()).split()
    canvas = Canvas(str(path), pagesize=A4, invariant=1)
    place = int(hashlib.sha256(b"begin").hexdigest(), 16) % len(words)
    for page in range(1, _PAGES + 1):
        canvas.setFont("Helvetica", 8)
        canvas.drawString(50, 810, "Jaarbericht economische veiligheid")
        canvas.drawString(520, 30, str(page))
        for left in (50, 310):
            for line in range(_LINES_A_COLUMN):
                text = ""
                while canvas.stringWidth(f"{text} {words[place]}", "Helvetica", 9) < 230:
                    text = f"{text} {words[place]}".strip()
                    place = (place + 1) % len(words)
                canvas.setFont("Helvetica", 9)
                canvas.drawString(left, 770 - 15 * line, text)
        canvas.showPage()
    canvas.save()
