"""Every module has its test at the same path, so that a newcomer finds what must hold for it."""

from __future__ import annotations

from indexer.settings import PROJECT

ELSEWHERE = {
    # nouns without behaviour of their own: every test of a step makes them
    "assistant/turn.py",
    "indexer/reading/limits.py",
    # scripts, run by `make`; they need the model group or take minutes
    "evals/bench.py",
    "evals/bench_sources.py",
    "evals/calibrate.py",
    "evals/plain_pipeline.py",
}


def test_every_module_of_indexer_assistant_and_evals_has_its_test() -> None:
    missing = []
    for package in ("indexer", "assistant", "evals"):
        for path in sorted((PROJECT / package).rglob("*.py")):
            name = path.relative_to(PROJECT)
            if path.name.startswith("__") or name.as_posix() in ELSEWHERE:
                continue
            test = PROJECT / "tests" / name.parent / f"test_{path.name}"
            if not test.is_file():
                missing.append(name.as_posix())
    assert missing == []


def test_what_is_tested_elsewhere_is_still_there() -> None:
    assert [name for name in ELSEWHERE if not (PROJECT / name).is_file()] == []
