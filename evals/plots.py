"""Plots as inline SVG. Colours are CSS classes of the report, so that they follow light and dark.

Each plot has a title for who cannot see it and a caption beside it; the figures stand in a table
under it, so nothing is told by colour alone.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from html import escape

from evals.bootstrap import Mean
from evals.reliability import Bin

_WIDTH = 800
_LABELS = 290  # width of the column of row names
_ROW = 30
_SIDE = 360
_MARGIN = 46
_FAR = 0.85  # of the width: a label further right is written leftwards, or it is cut off
MARKS = ("circle", "square", "diamond")


def _svg(width: float, height: float, title: str, parts: Iterable[str]) -> str:
    return (
        f'<svg viewBox="0 0 {width:g} {height:g}" role="img" aria-label="{escape(title)}" '
        f'style="max-width:{width:g}px"><title>{escape(title)}</title>{"".join(parts)}</svg>'
    )


def _text(x: float, y: float, text: str, anchor: str = "start", kind: str = "") -> str:
    place = f'x="{x:.1f}" y="{y:.1f}" text-anchor="{anchor}"'
    return f'<text {place} class="{kind}">{escape(text)}</text>'


def _line(start: tuple[float, float], end: tuple[float, float], kind: str) -> str:
    places = zip(("x1", "y1", "x2", "y2"), (*start, *end), strict=True)
    drawn = " ".join(f'{name}="{value:.1f}"' for name, value in places)
    return f'<line {drawn} class="{kind}"/>'


def mark(kind: str, x: float, y: float, series: int, hint: str = "") -> str:
    """Return a circle, square or diamond of a series (0, 1, 2); the hint shows on hovering."""
    told = f"<title>{escape(hint)}</title>" if hint else ""
    shapes = {
        "circle": f'<circle cx="{x:.1f}" cy="{y:.1f}" r="5"',
        "square": f'<rect x="{x - 4.5:.1f}" y="{y - 4.5:.1f}" width="9" height="9"',
        "diamond": f'<path d="M{x:.1f} {y - 6.5:.1f} l6 6.5 l-6 6.5 l-6 -6.5 z"',
    }
    tag = shapes[kind].split(" ", 1)[0][1:]
    return f'{shapes[kind]} class="series{series}">{told}</{tag}>'


def dots(rows: Mapping[str, Mapping[str, Mean | None]], title: str) -> str:
    """One row a name; each measure (at most three) a mark from 0 to 1, its interval a thin line."""
    left, right = _LABELS, _WIDTH - 20
    height = 30 + _ROW * len(rows) + 24

    def across(value: float) -> float:
        return left + value * (right - left)

    parts = [
        _line((across(tick / 4), 24), (across(tick / 4), height - 24), "grid") for tick in range(5)
    ]
    parts += [
        _text(across(tick / 4), height - 6, f"{tick / 4:g}", "middle", "tick") for tick in range(5)
    ]
    for number, (name, measures) in enumerate(rows.items()):
        middle = 30 + _ROW * number + _ROW / 2
        parts.append(_text(left - 12, middle + 4, name, "end"))
        for series, (measure, mean) in enumerate(measures.items()):
            if mean is None:
                continue
            # Marks of one row stand a little apart, or one hides the other.
            y = middle + (series - (len(measures) - 1) / 2) * 8
            parts.append(_line((across(mean.low), y), (across(mean.high), y), f"span{series}"))
            hint = (
                f"{name}, {measure}: {mean.value:.3f} "
                f"({mean.low:.2f} to {mean.high:.2f}, n={mean.count})"
            )
            parts.append(mark(MARKS[series], across(mean.value), y, series, hint))
    return _svg(_WIDTH, height, title, parts)


def reliability_curve(bins: Sequence[Bin], title: str) -> str:
    """Confidence across, share right upwards; on the diagonal they agree; size tells the number."""
    low, high = _MARGIN, _SIDE - 16

    def across(value: float) -> float:
        return low + value * (high - low)

    def up(value: float) -> float:
        return _SIDE - low - value * (high - low)

    parts = [_line((across(0), up(0)), (across(1), up(1)), "ideal")]
    for tick in range(5):
        value = tick / 4
        parts.append(_line((across(value), up(0)), (across(value), up(1)), "grid"))
        parts.append(_line((across(0), up(value)), (across(1), up(value)), "grid"))
        parts.append(_text(across(value), up(0) + 16, f"{value:g}", "middle", "tick"))
        parts.append(_text(across(0) - 6, up(value) + 4, f"{value:g}", "end", "tick"))
    path = " ".join(f"{across(b.confidence):.1f},{up(b.right):.1f}" for b in bins)
    parts.append(f'<polyline points="{path}" class="curve"/>')
    most = max((b.count for b in bins), default=1)
    for own in bins:
        radius = 3 + 9 * (own.count / most) ** 0.5
        hint = f"confidence {own.confidence:.2f}: right {own.right:.2f}, {own.count} answers"
        parts.append(
            f'<circle cx="{across(own.confidence):.1f}" cy="{up(own.right):.1f}" '
            f'r="{radius:.1f}" class="bubble"><title>{escape(hint)}</title></circle>'
        )
    parts.append(_text(across(0.5), _SIDE - 8, "confidence", "middle", "axis"))
    parts.append(
        f'<text transform="translate(12 {up(0.5):.1f}) rotate(-90)" text-anchor="middle" '
        f'class="axis">share right</text>'
    )
    return _svg(_SIDE, _SIDE, title, parts)


def histogram(values: Sequence[float], title: str, *, marks: Mapping[str, float]) -> str:
    """Bars of equal width up to a round value past the 99th percentile; named lines over them.

    What lies further is counted in the last bar.
    """
    width, height, base = _WIDTH, 240, 200
    step, edge = _steps(values)
    bars = int(edge / step)
    counts = [0] * bars
    for value in values:
        counts[min(bars - 1, int(value / step))] += 1
    tallest = max(counts, default=0) or 1

    def across(value: float) -> float:
        return _MARGIN + min(value, edge) / edge * (width - _MARGIN - 20)

    parts = [_line((_MARGIN, base), (width - 20, base), "base")]
    for number, count in enumerate(counts):
        start, end = across(number * step), across((number + 1) * step)
        tall = count / tallest * (base - 50)
        hint = f"{number * step:g} to {(number + 1) * step:g} ms: {count}"
        wide = max(1, end - start - 2)
        parts.append(
            f'<rect x="{start + 1:.1f}" y="{base - tall:.1f}" width="{wide:.1f}" '
            f'height="{tall:.1f}" class="bar"><title>{escape(hint)}</title></rect>'
        )
    for tick in range(0, bars + 1, max(1, bars // 10)):
        parts.append(_text(across(tick * step), base + 17, f"{tick * step:g}", "middle", "tick"))
    parts.append(_text(across(edge / 2), height - 6, "milliseconds", "middle", "axis"))
    parts.append(_text(_MARGIN - 6, base - (base - 50) + 4, str(tallest), "end", "tick"))
    for number, (name, value) in enumerate(marks.items()):
        x, y = across(value), 34 - 12 * (number % 2)
        anchor, aside = ("end", -4) if x > _FAR * width else ("start", 4)
        parts.append(_line((x, y), (x, base), "mark"))
        parts.append(_text(x + aside, y, f"{name} {value:.0f} ms", anchor, "tick"))
    return _svg(width, height, title, parts)


def _steps(values: Sequence[float]) -> tuple[float, float]:
    """Return the width of a bar and the right edge: at most 40 bars, of 1, 2, 5, 10 … ms."""
    ordered = sorted(values) or [1.0]
    far = max(1.0, ordered[min(len(ordered) - 1, int(0.99 * len(ordered)))])
    step = 1.0
    widths = (2.0, 2.5, 2.0)
    turn = 0
    while far / step > 40:
        step *= widths[turn % 3]
        turn += 1
    return step, step * (int(far / step) + 1)
