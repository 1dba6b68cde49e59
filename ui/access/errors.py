"""What can go wrong at the door of the desk. `ui.problems` says how each is told."""

from __future__ import annotations

from indexer.errors import AppError


class Unauthenticated(AppError):
    """Nobody is logged in and no valid key was sent, where one of both is needed."""

    def __init__(self) -> None:
        """Say in Dutch what to do."""
        super().__init__("Log in op /loket/inloggen, of stuur een geldige sleutel mee.")


class LoginRefused(AppError):
    """A name and a password do not belong together; it does not say which of the two is wrong."""

    def __init__(self) -> None:
        """Say in Dutch what to do."""
        super().__init__("Deze naam en dit wachtwoord horen niet bij elkaar. Probeer het opnieuw.")


class TooManyLogins(AppError):
    """There were too many wrong passwords or keys, or too many people log in at this moment."""

    def __init__(self, seconds: int) -> None:
        """Say in Dutch after how many seconds to try again."""
        self.seconds = seconds
        when = f"{seconds} seconden" if seconds < 120 else f"{-(-seconds // 60)} minuten"
        super().__init__(f"Er is te vaak geprobeerd in te loggen. Probeer het over {when} opnieuw.")


class ForeignRequest(AppError):
    """A request that changes something came with a session but not from a page of ours."""

    def __init__(self) -> None:
        """Say in Dutch what to do."""
        super().__init__(
            "Deze aanvraag kwam niet van een pagina van dit loket en is daarom geweigerd. "
            "Open het loket in uw browser en probeer het daar opnieuw."
        )
