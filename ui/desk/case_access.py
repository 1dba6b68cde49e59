"""What every route of the desk asks first: is there a desk, and who is this?"""

from __future__ import annotations

from typing import Annotated, cast

from fastapi import Depends, Path, Request
from fastapi.security import HTTPBearer

from assistant.desk.assemble import Desk
from assistant.desk.errors import DeskKeyWrong, DeskOff, DeskUnavailable, NotAllowed
from assistant.desk.nouns import Actor
from ui.access.errors import ForeignRequest, Unauthenticated
from ui.access.gate import allowed
from ui.problems import row_for

MAX_ID = 2**31 - 1
_DEAR = "De sleutel van een programma (`loket desk key add`); in de browser volstaat de sessie."
KEY = HTTPBearer(scheme_name="loket", description=_DEAR, auto_error=False)


def desk_of(request: Request) -> Desk:
    """Return the desk of this server.

    Raises:
        DeskOff: there is none.
    """
    desk = getattr(request.app.state, "desk", None)
    if desk is None:
        raise DeskOff
    return cast(Desk, desk)


OurDesk = Annotated[Desk, Depends(desk_of)]
Reader = Annotated[Actor, Depends(allowed("read"))]
Editor = Annotated[Actor, Depends(allowed("edit"))]
Approver = Annotated[Actor, Depends(allowed("approve"))]
Admin = Annotated[Actor, Depends(allowed("administer"))]
CaseId = Annotated[
    int,
    Path(
        ge=1,
        le=MAX_ID,
        description="Het nummer van een zaak.",
        openapi_examples={"zaak": {"summary": "Een zaak", "value": 5}},
    ),
]
SentenceId = Annotated[
    int,
    Path(
        ge=1,
        le=MAX_ID,
        description="De `id` van een zin van het concept.",
        openapi_examples={"zin": {"summary": "Een zin", "value": 12}},
    ),
]
NO_DESK = (DeskOff, DeskUnavailable, DeskKeyWrong)
"""Why the desk may have nothing to give to anyone."""

FOR_STAFF = (
    row_for(Unauthenticated()),
    row_for(ForeignRequest()),
    NotAllowed,
    *NO_DESK,
)
"""Why staff, or a program of theirs, may be refused."""
