"""Whenever the indexer is killed, there is an index that works, and the next build goes on."""

from __future__ import annotations

import random
import subprocess
import sys
import time

import numpy as np

from indexer.build import build_index
from indexer.index import open_index
from indexer.library.shelf import Library
from indexer.settings import PROJECT, IndexSettings
from indexer.store import SCOPES
from tests.conftest import quiet
from tests.fakes import DIMENSIONS, HashEmbedder

KILLS = 10
_ROUNDS = 1.5  # how many rounds of the builder a moment may lie after the start of one
_QUESTION = np.ones(DIMENSIONS, np.float32) / np.sqrt(DIMENSIONS)


def start(settings: IndexSettings) -> subprocess.Popen[str]:
    """Start the endless builder; return it when its first round has begun."""
    process = subprocess.Popen(
        [
            sys.executable,
            "-m",
            "tests.indexer.endless_builds",
            str(settings.corpus_dir),
            str(settings.data_dir),
        ],
        cwd=PROJECT,
        stdout=subprocess.PIPE,
        text=True,
    )
    assert process.stdout is not None
    assert process.stdout.readline()
    return process


def seconds_a_round(settings: IndexSettings) -> float:
    """Let the builder finish one round, and return how long that took on this machine."""
    process = start(settings)
    began = time.monotonic()
    assert process.stdout is not None
    assert process.stdout.readline()
    took = time.monotonic() - began
    process.kill()
    process.communicate()
    return took


def check(settings: IndexSettings) -> int:
    """Use the whole index, and read the whole library; return how many passages there are."""
    with open_index(settings.index_dir, HashEmbedder()) as index:
        held = {p.id for p in index.passages}
        found = index.store.nearest("passages", _QUESTION, count=10_000, scopes=SCOPES)
        assert {near.passage_id for near in found} == held
        for passage in index.passages:
            terms = index.terms.of_text(passage.text, passage.language)
            ranked = index.keywords.best(terms, count=10_000, scopes=[passage.scope])
            assert passage.id in {name for name, _ in ranked}
    library = Library(settings.library_dir)
    for entry in library.entries():
        for version in entry.versions:
            assert library.extract_of(entry, version).blocks
            assert library.file_of(entry, version).is_file()
    return len(held)


def test_killed_at_ten_random_moments_the_index_works_each_time(
    index_settings: IndexSettings,
) -> None:
    build_index(index_settings, HashEmbedder, quiet)
    moments = random.Random(5)
    counts = [check(index_settings)]
    took = seconds_a_round(index_settings)
    for _ in range(KILLS):
        process = start(index_settings)
        time.sleep(moments.uniform(0.0, _ROUNDS * took))
        process.kill()
        process.communicate()
        assert process.returncode == -9
        counts.append(check(index_settings))
    assert counts[-1] > counts[0]  # some builds did end in between
    build_index(index_settings, HashEmbedder, quiet)
    assert list(index_settings.index_dir.glob("*.tmp")) == []
    assert build_index(index_settings, HashEmbedder, quiet).added == 0
