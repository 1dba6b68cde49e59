"""The plots are well-formed SVG, have a name, and put things where they belong."""

from __future__ import annotations

import re
from xml.etree import ElementTree

import pytest

from evals.bootstrap import Mean
from evals.plots import MARKS, dots, histogram, mark, reliability_curve
from evals.reliability import reliability

TITLE = 'Scores & "others" <all>'


def parsed(svg: str) -> ElementTree.Element:
    root = ElementTree.fromstring(svg)  # noqa: S314  # our own text
    assert root.get("role") == "img"
    assert root.get("aria-label") == TITLE
    first = root.find("title")
    assert first is not None
    assert first.text == TITLE
    box = [float(value) for value in root.attrib["viewBox"].split()]
    for node in root.iter():
        for name in ("x", "x1", "x2", "cx"):
            if name in node.attrib:
                assert 0 <= float(node.attrib[name]) <= box[2]
        for name in ("y", "y1", "y2", "cy"):
            if name in node.attrib:
                assert 0 <= float(node.attrib[name]) <= box[3]
    return root


def test_dots_stand_further_right_the_higher_the_score() -> None:
    low = Mean(value=0.2, low=0.1, high=0.4, count=5)
    high = Mean(value=0.9, low=0.8, high=1.0, count=5)
    root = parsed(dots({"a<b": {"x": low, "y": high, "z": None}}, TITLE))
    (circle,), (square,) = root.findall("circle"), root.findall("rect")
    assert float(circle.attrib["cx"]) < float(square.attrib["x"])
    assert not root.findall("path")
    assert "a<b" in [node.text for node in root.findall("text")]
    hint = circle.find("title")
    assert hint is not None
    assert hint.text == "a<b, x: 0.200 (0.10 to 0.40, n=5)"


def test_each_series_has_its_own_shape() -> None:
    tags = [ElementTree.fromstring(mark(kind, 7, 7, 0)).tag for kind in MARKS]  # noqa: S314
    assert tags == ["circle", "rect", "path"]


def test_the_curve_rises_with_rightness_and_bubbles_with_number() -> None:
    bins = reliability([(0.2, False)] * 9 + [(0.9, True)])
    first, last = parsed(reliability_curve(bins, TITLE)).findall("circle")
    assert float(first.attrib["cy"]) > float(last.attrib["cy"])
    assert float(first.attrib["r"]) > float(last.attrib["r"])
    parsed(reliability_curve((), TITLE))


@pytest.mark.parametrize("values", [[], [0.0], [5.0] * 9, [*range(10, 60), 4000.0], [0.2, 0.4]])
def test_every_time_is_counted_in_a_bar(values: list[float]) -> None:
    root = parsed(histogram(values, TITLE, marks={"p50": 5.0, "p99": 1e6}))
    hints = [title.text or "" for bar in root.findall("rect") for title in bar.findall("title")]
    assert sum(int(re.split(": ", hint)[1]) for hint in hints) == len(values)
    assert 1 <= len(hints) <= 41
