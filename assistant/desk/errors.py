"""What can go wrong at the desk. `ui.problems` says how each is told."""

from __future__ import annotations

from assistant.desk.nouns import Act, Actor, DraftSentence
from indexer.errors import AppError

_ACTS: dict[Act, str] = {
    "read": "zaken lezen",
    "edit": "zaken behandelen",
    "approve": "antwoorden goedkeuren",
    "administer": "het loket beheren",
}


class DeskOff(AppError):
    """This installation has no desk: the operator has set no key for it."""

    def __init__(self) -> None:
        """Say in Dutch how to switch it on."""
        super().__init__(
            "dit loket staat hier uit; de beheerder zet het aan met een sleutel in LOKET_DESK_KEY."
        )


class DeskUnavailable(AppError):
    """The desk's database cannot be reached or does not do what it should; the chat goes on."""


class DeskKeyWrong(AppError):
    """What is stored was encrypted with another key than the settings hold."""


class CaseUnknown(AppError):
    """There is no case with this number or reference."""

    def __init__(self, name: str) -> None:
        """Say in Dutch which."""
        super().__init__(f"Er is geen zaak met nummer of kenmerk {name[:40]!r}.")


class CaseErased(AppError):
    """The text of a case was erased; only its number and dates are left."""

    def __init__(self, case_id: int) -> None:
        """Say in Dutch which."""
        super().__init__(f"De inhoud van zaak {case_id} is gewist.")


class CaseClaimed(AppError):
    """A colleague has the case; the message names who."""

    def __init__(self, case_id: int, by: str) -> None:
        """Say in Dutch who has it."""
        self.by = by
        super().__init__(f"Zaak {case_id} is in behandeling bij {by}.")


class NotAllowed(AppError):
    """The role of whoever asks does not allow it."""

    def __init__(self, actor: Actor, act: Act) -> None:
        """Say in Dutch what is not allowed."""
        super().__init__(f"Met de rol {actor.role} mag u niet {_ACTS[act]}.")


class SentenceChanged(AppError):
    """Somebody else changed a sentence in the meantime; nothing of either text is lost."""

    def __init__(self, now: DraftSentence, yours: str) -> None:
        """Keep both texts: that of the other as it stands now, and one's own."""
        self.now, self.yours = now, yours
        who = now.decided_by or "een collega"
        super().__init__(f"{who} heeft deze zin intussen veranderd. Kies welke tekst blijft.")


class SentenceUnknown(AppError):
    """A draft has no sentence with this number."""

    def __init__(self, number: int) -> None:
        """Say in Dutch which."""
        super().__init__(f"Er is geen zin met nummer {number} in dit concept.")


class DeskRefused(AppError):
    """What was asked cannot be done as things stand; says why and what to do, in Dutch."""
