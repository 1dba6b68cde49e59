"""The runs with scripted models as tables, and lists of what went wrong."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence

from rich import box
from rich.table import Table

from evals.cases import Case
from evals.fates import Fate, Outcome, Shown
from evals.intervals import Share, share
from evals.measures import summarise
from evals.restated_run import without_particulars
from evals.scores import Outcome as Scored
from evals.tables import cell

_RECALL = (
    "status", "right source", "fact recall", "condition recall", "second opinion",
    "unproven sentences", "right contact", "words an answer",
)  # fmt: skip
_FATES: tuple[Fate, ...] = ("dropped", "withheld", "shown")


def fate_table(outcomes: Sequence[Outcome]) -> Table:
    """What became of each behaviour; of those shown, how many were lies."""
    fates: dict[str, Counter[str]] = defaultdict(Counter)
    for outcome in outcomes:
        for line, fate in outcome.fates:
            fates[line.behaviour][fate] += 1
        for one in outcome.lies:
            fates[one.line.behaviour]["lies"] += 1
    table = _table("The model that lies: what became of its lines")
    for name in ("behaviour", "drafted", *_FATES, "lies shown"):
        table.add_column(name, justify="left" if name == "behaviour" else "right")
    total: Counter[str] = Counter()
    for behaviour, own in sorted(fates.items()):
        table.add_row(behaviour, *_counts(own))
        total += own
    table.add_section()
    table.add_row("all", *_counts(total))
    return table


def _counts(own: Counter[str]) -> list[str]:
    counts = (sum(own[fate] for fate in _FATES), *(own[fate] for fate in _FATES), own["lies"])
    return [str(count) if count else "·" for count in counts]


def lies_told(found: Iterable[tuple[Case, Outcome]]) -> list[str]:
    """List the lies shown, by behaviour, with quote and objections; of the test part the number."""
    lies: dict[tuple[str, str], tuple[Case, Shown]] = {}
    kept = 0
    for case, outcome in found:
        for one in outcome.lies:
            if case.part == "dev" and one.line.part == "dev":
                lies.setdefault((one.line.behaviour, one.text), (case, one))
            else:
                kept += 1
    blocks = [
        f"{behaviour}\n  shown {text}\n"
        + "".join(f"  cited {quote}\n" for quote in one.quotes)
        + f"  second opinion: {', '.join(one.objections) or 'nothing'}; {case.id}\n"
        for (behaviour, text), (case, one) in sorted(lies.items(), key=lambda item: item[0])
    ]
    return [*blocks, f"and {kept} of the test part\n"] if kept else blocks


def _unique(outcomes: Iterable[Outcome]) -> dict[tuple[str, str, str], tuple[Fate, str]]:
    """Return each true sentence once, by (part, behaviour, text): its worst fate and the reason."""
    found: dict[tuple[str, str, str], tuple[Fate, str]] = {}
    for outcome in outcomes:
        for line, fate in outcome.fates:
            if line.truth != "true" or not line.markers:
                continue
            key = (line.part, line.behaviour, line.text)
            if key not in found or fate == "dropped":
                found[key] = (fate, outcome.reason_of(line))
    return found


def dropped(outcomes: Iterable[Outcome]) -> Mapping[str, Share]:
    """Return the share of true sentences that was dropped, each counted once, by part and form."""
    counts: dict[str, list[bool]] = {"all": []}
    for (part, behaviour, _), (fate, _) in sorted(_unique(outcomes).items()):
        form = behaviour.split(",")[0]
        for name in ("all", form, f"{part}, {form}", f"{part}, {behaviour}"):
            counts.setdefault(name, []).append(fate == "dropped")
    return {name: share(sum(own), len(own)) for name, own in sorted(counts.items())}


def truth_table(outcomes: Sequence[Outcome]) -> Table:
    """The share of true sentences that was dropped."""
    table = _table("The model that tells the truth in other words: wrongly dropped")
    for name in ("sentences", "dropped", "95 %", "n"):
        table.add_column(name, justify="left" if name == "sentences" else "right")
    for name, own in dropped(outcomes).items():
        table.add_row(name, f"{own.value:.3f}", f"{own.low:.3f}-{own.high:.3f}", str(own.count))
    return table


def wrongly_dropped(outcomes: Sequence[Outcome]) -> str:
    """Count the reasons for dropping the truth, and list the sentences of the development part."""
    lost = {key: why for key, (fate, why) in _unique(outcomes).items() if fate == "dropped"}
    reasons = Counter(without_particulars(why) for why in lost.values())
    lines = [f"{count:5} {reason}" for reason, count in reasons.most_common()]
    lines += [
        f"\n{why}\n  {text}" for (part, _, text), why in sorted(lost.items()) if part == "dev"
    ]
    return "True sentences that were dropped, by reason:\n" + "\n".join(lines) + "\n"


def recall_table(good: Sequence[Scored], plain: Sequence[Scored]) -> Table:
    """The golden measures of the good model's answers beside those of the sources.

    The second pair of columns is over the cases for which a model's words were shown.
    """
    shown = {o.case.id for o in good if o.answer.mode == "generative"}
    columns = {
        "generated": good,
        "sources": plain,
        f"generated ({len(shown)})": [o for o in good if o.case.id in shown],
        f"sources ({len(shown)})": [o for o in plain if o.case.id in shown],
    }
    table = _table("Golden measures, mean and 95 % interval: generated answers and the sources")
    table.add_column("measure", no_wrap=True)
    for name in columns:
        table.add_column(name, justify="right", no_wrap=True)
    found = [summarise(own) for own in columns.values()]
    for measure in _RECALL:
        table.add_row(measure, *(cell(own[measure]) for own in found))
    return table


def _table(title: str) -> Table:
    return Table(title=title, title_justify="left", box=box.SIMPLE_HEAD, pad_edge=False)
