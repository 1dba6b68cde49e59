"""A program that serves a language model at OpenAI's protocol, until somebody kills it.

    python tests/llm/weak_server.py MODEL.gguf MANNER

It prints its address on a line of its own. What a manner is, `MANNERS` tells.
"""

from __future__ import annotations

import importlib
import signal
import sys
from dataclasses import dataclass
from typing import Any

LINES = r"""
root ::= line{2,6}
line ::= [A-Z0-9] [^\n\[\]<>.!?]{20,110} ". [1]\n"
"""
"""Sentences with a marker: a weak model forgets those, and what has none is dropped unread."""
_NO_TEMPERATURE = "penalties;dry;top_k;top_p;min_p"
_CHOICES = 5


@dataclass(frozen=True, slots=True)
class Manner:
    """How the model is made to write."""

    marked: bool = False
    """Only lines that end in a marker."""
    drawn: bool = False
    """Words drawn by chance out of the likeliest five, whatever the client asks."""
    longest: int = 64
    """Tokens of one draft: a weak model does not know when to stop."""


MANNERS = {
    "free": Manner(),
    "marked": Manner(marked=True),
    "drawn": Manner(marked=True, drawn=True, longest=96),
    "schema": Manner(drawn=True, longest=288),
}


def parameters(model: str, manner: Manner) -> Any:
    """Return what the server is told: this machine only, and the manner."""
    # Not a lock of ours holds this package, so mypy may or may not find it.
    xllamacpp = importlib.import_module("xllamacpp")
    told = xllamacpp.CommonParams()
    told.model.path = model
    told.hostnames = ["127.0.0.1"]
    told.port = 0
    told.n_ctx = 4096
    told.n_predict = manner.longest
    # One: with two, each waits busily for the other, ten times as long where cores are shared.
    told.cpuparams.n_threads = 1
    told.endpoint_metrics = True
    told.endpoint_slots = True
    told.sampling.seed = 7
    if manner.drawn:
        # The client asks for temperature 0, which is what the sampler left out here would obey.
        told.sampling.samplers = _NO_TEMPERATURE
        told.sampling.top_k = _CHOICES
    if manner.marked:
        grammar = xllamacpp.CommonGrammar()
        grammar.type = xllamacpp.common_grammar_type.COMMON_GRAMMAR_TYPE_USER
        grammar.grammar = LINES
        told.sampling.grammar = grammar
    return told


def main(model: str, manner: str) -> None:
    """Serve until killed."""
    server = importlib.import_module("xllamacpp").Server(parameters(model, MANNERS[manner]))
    sys.stdout.write(f"{server.listening_address}\n")
    sys.stdout.flush()
    signal.pause()


if __name__ == "__main__":
    main(*sys.argv[1:])
