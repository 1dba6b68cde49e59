"""What is sent to say how an answer was, or that a source is wrong; and what comes back."""

from __future__ import annotations

import uuid
from datetime import datetime
from typing import Annotated, Any

from fastapi.exceptions import RequestValidationError
from pydantic import BaseModel, ConfigDict, Field, StrictBool

from assistant.answers import MAX_QUESTION, Language, Status
from ui.feedback_store import Feedback, Verdict
from ui.openapi_answer_examples import ANSWER, CITATION, INDEX_VERSION
from ui.openapi_parts import example
from ui.schemas import Response

MAX_REMARK = 2_000

_Name = Annotated[str, Field(min_length=1, max_length=200, pattern=r"^[\w.:#/@+-]+$")]


class FeedbackRequest(BaseModel):
    """What somebody thinks of an answer or of a source."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    verdict: Verdict
    answer_id: Annotated[_Name, Field(description="De `id` van het antwoord.")]
    question: Annotated[str, Field(max_length=MAX_QUESTION)] | None = Field(
        None,
        description="De vraag. Persoonsgegevens gaan eruit; bij een vraag van iemand die misschien "
        "in gevaar is, wordt zij niet bewaard.",
    )
    remark: str = Field(
        "",
        max_length=MAX_REMARK,
        description="Wat er beter kan; bij `wrong_source` verplicht: wat er niet klopt.",
    )
    sensitive: StrictBool = Field(
        False, description="`sensitive` van het antwoord; true: de vraag wordt niet bewaard."
    )
    status: Status | None = Field(None, description="De `status` van het antwoord.")
    language: Language = Field("nl", description="De taal van het antwoord.")
    passage_id: _Name | None = Field(
        None, description="Bij `wrong_source` verplicht: de passage waarin de fout staat."
    )
    source_ids: list[_Name] = Field(
        [], max_length=50, description="De bronnen waarop die passage rust."
    )
    index_version: _Name | None = Field(None, description="De `index_version` van het antwoord.")

    def as_feedback(self, at: datetime) -> Feedback:
        """Return what the store keeps.

        Raises:
            RequestValidationError: a source is reported without saying which, or what is wrong.
        """
        if self.verdict == "wrong_source":
            self._refuse_half_a_report()
        return Feedback(
            id=uuid.uuid4().hex,
            at=at,
            verdict=self.verdict,
            answer_id=self.answer_id,
            question=None if self.sensitive else self.question,
            remark=self.remark,
            status=self.status,
            language=self.language,
            passage_id=self.passage_id,
            source_ids=tuple(self.source_ids),
            index_version=self.index_version,
        )

    def _refuse_half_a_report(self) -> None:
        given = {"passage_id": self.passage_id, "remark": self.remark.strip()}
        absent = [name for name, value in given.items() if not value]
        if absent:
            raise RequestValidationError(
                [{"type": "missing", "loc": ("body", name)} for name in absent]
            )


class FeedbackOut(Response):
    """The feedback has been kept under this id."""

    id: str


_ABOUT: dict[str, Any] = {
    "answer_id": ANSWER["id"],
    "status": ANSWER["status"],
    "language": ANSWER["language"],
    "index_version": INDEX_VERSION,
}
GIVEN: dict[str, Any] = {
    "geholpen": example(
        "Het antwoord hielp",
        {
            "verdict": "helped",
            "question": "Waar kan ik spionage melden?",
            "remark": "Het telefoonnummer stond er meteen bij.",
            **_ABOUT,
        },
    ),
    "niet-geholpen": example(
        "Het antwoord hielp niet, zonder opmerking", {"verdict": "not_helped", **_ABOUT}
    ),
    "bron": example(
        "Een fout in een bron",
        {
            "verdict": "wrong_source",
            "remark": "Deze pagina is verhuisd.",
            "passage_id": CITATION["passage_id"],
            "source_ids": [CITATION["source_id"]],
            **_ABOUT,
        },
    ),
}
KEPT: dict[str, Any] = {
    "bewaard": example("De reactie is bewaard", {"id": "6f1c1e0c5b0f4f0e9c39a0d7a4b2f8de"})
}
