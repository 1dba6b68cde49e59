"""What can go wrong at the doors themselves. `ui.problems` says how each is told."""

from __future__ import annotations

from indexer.errors import AppError


class NotReady(AppError):
    """The index is still being opened; whoever asked may try again in a moment."""

    def __init__(self) -> None:
        """Say in Dutch what to do."""
        super().__init__("probeer het over een paar seconden opnieuw.")


class AddressUnusable(AppError):
    """The server cannot listen where it was told to; the operator must choose another place."""

    def __init__(self, host: str, port: int, problem: str) -> None:
        """Name the address and what the system says about it, in Dutch."""
        self.host, self.port, self.problem = host, port, problem
        super().__init__(problem)


class SettingsInvalid(AppError):
    """A setting has a value that it cannot have; the operator must change it."""

    def __init__(self, variable: str, problem: str) -> None:
        """Name the environment variable and what is wrong with its value."""
        self.variable, self.problem = variable, problem
        super().__init__(f"{variable}: {problem}")


class ServerRefused(AppError):
    """The running server did not answer the question; the message is the server's own."""

    def __init__(self, status: int, message: str) -> None:
        """Take the server's status and its words."""
        self.status = status
        super().__init__(message)


class UnknownName(AppError):
    """There is no source or passage with this id; whoever asked must choose another."""

    def __init__(self, what: str, name: str) -> None:
        """Say in Dutch what was looked for ("bron", "passage") and under which id."""
        self.what, self.name = what, name
        super().__init__(f"Er is geen {what} met het kenmerk {name[:80]!r}.")


class NotRemovable(AppError):
    """A source is known and there is nothing of it to remove; says why in Dutch."""


class ChatRequestRefused(AppError):
    """A request of OpenAI's protocol that this model cannot do; the message says what it can."""

    def __init__(self, message: str, *, param: str, code: str, status: int = 400) -> None:
        """Take what people read (Dutch), the field that is at fault and a word for programs."""
        self.param, self.code, self.status = param, code, status
        super().__init__(message)
