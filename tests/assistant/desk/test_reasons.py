"""Every reason of the proof has a Dutch text that helps whoever must repair the sentence."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator

import pytest

from assistant.desk.reasons import in_dutch, is_known
from indexer.settings import PROJECT

_MODULES = (
    "assistant/proof/verifier.py",
    "assistant/proof/generated.py",
    "assistant/proof/entailment.py",
    "assistant/proof/limits.py",
    "assistant/generate.py",
)


def reasons() -> Iterator[str]:
    """Yield every reason that the proof can give, as it stands in its source."""
    for name in _MODULES:
        tree = ast.parse((PROJECT / name).read_text(encoding="utf-8"))
        for node in ast.walk(tree):
            for value in given_by(node):
                yield from said(value)


def given_by(node: ast.AST) -> list[ast.expr | None]:
    """Return the expressions in which a piece of source may give a reason."""
    if isinstance(node, ast.Yield | ast.Return):
        return [node.value]
    if isinstance(node, ast.keyword) and node.arg == "reason":
        return [node.value]
    if isinstance(node, ast.Assign) and ast.unparse(node.targets[0]) in ("reason", "_TOO_LONG"):
        return [node.value]
    return []


def said(value: ast.expr | None) -> Iterator[str]:
    """Yield the texts that an expression can be; a value in it is the number fifteen."""
    if isinstance(value, ast.BoolOp):
        for part in value.values:
            yield from said(part)
    elif isinstance(value, ast.IfExp):
        yield from said(value.body)
        yield from said(value.orelse)
    elif isinstance(value, ast.Constant) and isinstance(value.value, str) and " " in value.value:
        yield value.value
    elif isinstance(value, ast.JoinedStr):
        yield "".join(
            str(part.value) if isinstance(part, ast.Constant) else filled(part)
            for part in value.values
        )


def filled(part: ast.expr) -> str:
    shown = ast.unparse(part)
    return "45%" if "cover" in shown else "0.21" if ".2f" in shown else "15"


REASONS = sorted(set(reasons()))


def test_the_walk_finds_the_reasons() -> None:
    assert len(REASONS) > 25
    for reason in (
        "the quote does not stand in the passage",
        "not in the quote: 15",
        "only 45% of its words are in the quote",
        "a condition was lost: 15",
        "a beginning became an end",
        "too long for the entailment model",
        "the quote does not entail it: 0.21, at least 0.21 needed",
        "it has no end",
    ):
        assert reason in REASONS


@pytest.mark.parametrize(
    "reason",
    [
        *REASONS,
        *(f"a condition was lost: {kind}" for kind in ("only", "except", "hedge", "if")),
        *(f"a condition was added: {kind}" for kind in ("only", "except", "always")),
    ],
)
def test_every_reason_is_told_in_dutch(reason: str) -> None:
    assert is_known(reason)
    told = in_dutch(reason)
    assert re.fullmatch(r"[A-Z“0-9].*\.", told)
    assert "{" not in told
    assert not set(re.findall(r"[a-z]+", told.lower())) & {"the", "quote", "its", "lost"}
    if reason.endswith(" 15"):
        assert "15" in told  # what is wrong is named


def test_what_is_not_stated_is_named_for_what_it_is() -> None:
    told = {
        "15": "Het getal 15 staat niet in de passage.",
        "15 procent": "Het getal 15 procent staat niet in de passage.",
        "1 mei 2027": "De datum of het jaar 1 mei 2027 staat niet in de passage.",
        "2027": "De datum of het jaar 2027 staat niet in de passage.",
        "artikel 12": "De verwijzing artikel 12 staat niet in de passage.",
        "5A002": "De code 5A002 staat niet in de passage.",
        "079 320 50 50": "Het telefoonnummer 079 320 50 50 staat niet in de passage.",
        "tip@voorbeeld.nl": "Het e-mailadres tip@voorbeeld.nl staat niet in de passage.",
        "AIVD": "De naam AIVD staat niet in de passage.",
    }
    assert {shown: in_dutch(f"not in the quote: {shown}") for shown in told} == told


def test_a_reason_that_is_not_known_still_gives_a_sentence() -> None:
    assert in_dutch("something new") == "De passage ondersteunt deze zin niet."
    assert not is_known("something new")
    assert "{}" in in_dutch("a word that the quote has not: {}")  # a text is no template
