"""`python -m evals.mutation_run`: does the verifier see a lie, and does it believe the truth?

Every sentence of the corpus is changed by every rule of `evals/mutation.py` and put to the
verifier as the last step of the pipeline does; then the sentences that a person labelled. Exit
code 1 when a kind misses its aim.
"""

from __future__ import annotations

import sys
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import replace

from rich.console import Console
from rich.table import Table

from assistant.corpus_check import overreaching, shifted, unproven
from assistant.corpus_doubts import doubted
from assistant.corpus_evidence import Evidence
from assistant.proof.verifier import Verifier
from evals.intervals import Share, share
from evals.lies import caught, refused
from evals.mutation import AIMS, Mutation, by_rule, mutations
from evals.mutation_swaps import Origin
from evals.pairs import load_pairs
from indexer.corpus import Corpus, load_corpus
from indexer.documents import Sentence
from indexer.keywords import vocabulary_of
from indexer.passages import passages_of
from indexer.settings import IndexSettings
from indexer.terms import Terms

FALSE_ALARMS = 0.03
"""The largest share of true paraphrases that may be refused."""
CORPUS_KINDS = (
    "number", "unit", "date", "article", "reference", "contact", "name", "modality",
    "negation dropped", "negation added",
)  # fmt: skip
"""The kinds that are also put into the digests, for the corpus check."""


def origins_of(corpus: Corpus, passage_words: int) -> tuple[Origin, ...]:
    """Return every sentence that an answer can hold, once."""
    found = {
        passage.quote(span): Origin(
            quote=passage.quote(span),
            passage=passage.text,
            section=f"{document.id}.{passage.section_id}",
            topic=document.topic,
            language=document.language,
        )
        for document in corpus.documents
        for passage in passages_of(document, passage_words)
        for span in passage.spans
    }
    return tuple(found.values())


def terms_of(corpus: Corpus, passage_words: int) -> Terms:
    """Return the terms as the index has them, without the need of an index."""
    passages = [p for d in corpus.documents for p in passages_of(d, passage_words)]
    return Terms(vocabulary_of(passages, corpus.lexicon), corpus.lexicon)


def _wrong_in_digests(sentence: Sentence, language: str, topic: str) -> Iterable[Mutation]:
    origin = Origin(
        quote=sentence.text, passage=sentence.text, section="", topic=topic, language=language
    )
    return (m for m in by_rule(origin) if m.kind in CORPUS_KINDS)


def found_by_corpus_check(
    corpus: Corpus, *, every: int, missed: list[Mutation] | None = None
) -> Mapping[str, Share]:
    """Return by kind which share of wrong digest sentences the corpus check finds.

    `every` takes one sentence in so many, because the check weighs many facts for each.
    """
    evidence = Evidence(corpus)
    outcomes: dict[str, list[bool]] = defaultdict(list)
    sentences = [
        (sentence, document, f"{document.title}. {section.heading}")
        for document in corpus.documents
        for section in document.sections
        for sentence in section.sentences
    ]
    for sentence, document, about in sentences[::every]:
        names = sentence.source_ids
        sources = [corpus.sources[name] for name in names]
        for m in _wrong_in_digests(sentence, document.language, document.topic):
            wrong = replace(sentence, text=m.mutated)
            problems = [
                *unproven(evidence, wrong, names),
                *shifted(evidence, wrong, names, document.language),
                *overreaching(wrong, sources),
                *doubted(evidence, wrong, document.language, about),
            ]
            outcomes[m.kind].append(bool(problems))
            if not problems and missed is not None:
                missed.append(m)
    return {kind: share(sum(found), len(found)) for kind, found in outcomes.items()}


def table_of(title: str, shares: Mapping[str, Share], aims: Mapping[str, float]) -> Table:
    """Return the shares as a table, with the aim where there is one."""
    table = Table(title=title)
    for name in ("kind", "caught", "95 %", "n", "aim"):
        table.add_column(name, justify="left" if name == "kind" else "right")
    for kind, found in shares.items():
        interval = f"{found.low:.3f}-{found.high:.3f}"
        aim = f"{aims[kind]:.2f}" if kind in aims else "-"
        table.add_row(kind, f"{found.value:.3f}", interval, str(found.count), aim)
    return table


def main() -> int:
    """Measure, print three tables, and tell whether the aims are met."""
    settings = IndexSettings()
    corpus = load_corpus(settings.corpus_dir)
    verifier = Verifier(terms_of(corpus, settings.passage_words).of_text)
    console = Console()
    shares = caught(verifier, mutations(origins_of(corpus, settings.passage_words)))
    total = sum(found.count for found in shares.values())
    console.print(table_of(f"{total} wrong sentences: caught by the verifier", shares, AIMS))
    pairs = load_pairs()
    false = refused(verifier, [pair for pair in pairs if pair.supported])
    seen = refused(verifier, [pair for pair in pairs if not pair.supported])
    by_hand = {"true, refused (false alarms)": false, "wrong, refused": seen}
    console.print(table_of("Sentences labelled by hand", by_hand, {}))
    checked = found_by_corpus_check(corpus, every=4)
    console.print(table_of("Wrong sentences in the digests: found by the check", checked, {}))
    short = [kind for kind, aim in AIMS.items() if shares[kind].value < aim]
    if false.value > FALSE_ALARMS:
        short.append("false alarms")
    if short:
        console.print(f"Short of the aim: {', '.join(short)}", style="bold red")
    return 1 if short else 0


if __name__ == "__main__":
    sys.exit(main())
