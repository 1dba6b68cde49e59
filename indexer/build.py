"""THE STORY of the indexer: corpus -> passages -> vectors and keywords -> a new build -> pointer.

A build is made beside the current one and only then pointed to, so a reader never sees half of it
and a failed or killed build changes nothing. Passages whose digest did not change keep their
vectors: the store of the current build is copied and only differences are embedded.
"""

from __future__ import annotations

import errno
import json
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from filelock import FileLock, Timeout

from indexer.corpus import Corpus, corpus_digest, load_corpus, require_indexable
from indexer.embedder import Embedder, model_name
from indexer.errors import FolderNotWritable, IndexBusy, IndexDamaged, IndexMissing
from indexer.index import COPIED, FORMAT, Manifest, current_build, point_to
from indexer.keywords import KeywordIndex, vocabulary_of
from indexer.passages import Passage, passages_of, to_json
from indexer.settings import IndexSettings
from indexer.store import Store, hint_texts, passage_text
from indexer.terms import Terms

Progress = Callable[[str, int, int], None]
"""Hears what is being done, how many of how many."""

_NOT_WRITABLE = (errno.EACCES, errno.EPERM, errno.EROFS, errno.ENOSPC, errno.EDQUOT)
_KEPT_BUILDS = 2  # the current one, and the one that readers may still have open


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


def is_fresh(settings: IndexSettings) -> bool:
    """True when the current build is what a new build would be; reads no model and no store."""
    current = _current_manifest(settings)
    return (
        current is not None
        and current[1].passage_words == settings.passage_words
        and current[1].corpus_digest == corpus_digest(settings.corpus_dir)
    )


@contextmanager
def _writing(settings: IndexSettings) -> Iterator[None]:
    """Be the only writer of the data folder, and say clearly when it cannot be written."""
    lock = FileLock(settings.index_dir / "writer.lock", timeout=0)
    try:
        settings.index_dir.mkdir(parents=True, exist_ok=True)
        lock.acquire()
    except Timeout as error:
        raise IndexBusy(settings.index_dir) from error
    except OSError as error:  # no permission, a read-only or full disk, a file in the way
        raise FolderNotWritable(settings.data_dir) from error
    try:
        yield
    except OSError as error:
        if error.errno in _NOT_WRITABLE:
            raise FolderNotWritable(settings.data_dir) from error
        raise
    finally:
        lock.release()


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
    with _writing(settings):
        _forget_unfinished_builds(settings.index_dir)
        current = None if rebuild else _current_manifest(settings)
        if current is not None and is_fresh(settings):
            kept = len(current[1].passages)
            return BuildReport(
                build_id=current[1].build_id, added=0, changed=0, removed=0, kept=kept
            )
        progress("Corpus lezen", 0, 1)
        corpus = load_corpus(settings.corpus_dir)
        require_indexable(corpus)
        passages = _passages(corpus, settings)
        report = _write_build(settings, corpus, passages, embedder(), current, progress)
        _forget_old_builds(settings.index_dir, report.build_id)
        return report


def _passages(corpus: Corpus, settings: IndexSettings) -> tuple[Passage, ...]:
    return tuple(
        passage
        for document in corpus.documents
        for passage in passages_of(document, settings.passage_words)
    )


def _write_build(
    settings: IndexSettings,
    corpus: Corpus,
    passages: tuple[Passage, ...],
    embedder: Embedder,
    current: tuple[Path, Manifest] | None,
    progress: Progress,
) -> BuildReport:
    now = datetime.now(UTC)
    digest = corpus_digest(settings.corpus_dir)
    build_id = f"{now:%Y%m%dT%H%M%S%f}-{digest[:8]}"
    folder = settings.index_dir / f"{build_id}.tmp"
    folder.mkdir(parents=True)
    before = current[1].passages if current else {}
    if current:
        shutil.copytree(current[0] / "chroma", folder / "chroma")
    after = {passage.id: passage.digest for passage in passages}
    gone = [name for name in before if name not in after]
    changed = [name for name in after if name in before and before[name] != after[name]]
    fresh = [p for p in passages if before.get(p.id) != after[p.id]]
    _fill_store(folder / "chroma", embedder, gone + changed, fresh, progress)
    progress("Trefwoorden indexeren", 0, 1)
    terms = Terms(vocabulary_of(passages, corpus.lexicon), corpus.lexicon)
    KeywordIndex.build(passages, terms).save(folder / "bm25")
    with (folder / "passages.jsonl").open("w", encoding="utf-8") as file:
        file.writelines(json.dumps(to_json(p), ensure_ascii=False) + "\n" for p in passages)
    for name in COPIED:
        shutil.copyfile(settings.corpus_dir / name, folder / name)
    Manifest(
        build_id=build_id,
        built_at=now.isoformat(timespec="seconds"),
        format=FORMAT,
        model=embedder.name,
        passage_words=settings.passage_words,
        corpus_digest=digest,
        passages=after,
    ).write(folder)
    folder.replace(settings.index_dir / build_id)
    point_to(settings.index_dir, build_id)
    return BuildReport(
        build_id=build_id,
        added=len(fresh) - len(changed),
        changed=len(changed),
        removed=len(gone),
        kept=len(passages) - len(fresh),
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


def _forget_unfinished_builds(index_dir: Path) -> None:
    """Delete what a failed or killed build left behind."""
    for path in index_dir.glob("*.tmp"):
        shutil.rmtree(path, ignore_errors=True)


def _forget_old_builds(index_dir: Path, current: str) -> None:
    """Delete all but the newest builds."""
    folders = sorted(path for path in index_dir.iterdir() if path.is_dir())
    kept = {path.name for path in folders[-_KEPT_BUILDS:]} | {current}
    for path in folders:
        if path.name not in kept:
            shutil.rmtree(path, ignore_errors=True)
