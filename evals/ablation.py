"""`python -m evals.ablation`: what each part of the search is worth.

Each variant differs in one thing from the search as it is served, and is asked the answerable
development questions; the test part is never touched. What came of it stands in docs/adr/0007.

Which language's sections are searched is in every variant as the full search chooses.
"""

from __future__ import annotations

import copy
import sys
import time
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace

import numpy as np
from rich import box
from rich.console import Console
from rich.progress import track
from rich.table import Table

from assistant.answers import Language
from assistant.search import WEIGHTS, Search, Stages, fuse
from assistant.settings import AssistantSettings
from assistant.steps.retrieve import HITS
from assistant.steps.screen import screen
from assistant.steps.understand import Understand
from assistant.turn import Ending, Turn
from evals.adapter import AdaptedEmbedder, hint_pairs, train_adapter
from evals.cases import Case, check_against, load_cases
from evals.ranking import Ranking, ranked
from evals.relevance import relevant
from evals.scores import Mean, mean
from indexer.embedder import load_embedder
from indexer.errors import AppError
from indexer.index import Index, open_index
from indexer.keywords import KeywordIndex, terms_of_passage, vocabulary_of
from indexer.lexicon import Entry, load_lexicon
from indexer.offline import stay_offline
from indexer.passages import Passage
from indexer.settings import IndexSettings
from indexer.terms import Terms

Ranked = list[tuple[str, float]]
Fusion = Callable[[Stages, Sequence[str]], Ranked]
Change = Callable[[Index], Index]

ALL = tuple(WEIGHTS)
FULL = "full search"
_RRF = 60  # k of Cormack et al. (2009)
_WIDTH = 160  # the table, whole


# Scores and fusions


def only(stages: Stages, names: Sequence[str]) -> Stages:
    """Keep these scores, and only the passages that their stages brought."""
    return Stages(**{name: getattr(stages, name) if name in names else {} for name in ALL})


def standard_scores(stages: Stages, names: Sequence[str]) -> Ranked:
    """Fuse as the search does, over these scores."""
    return fuse(only(stages, names), {name: WEIGHTS[name] for name in names})


def reciprocal_ranks(stages: Stages, names: Sequence[str]) -> Ranked:
    """Fuse these scores by the sum of 1 / (60 + rank) (Cormack, Clarke and Büttcher, SIGIR 2009).

    The sums are made standard scores, which changes no order: the search lifts passages by an
    amount that is meant for those.
    """
    sums: dict[str, float] = dict.fromkeys(only(stages, names).candidates, 0.0)
    for name in names:
        scored: dict[str, float] = getattr(stages, name)
        best_first = sorted(scored, key=lambda passage_id: (-scored[passage_id], passage_id))
        for rank, passage_id in enumerate(best_first, start=1):
            sums[passage_id] += 1 / (_RRF + rank)
    if not sums:
        return []
    values = np.array(list(sums.values()))
    middle, spread = float(values.mean()), float(values.std()) or 1.0
    scaled = [(name, (value - middle) / spread) for name, value in sums.items()]
    return sorted(scaled, key=lambda pair: (-pair[1], pair[0]))


# Changes of the index; each returns a changed copy that shares the open files


def as_it_is(index: Index) -> Index:
    """Change nothing."""
    return index


def _changed(index: Index, **parts: object) -> Index:
    twin = copy.copy(index)
    vars(twin).update(parts)  # `terms` is a cached property: this is where its value lives
    return twin


def _keywords(passages: Sequence[Passage], terms: Terms) -> KeywordIndex:
    own = {passage.id: terms_of_passage(passage, terms) for passage in passages}
    listed = [(passage.id, passage.scope) for passage in passages]
    return KeywordIndex.build(listed, own, terms.vocabulary)


def _reworded(
    index: Index, passages: Sequence[Passage], lexicon: Sequence[Entry], vocabulary: Iterable[str]
) -> Index:
    """Make words and keyword index anew, as a build and its opening do."""
    known = frozenset(vocabulary)
    keywords = _keywords(passages, Terms(known, lexicon))
    return _changed(index, keywords=keywords, terms=Terms(known, lexicon, keywords.stems))


def _bare(index: Index) -> list[Passage]:
    return [replace(passage, hints=()) for passage in index.passages]


def _lexicon(index: Index) -> tuple[Entry, ...]:
    return load_lexicon(index.folder / "lexicon.toml")


def without_hint_text(index: Index) -> Index:
    """Keep the hints out of BM25; the words that are known stay."""
    return _changed(index, keywords=_keywords(_bare(index), index.terms))


def without_hints(index: Index) -> Index:
    """Keep the hints out of BM25 and of the known words; leaves their vectors to the variant."""
    bare, lexicon = _bare(index), _lexicon(index)
    return _reworded(index, bare, lexicon, vocabulary_of(bare, lexicon))


def without_lexicon(index: Index) -> Index:
    """Widen and explain no question, and take the lexicon's words out of the known ones."""
    return _reworded(index, index.passages, (), vocabulary_of(index.passages, ()))


def without_compounds(index: Index) -> Index:
    """Take no compound apart: without known words there are no known parts."""
    return _reworded(index, index.passages, _lexicon(index), ())


def with_adapter(index: Index) -> Index:
    """Turn each question's vector by an adapter learnt from the hints."""
    adapter = train_adapter(hint_pairs(index))
    return _changed(index, embedder=AdaptedEmbedder(index.embedder, adapter))


# Variants


@dataclass(frozen=True, slots=True, kw_only=True)
class Variant:
    """One way to search: by which scores, how fused, over which index."""

    name: str
    scores: tuple[str, ...] = ALL
    fusion: Fusion = standard_scores
    change: Change = as_it_is


def _without(gone: str) -> tuple[str, ...]:
    return tuple(name for name in ALL if name != gone)


VARIANTS = (
    Variant(name=FULL),
    *(Variant(name=f"{name} only", scores=(name,)) for name in ALL),
    *(Variant(name=f"without {name}", scores=_without(name)) for name in ALL),
    Variant(name="without hints at all", scores=_without("hint"), change=without_hints),
    Variant(name="BM25 without hint text", change=without_hint_text),
    Variant(name="without lexicon", change=without_lexicon),
    Variant(name="without compound splitting", change=without_compounds),
    Variant(name="RRF of the three", fusion=reciprocal_ranks),
    Variant(name="with query adapter", change=with_adapter),
)


# Asking and comparing


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """What the pipeline searches with for a case, and the passages that would be right."""

    case: Case
    query: str
    language: Language
    right: frozenset[str]


class Ranker(Search):
    """The search, with a variant in place of its fusion."""

    def rank(self, query: str, stages: Stages, variant: Variant) -> list[str]:
        """Return passage ids, best first, as many as the pipeline takes."""
        found = variant.fusion(stages, variant.scores)
        return [name for name, _ in self._prefer_specific(query, found)[:HITS]]


def ask(index: Index, search: Search, cases: Sequence[Case]) -> list[Asked]:
    """Read the answerable development cases as the pipeline does; none that it ends early."""
    understand = Understand(index.terms.content_words)
    asked: list[Asked] = []
    for case in cases:
        if case.part != "dev" or not case.answerable or not case.facts:
            continue
        question = case.asked()
        turn = screen(Turn(question=question, text=question.text))
        turn = turn if isinstance(turn, Ending) else understand(turn)
        if isinstance(turn, Ending):
            continue
        language = _searched(search, turn)
        right = relevant(case, index.passages, language)
        asked.append(Asked(case=case, query=turn.query, language=language, right=right))
    return asked


def _searched(search: Search, turn: Turn) -> Language:
    """Return whose sections the search takes: an English question may be met by Dutch ones."""
    if turn.language == "nl":
        return "nl"
    hits = search.find(turn.query, turn.language, count=1)
    return "nl" if hits and hits[0].passage.language == "nl" else turn.language


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """How a variant did; `difference` is its hit@1 less that of the full search, case by case."""

    name: str
    hit_at_1: Mean | None
    hit_at_5: Mean | None
    mrr: Mean | None
    difference: Mean | None


def beyond(difference: Mean) -> bool:
    """True when the interval of a difference does not hold 0."""
    return difference.low > 0 or difference.high < 0


def row_of(name: str, rankings: Sequence[Ranking], full: Sequence[Ranking]) -> Row:
    """Summarise a variant beside the full search; both hold the same cases in the same order.

    Differences are drawn case by case (the paired bootstrap; Koehn 2004), so that what makes a
    case hard drops out.
    """
    pairs = zip(rankings, full, strict=True)
    return Row(
        name=name,
        hit_at_1=mean([float(ranking.hit(1)) for ranking in rankings]),
        hit_at_5=mean([float(ranking.hit(5)) for ranking in rankings]),
        mrr=mean([ranking.reciprocal_rank for ranking in rankings]),
        difference=mean([float(own.hit(1)) - float(other.hit(1)) for own, other in pairs]),
    )


def compare(
    index: Index, asked: Sequence[Asked], *, candidates: int, variants: Sequence[Variant] = VARIANTS
) -> list[Row]:
    """Ask every question of every variant; the first variant is what the others are held to."""
    searched: dict[Change, tuple[Ranker, list[Stages]]] = {}
    rankings: dict[str, list[Ranking]] = {}
    for variant in track(variants, "Asking each variant", transient=True):
        if variant.change not in searched:
            ranker = Ranker(variant.change(index), candidates=candidates)
            stages = [ranker.stages(one.query, one.language) for one in asked]
            searched[variant.change] = ranker, stages
        ranker, stages = searched[variant.change]
        rankings[variant.name] = [
            ranked(ranker.rank(one.query, found, variant), one.right)
            for one, found in zip(asked, stages, strict=True)
        ]
    full = rankings[variants[0].name]
    return [row_of(name, own, full) for name, own in rankings.items()]


def _share(found: Mean | None) -> str:
    return f"{found.value:.3f} ({found.low:.2f} to {found.high:.2f})" if found else "-"


def _signed(found: Mean) -> str:
    return f"{found.value:+.3f} ({found.low:+.3f} to {found.high:+.3f})"


def table_of(rows: Sequence[Row], count: int) -> Table:
    """Return the rows as one table, that Markdown understands too."""
    title = f"{count} development questions: mean (95 % bootstrap interval)"
    table = Table(title=title, box=box.MARKDOWN)
    for column in ("variant", "hit@1", "hit@5", f"MRR@{HITS}", "hit@1 less full", ""):
        table.add_column(column, no_wrap=True)
    for row in rows:
        told = ("-", "")
        if row.name != FULL and row.difference is not None:
            verdict = "beyond the interval" if beyond(row.difference) else "noise"
            told = (_signed(row.difference), verdict)
        table.add_row(row.name, *map(_share, (row.hit_at_1, row.hit_at_5, row.mrr)), *told)
    return table


def main() -> int:
    """Print the table; returns 0, or 2 when it cannot be made."""
    stay_offline()
    console = Console(width=max(_WIDTH, Console().width))
    before = time.perf_counter()
    try:
        cases, settings = load_cases(), IndexSettings()
        index = open_index(settings.index_dir, load_embedder(settings))
        check_against(cases, index)
    except AppError as error:
        sys.stderr.write(f"ablation: {error}\n")
        return 2
    candidates = AssistantSettings().candidates
    with index:
        asked = ask(index, Search(index, candidates=candidates), cases)
        console.print(table_of(compare(index, asked, candidates=candidates), len(asked)))
    took = time.perf_counter() - before
    console.print(f"Index {index.manifest.build_id}. Took {took:.0f} s.", highlight=False)
    return 0


if __name__ == "__main__":
    sys.exit(main())
