"""The folder of the builds while one is being written: one writer, no leftovers."""

from __future__ import annotations

import errno
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from filelock import FileLock, Timeout

from indexer.errors import FolderNotWritable, IndexBusy
from indexer.settings import IndexSettings

_NOT_WRITABLE = (errno.EACCES, errno.EPERM, errno.EROFS, errno.ENOSPC, errno.EDQUOT)
_KEPT_BUILDS = 2  # the current one, and the one that readers may still have open
UNFINISHED = ".tmp"


@contextmanager
def writing(settings: IndexSettings) -> Iterator[None]:
    """Be the only writer of the data folder, and say clearly when it cannot be written.

    Raises:
        IndexBusy: another process is building.
        FolderNotWritable: the data folder cannot be written.
    """
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


def forget_unfinished_builds(index_dir: Path) -> None:
    """Delete what a failed or killed build left behind; its vectors stay for the next try."""
    for path in index_dir.glob(f"*{UNFINISHED}"):
        shutil.rmtree(path, ignore_errors=True)


def forget_old_builds(index_dir: Path, current: str) -> None:
    """Delete all but the newest builds."""
    folders = sorted(path for path in index_dir.iterdir() if path.is_dir())
    kept = {path.name for path in folders[-_KEPT_BUILDS:]} | {current}
    for path in folders:
        if path.name not in kept:
            shutil.rmtree(path, ignore_errors=True)
