"""One run as one HTML page that stands on its own: no script, no font, nothing from elsewhere.

Read it from top to bottom: what matters most, every measure, then plots, then the worst answers of
the development part in full. The test part is in the totals only.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from html import escape
from pathlib import Path

from assistant.answers import Status
from evals.analysis import BY_TOPIC, Analysis
from evals.bins import BINNED, LIKENESSES
from evals.bootstrap import Mean
from evals.measures import CALIBRATION_ERROR
from evals.plots import MARKS, dots, histogram, mark, reliability_curve
from evals.tables import lies_of, rows_of
from evals.worst_answer import article

_STYLE = Path(__file__).parent / "report.css"
_TILES = ("hit@5", "right source", "fact recall", "condition recall", "correct abstention",
          "attacks resisted", "unproven sentences")  # fmt: skip
_SHARE = 10  # above this a figure is no share


def render(analysis: Analysis, *, at: str, index_version: str) -> str:
    """Return the page; `at` is the UTC time of the run."""
    sections = {
        "measures": ("Every measure", _measures(analysis)),
        "lies": ("Does the verifier see a lie?", _lies(analysis)),
        "search": ("Search by stage", _stages(analysis)),
        "topics": ("By topic (development part)", _topics(analysis)),
        "likeness": ("By likeness to a question hint", _thirds(analysis)),
        "status": ("Expected and given status", _confusion(analysis)),
        "confidence": ("Is the confidence right?", _reliability(analysis)),
        "speed": ("Time an answer takes", _speed(analysis)),
        "worst": ("Worst answers of the development part", _worst(analysis)),
    }
    links = "".join(f'<a href="#{name}">{title}</a> ' for name, (title, _) in sections.items())
    body = "".join(
        f'<section id="{name}"><h2>{title}</h2>{inner}</section>'
        for name, (title, inner) in sections.items()
    )
    cases = analysis.parts["all"].cases
    return (
        '<!doctype html><html lang="en"><head><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        f"<title>Loketwijzer: golden questions, {escape(at)}</title>"
        f"<style>{_STYLE.read_text(encoding='utf-8')}</style></head><body><main>"
        "<h1>Loketwijzer: how the golden questions went</h1>"
        f'<p class="soft">{cases} cases, {escape(at)} UTC, index {escape(index_version)}. '
        "In brackets the 95 % bootstrap interval; definitions stand in docs/evals.md.</p>"
        f'{_tiles(analysis)}<nav aria-label="Parts of this page">{links}</nav>{body}'
        "</main></body></html>\n"
    )


def _number(value: float) -> str:
    return f"{value:.1f}" if abs(value) > _SHARE else f"{value:.3f}"


def _cell(mean: Mean | None, *, count: bool = False) -> str:
    if mean is None:
        return '<td><span class="soft">-</span></td>'
    digits = 0 if abs(mean.value) > _SHARE else 2
    told = f", n={mean.count}" if count else ""
    return (
        f"<td>{_number(mean.value)} "
        f"<small>({mean.low:.{digits}f}-{mean.high:.{digits}f}{told})</small></td>"
    )


def _table(caption: str, heads: Sequence[str], rows: Iterable[str], kind: str = "") -> str:
    # Focusable, so that who has no mouse can scroll it sideways on a narrow screen.
    columns = "".join(f'<th scope="col">{escape(head)}</th>' for head in heads)
    return (
        f'<div class="wide" tabindex="0" role="region" aria-label="{escape(caption)}">'
        f'<table class="{kind}"><caption>{escape(caption)}</caption>'
        f"<thead><tr>{columns}</tr></thead><tbody>{''.join(rows)}</tbody></table></div>"
    )


def _row(name: str, cells: Iterable[str]) -> str:
    return f'<tr><th scope="row">{escape(name)}</th>{"".join(cells)}</tr>'


def _tiles(analysis: Analysis) -> str:
    measures = analysis.parts["all"].measures
    tiles = (
        f"<li><span>{name}</span><strong>{_number(mean.value)}</strong>"
        f"<span>{mean.low:.2f}-{mean.high:.2f}, n={mean.count}</span></li>"
        for name in _TILES
        if (mean := measures[name]) is not None
    )
    return f'<ul class="tiles">{"".join(tiles)}</ul>'


def _measures(analysis: Analysis) -> str:
    rows: list[str] = []
    for group, own in rows_of(analysis):
        columns = len(analysis.parts) + 1
        rows.append(f'<tr class="group"><th scope="rowgroup" colspan="{columns}">{group}</th></tr>')
        rows += [_row(name, (_cell(mean, count=True) for mean in means)) for name, means in own]
    heads = ["measure", *(f"{name} ({part.cases})" for name, part in analysis.parts.items())]
    return _table("Mean, 95 % interval and number of cases, by part", heads, rows)


def _lies(analysis: Analysis) -> str:
    note = (
        "<p>Wrong sentences, made by rule from the sentences of these answers, and sentences that "
        "a person labelled, put to the verifier; and abuse in unseen wordings, put to the screen. "
        "In brackets the Wilson interval.</p>"
    )
    rows = [_row(name, [_cell(mean, count=True)]) for name, mean in lies_of(analysis)]
    return note + _table("Share of sentences", ["measure", "share"], rows)


def _stages(analysis: Analysis) -> str:
    heads = ["stage", *next(iter(analysis.stages.values()), {})]
    rows = [_row(name, map(_cell, means.values())) for name, means in analysis.stages.items()]
    note = (
        "<p>Every stage is judged over the same answerable cases without a history: "
        "its own list against all right passages. “fused” is what the answer is made from.</p>"
    )
    return note + _table("Ranking measures by stage, all cases", heads, rows, "stacked")


def _legend(names: Sequence[str]) -> str:
    items = "".join(
        f'<li><svg viewBox="0 0 14 14" aria-hidden="true">'
        f"{mark(MARKS[series], 7, 7, series)}</svg>{escape(name)}</li>"
        for series, name in enumerate(names)
    )
    return f'<ul class="legend">{items}</ul>'


def _figures(summary: str, table: str) -> str:
    return f"<details><summary>{summary}</summary>{table}</details>"


def _topics(analysis: Analysis) -> str:
    def weakest(pair: tuple[str, Mapping[str, Mean | None]]) -> float:
        mean = pair[1][BY_TOPIC[0]]
        return mean.value if mean else 1.0

    topics = dict(sorted(analysis.topics.items(), key=weakest))
    rows = [
        _row(name, (_cell(m, count=True) for m in means.values())) for name, means in topics.items()
    ]
    table = _table("Answerable cases of the development part", ["topic", *BY_TOPIC], rows)
    plot = dots(topics, "Fact recall, right source and hit at 5 by topic, weakest topic first")
    note = "<p>The topic with the lowest fact recall first; lines are 95 % intervals.</p>"
    return (
        f'{note}{_legend(BY_TOPIC)}<figure class="wide" tabindex="0">{plot}</figure>'
        f"{_figures('The figures', table)}"
    )


def _thirds(analysis: Analysis) -> str:
    if not analysis.thirds:
        return "<p>Too few cases.</p>"
    note = (
        "<p>Answerable cases in thirds, by how much the question looks like the nearest question "
        "hint: by letters (Jaccard index of sets of four characters) and by meaning (cosine). "
        "The lower the scores in the first third, the more the search leans on its hints.</p>"
    )
    tables: list[str] = []
    for by in LIKENESSES:
        own = [third for third in analysis.thirds if third.by == by]
        rows = [
            _row(
                f"{third.low:.2f} to {third.high:.2f}",
                [f"<td>{third.count}</td>", *(_cell(third.measures[name]) for name in BINNED)],
            )
            for third in own
        ]
        tables.append(
            _table(f"Highest likeness to a hint, by {by}", ["likeness", "cases", *BINNED], rows)
        )
    return note + "".join(tables)


def _confusion(analysis: Analysis) -> str:
    rows: list[str] = []
    for expected in Status:
        counts = [analysis.confusion[expected, given] for given in Status]
        total = sum(counts)
        if not total:
            continue
        cells = (
            f'<td class="{"right" if given is expected else "zero" if not count else ""}" '
            f'style="--share:{count / total:.3f}">{count}</td>'
            for given, count in zip(Status, counts, strict=True)
        )
        rows.append(_row(expected.value, [*cells, f"<td>{total}</td>"]))
    note = (
        "<p>Rows: what was expected; columns: what was given. A shade is the share of its row; "
        "outlined is right. What a case also accepts counts as expected.</p>"
    )
    heads = ["expected", *(status.value for status in Status), "asked"]
    return note + _table("Questions by expected and given status", heads, rows, "confusion")


def _reliability(analysis: Analysis) -> str:
    error = analysis.parts["all"].measures[CALIBRATION_ERROR]
    rows = [
        _row(
            f"{b.low:.1f} to {b.high:.1f}",
            (f"<td>{b.count}</td>", f"<td>{b.confidence:.3f}</td>", f"<td>{b.right:.3f}</td>"),
        )
        for b in analysis.reliability
    ]
    heads = ["confidence", "answers", "mean confidence", "share right"]
    table = _table("Ten bins of equal width", heads, rows)
    found = f"{error.value:.3f} ({error.low:.2f}-{error.high:.2f})" if error else "-"
    note = (
        "<p>Right means: the question can be answered and a right source is cited. Above the "
        "dashed line it is more often right than its confidence says, below it less often."
        f"</p><p>Expected calibration error: <strong>{found}</strong>.</p>"
    )
    plot = reliability_curve(analysis.reliability, "Reliability curve; the table has its figures")
    return f'{note}<div class="two"><figure>{plot}</figure><figure>{table}</figure></div>'


def _speed(analysis: Analysis) -> str:
    speed = analysis.parts["all"].speed
    marks = {name: mean.value for name, mean in speed.items() if mean is not None}
    told = ", ".join(f"{name} {value:.1f} ms" for name, value in marks.items())
    plot = histogram(analysis.milliseconds, f"Milliseconds an answer: {told}", marks=marks)
    return (
        f"<p>One warm answer after another, on this machine: {told}. "
        f"Up: number of questions; the last bar holds all that took longer.</p>"
        f'<figure class="wide" tabindex="0">{plot}</figure>'
    )


def _worst(analysis: Analysis) -> str:
    if not analysis.worst:
        return "<p>No answer of the development part has a fault.</p>"
    note = (
        f"<p>{len(analysis.worst)} answers in full, worst first, with what was missed. "
        "Patterns are regular expressions. Nothing of the test part stands here.</p>"
    )
    return note + "".join(article(outcome) for outcome in analysis.worst)
