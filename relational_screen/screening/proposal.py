"""The proposal that is screened, and the groups it concerns."""

from typing import Literal

from pydantic import BaseModel, ConfigDict, Field, model_validator

from relational_screen.catalogue.model import Kind

Stage = Literal["idea", "draft", "consultation", "final"]


class Value(BaseModel):
    """A part of a screening: nothing unknown in it, nothing changed in it."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class Proposal(Value):
    """What is screened, by whom and when (method 1.0, step 1). Dates are ISO dates."""

    kind: Kind = "bill"
    title: str = ""
    authority: str = ""
    unit: str = ""
    stage: Stage = "draft"
    responsible: str = ""
    date: str = Field(default="", pattern=r"^(\d{4}-\d{2}-\d{2})?$")


class GroupChoice(Value):
    """A group that the proposal concerns, optionally with a low and a high number of people."""

    low: int | None = Field(default=None, ge=0)
    high: int | None = Field(default=None, ge=0)

    @model_validator(mode="after")
    def _low_first(self) -> "GroupChoice":
        if self.low is not None and self.high is not None and self.low > self.high:
            message = "low is greater than high"
            raise ValueError(message)
        return self
