"""What a running system can say about itself: models, index, sources, settings, figures, licences.

`account_of` gathers; `ui.accountability_sections` puts it into words. Nothing here names a folder
or a machine, because the account is public.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from importlib.metadata import version
from ipaddress import ip_address
from pathlib import PurePath
from typing import Literal
from urllib.parse import urlsplit

from assistant.desk.settings import DeskSettings
from assistant.settings import AssistantSettings
from indexer.passages import Passage
from indexer.sources import Kind, Source
from ui.eval_scores import Scores, read_scores
from ui.settings import UiSettings
from ui.third_party import Package, packages_here, read_names

ChatPlace = Literal["none", "here", "elsewhere"]
"""Where the language model listens; what is not surely on this machine counts as elsewhere."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Holdings:
    """What answers are made from."""

    documents: int
    topics: int
    sections: Mapping[str, int]
    """Of our digests, by language."""
    oldest_check: date | None
    past_review: int
    """Documents whose day of review has passed."""
    originals: int
    """Sources whose own text is in the index and is cited."""
    sources: int
    official: int
    kinds: Mapping[Kind, int]
    """Sources by kind."""
    read: Mapping[str, int]
    """Sources by how far they were read: full, part, secondary."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DeskPeriods:
    """How a server with a desk handles a question that was handed over; days."""

    approvals: int
    """How many people must approve an answer."""
    open_case_days: int
    case_days: int
    verified_days: int
    session_hours: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Setup:
    """How this server is set up."""

    version: str
    embedding_model: str
    chat_model: str
    """Empty: none."""
    chat_place: ChatPlace
    entailment_model: str
    """Empty: none."""
    index_version: str
    """Empty: the account is not of one server."""
    built_at: str
    answers_per_minute: int
    show_internal: bool
    feedback_days: int
    """How long feedback is kept; 0 when none is taken."""
    desk: DeskPeriods | None
    """None where there is no desk."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Account:
    """All that is told."""

    day: date
    setup: Setup
    holdings: Holdings
    scores: Scores
    packages: tuple[Package, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Built:
    """Which index is open, and with which model it was made."""

    model: str
    version: str = ""
    at: str = ""


def account_of(
    built: Built,
    holdings: Holdings,
    settings: AssistantSettings,
    ui: UiSettings,
    day: date,
    desk: DeskSettings | None = None,
) -> Account:
    """Gather the account of a server on a day; `desk` is None where there is none."""
    return Account(
        day=day,
        setup=setup_of(built, settings, ui, desk),
        holdings=holdings,
        scores=read_scores(),
        packages=tuple(packages_here(read_names())),
    )


def setup_of(
    built: Built, settings: AssistantSettings, ui: UiSettings, desk: DeskSettings | None = None
) -> Setup:
    """Say how a server is set up."""
    chat = settings.chat_model
    return Setup(
        version=version("loketwijzer"),
        embedding_model=_without_folder(built.model),
        chat_model=_without_folder(chat),
        chat_place=_chat_place(settings),
        entailment_model=_without_folder(settings.entailment_model) if chat else "",
        index_version=built.version,
        built_at=built.at,
        answers_per_minute=ui.answers_per_minute,
        show_internal=settings.show_internal,
        feedback_days=ui.feedback_days,
        desk=_periods(desk) if desk else None,
    )


def holdings_of(passages: Iterable[Passage], sources: Iterable[Source], day: date) -> Holdings:
    """Count what an index holds."""
    passages, sources = tuple(passages), tuple(sources)
    digests = [passage for passage in passages if passage.basis == "digest"]
    review_by = {passage.document_id: passage.review_by for passage in digests}
    return Holdings(
        documents=len(review_by),
        topics=len({passage.topic for passage in digests}),
        sections=_sections(digests),
        oldest_check=min((passage.checked for passage in digests), default=None),
        past_review=sum(last < day for last in review_by.values()),
        originals=len({p.document_id for p in passages if p.basis == "original"}),
        sources=len(sources),
        official=sum(source.official for source in sources),
        kinds=Counter(source.kind for source in sources),
        read=Counter(source.read for source in sources),
    )


def _periods(desk: DeskSettings) -> DeskPeriods:
    return DeskPeriods(
        approvals=desk.desk_approvals,
        open_case_days=desk.open_case_days,
        case_days=desk.case_days,
        verified_days=desk.verified_days,
        session_hours=desk.session_hours,
    )


def _sections(digests: Sequence[Passage]) -> Mapping[str, int]:
    return Counter(
        language for language, _, _ in {(p.language, p.document_id, p.section_id) for p in digests}
    )


def _chat_place(settings: AssistantSettings) -> ChatPlace:
    if not settings.chat_model:
        return "none"
    host = urlsplit(settings.chat_base_url).hostname or ""
    return "here" if host == "localhost" or _is_loopback(host) else "elsewhere"


def _is_loopback(host: str) -> bool:
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return False


def _without_folder(model: str) -> str:
    """Return the name of a model; of one in a folder of this machine, the last part only."""
    is_folder = model.startswith((".", "~", "/", "\\")) or ":\\" in model
    return PurePath(model.replace("\\", "/")).name if is_folder else model
