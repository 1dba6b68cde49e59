"""THE STORY of the indexer: corpus and library -> passages -> vectors, keywords -> a new build.

A build is made beside the current one and only then pointed to, so a reader never sees half of it
and a failed or killed build changes nothing. Passages whose digest did not change keep their
vectors: the store of the current build is copied and only differences are embedded.
"""

from __future__ import annotations

import filecmp
import hashlib
import shutil
from collections.abc import Callable, Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path

from indexer.build_folder import UNFINISHED, forget_old_builds, forget_unfinished_builds, writing
from indexer.embedder import Embedder, model_name
from indexer.errors import IndexDamaged, IndexMissing
from indexer.groups import CORPUS, Group, groups_of, originals_json
from indexer.index import (
    COPIED,
    FORMAT,
    GroupRecord,
    Manifest,
    current_build,
    line_of,
    point_to,
    read_passages,
)
from indexer.keywords import KeywordIndex, terms_of_passage, vocabulary_of
from indexer.lexicon import load_lexicon
from indexer.passages import Passage
from indexer.settings import IndexSettings
from indexer.store import Store, hint_texts, passage_text
from indexer.terms import Terms
from indexer.vectors_so_far import remembering

Progress = Callable[[str, int, int], None]
"""Hears what is being done, how many of how many."""


@dataclass(frozen=True, slots=True, kw_only=True)
class BuildReport:
    """What a build did; all zero but `kept` means that nothing had changed."""

    build_id: str
    added: int
    changed: int
    removed: int
    kept: int


def _current_manifest(settings: IndexSettings) -> tuple[Path, Manifest] | None:
    """Return the current build if a new one can start from it."""
    try:
        folder = current_build(settings.index_dir)
        manifest = Manifest.read(folder)
    except (IndexMissing, IndexDamaged):
        return None
    return (folder, manifest) if manifest.model == model_name(settings) else None


def is_fresh(settings: IndexSettings, today: date | None = None) -> bool:
    """True when the current build is what a new build would be; reads no model and no store."""
    current = _current_manifest(settings)
    if current is None:
        return False
    held = {name: record.digest for name, record in current[1].groups.items()}
    return held == {g.name: g.digest for g in groups_of(settings, today or date.today())}


def build_index(
    settings: IndexSettings,
    embedder: Callable[[], Embedder],
    progress: Progress,
    *,
    rebuild: bool = False,
) -> BuildReport:
    """Bring the index up to date with the corpus; `rebuild` embeds everything anew.

    `embedder` is called only when something must be embedded, so a build without changes is fast.

    Raises:
        CorpusError: the corpus does not follow its format; the current build stays.
        IndexBusy: another process is building.
        FolderNotWritable: the data folder cannot be written.
        ModelMissing: the model has not been prepared.
    """
    with writing(settings):
        forget_unfinished_builds(settings.index_dir)
        current = None if rebuild else _current_manifest(settings)
        if current is not None and is_fresh(settings):
            kept = len(current[1].passages)
            return BuildReport(
                build_id=current[1].build_id, added=0, changed=0, removed=0, kept=kept
            )
        progress("Corpus lezen", 0, 1)
        groups = groups_of(settings, date.today())
        report = _write_build(settings, groups, embedder, current, progress)
        forget_old_builds(settings.index_dir, report.build_id)
        return report


def _write_build(
    settings: IndexSettings,
    groups: Sequence[Group],
    load: Callable[[], Embedder],
    current: tuple[Path, Manifest] | None,
    progress: Progress,
) -> BuildReport:
    now = datetime.now(UTC)
    mark = hashlib.sha256("".join(group.digest for group in groups).encode()).hexdigest()[:8]
    build_id = f"{now:%Y%m%dT%H%M%S%f}-{mark}"
    folder = settings.index_dir / f"{build_id}{UNFINISHED}"
    folder.mkdir(parents=True)
    if current:
        shutil.copytree(current[0] / "chroma", folder / "chroma")
    records, read = _write_passages(folder, groups, current)
    embedder = load()
    manifest = Manifest(
        build_id=build_id,
        built_at=now.isoformat(timespec="seconds"),
        format=FORMAT,
        model=embedder.name,
        groups=records,
    )
    before, after = current[1].passages if current else {}, manifest.passages
    gone = [name for name in before if name not in after]
    changed = [name for name in after if name in before and before[name] != after[name]]
    fresh = [p for p in read if before.get(p.id) != after[p.id]]
    with remembering(embedder, settings.index_dir) as remembered:
        _fill_store(folder / "chroma", remembered, gone + changed, fresh, progress)
    progress("Trefwoorden indexeren", 0, 1)
    _write_keywords(folder, settings, manifest, fresh, current)
    for name in COPIED:
        shutil.copyfile(settings.corpus_dir / name, folder / name)
    (folder / "originals.json").write_text(originals_json(settings), encoding="utf-8")
    manifest.write(folder)
    folder.replace(settings.index_dir / build_id)
    point_to(settings.index_dir, build_id)
    return BuildReport(
        build_id=build_id,
        added=len(fresh) - len(changed),
        changed=len(changed),
        removed=len(gone),
        kept=len(after) - len(fresh),
    )


def _write_passages(
    folder: Path, groups: Sequence[Group], current: tuple[Path, Manifest] | None
) -> tuple[dict[str, GroupRecord], list[Passage]]:
    """Write `passages.jsonl`; return what each group holds, and the passages that were read."""
    held = current[1].groups if current else {}
    records: dict[str, GroupRecord] = {}
    read: list[Passage] = []
    with ExitStack() as files:
        out = files.enter_context((folder / "passages.jsonl").open("wb"))
        old = files.enter_context((current[0] / "passages.jsonl").open("rb")) if current else None
        for group in groups:
            start = out.tell()
            record = held.get(group.name)
            if old and record and record.digest == group.digest:
                old.seek(record.start)
                out.write(old.read(record.end - record.start))
                passages = record.passages
            else:
                own = list(group.passages())
                out.writelines(line_of(passage) for passage in own)
                passages = {passage.id: passage.digest for passage in own}
                read.extend(own)
            records[group.name] = GroupRecord(
                digest=group.digest, start=start, end=out.tell(), passages=passages
            )
    return records, read


def _write_keywords(
    folder: Path,
    settings: IndexSettings,
    manifest: Manifest,
    fresh: Sequence[Passage],
    current: tuple[Path, Manifest] | None,
) -> None:
    """Write the keyword index; only new passages are taken apart, as long as the digests stay."""
    kept = current if current and _same_words(settings, current[0], manifest, current[1]) else None
    lexicon = load_lexicon(settings.corpus_dir / "lexicon.toml")
    if kept:
        index = KeywordIndex.load(kept[0] / "bm25")
        terms = Terms(index.vocabulary, lexicon)
        scopes = dict(index.passages) | {passage.id: passage.scope for passage in fresh}
        own = {passage.id: terms_of_passage(passage, terms) for passage in fresh}
        index = index.changed([(name, scopes[name]) for name in manifest.passages], own)
    else:
        passages = read_passages(folder)
        terms = Terms(vocabulary_of(passages, lexicon), lexicon)
        own = {passage.id: terms_of_passage(passage, terms) for passage in passages}
        listed = [(passage.id, passage.scope) for passage in passages]
        index = KeywordIndex.build(listed, own, terms.vocabulary)
    index.save(folder / "bm25")


def _same_words(settings: IndexSettings, folder: Path, new: Manifest, old: Manifest) -> bool:
    """True when compounds are split as before: the same digests and the same lexicon."""
    own, other = new.groups[CORPUS], old.groups.get(CORPUS)
    return (
        other is not None
        and own.passages == other.passages
        and filecmp.cmp(
            settings.corpus_dir / "lexicon.toml", folder / "lexicon.toml", shallow=False
        )
    )


def _fill_store(
    folder: Path,
    embedder: Embedder,
    remove: list[str],
    fresh: list[Passage],
    progress: Progress,
) -> None:
    with Store(folder, embedder) as store:
        store.remove(remove)
        progress("Passages inbedden", 0, len(fresh))
        for done in store.add("passages", [passage_text(passage) for passage in fresh]):
            progress("Passages inbedden", done, len(fresh))
        hints = [hint for passage in fresh for hint in hint_texts(passage)]
        for done in store.add("hints", hints):
            progress("Vraaghints inbedden", done, len(hints))
