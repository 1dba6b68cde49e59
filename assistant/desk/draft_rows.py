"""What every change of a draft begins and ends with, within its transaction."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import Connection, delete

from assistant.desk import audit, tables
from assistant.desk.case_rows import CaseColumns, audit_subject, change, locked
from assistant.desk.errors import DeskRefused
from assistant.desk.keys import Keys
from assistant.desk.nouns import Actor


@dataclass(frozen=True, slots=True, kw_only=True)
class Deed:
    """What somebody did to a draft, for the audit trail."""

    actor: Actor
    action: str
    content: str = ""
    """The text that was decided on; only its keyed digest is kept."""


def unanswered(connection: Connection, case_id: int) -> CaseColumns:
    """Lock a case that has not been answered yet.

    Raises:
        CaseUnknown, CaseErased: there is no such case, or no text of it.
        DeskRefused: it was answered.
    """
    columns = locked(connection, case_id)
    if columns.state == "approved":
        raise DeskRefused(f"Zaak {case_id} is al beantwoord.")
    return columns


def drafted(connection: Connection, case_id: int) -> CaseColumns:
    """Lock a case that has a draft and has not been answered yet.

    Raises:
        CaseUnknown, CaseErased: there is no such case, or no text of it.
        DeskRefused: it was answered, or has no draft.
    """
    columns = unanswered(connection, case_id)
    if columns.tone is None:
        raise DeskRefused(f"Zaak {case_id} heeft nog geen concept.")
    return columns


def count_change(
    connection: Connection, keys: Keys, columns: CaseColumns, deed: Deed, **values: object
) -> None:
    """Count a change of a draft, which voids what was approved of it; audited.

    `values` are further columns of the case that change with it.
    """
    table = tables.approvals
    connection.execute(delete(table).where(table.c.case_id == columns.id))
    values |= {"state": "drafted", "draft_version": columns.draft_version + 1}
    change(connection, columns.id, **values)
    subject = audit_subject(columns.id)
    audit.record(connection, keys, deed.actor.name, deed.action, subject, deed.content)
