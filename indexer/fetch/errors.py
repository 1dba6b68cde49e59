"""What can break on the way to a source that may well be there later."""

from __future__ import annotations

from indexer.errors import SourceRefused


class SourceUnreachable(SourceRefused):
    """A source cannot be fetched now; nothing is wrong with its address, so ask again later."""

    def __init__(
        self,
        name: str,
        reason: str,
        advice: str = "Probeer het later opnieuw.",
        *,
        again: bool = False,
        wait: float | None = None,
    ) -> None:
        """Name the address, why it fails, and whether asking again at once may help.

        Args:
            name: The address as it was asked for.
            reason: Why, a Dutch sentence.
            advice: What to do, a Dutch sentence.
            again: Whether it may work within a minute (a time-out, a server that is busy).
            wait: The seconds that the server itself asked us to wait.
        """
        self.again, self.wait = again, wait
        super().__init__(name, reason, advice)
