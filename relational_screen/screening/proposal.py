"""The proposal that is screened, and the groups it concerns."""

import datetime
from typing import Annotated, Literal

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, StrictInt, model_validator

from relational_screen.catalogue.model import Kind

Stage = Literal["idea", "draft", "consultation", "final"]


MOST_PEOPLE = 100_000_000


def _day(text: str) -> str:
    if text and (len(text) != len("2027-03-12") or not text.isascii()):
        message = "a date reads YYYY-MM-DD"
        raise ValueError(message)
    return datetime.date.fromisoformat(text).isoformat() if text else ""


Day = Annotated[str, AfterValidator(_day)]
People = Annotated[StrictInt, Field(ge=0, le=MOST_PEOPLE)] | None


class Value(BaseModel):
    """A part of a screening: nothing unknown in it, nothing changed in it."""

    model_config = ConfigDict(extra="forbid", frozen=True, str_strip_whitespace=True)


class Proposal(Value):
    """What is screened, by whom and when (method 1.0, step 1). Dates are ISO dates."""

    kind: Kind = "bill"
    title: str = ""
    authority: str = ""
    unit: str = ""
    stage: Stage = "draft"
    responsible: str = ""
    date: Day = ""


class GroupChoice(Value):
    """A group that the proposal concerns, optionally with a low and a high number of people."""

    low: People = None
    high: People = None

    @model_validator(mode="after")
    def _low_first(self) -> "GroupChoice":
        if self.low is not None and self.high is not None and self.low > self.high:
            message = "low is greater than high"
            raise ValueError(message)
        return self
