"""What every part of the catalogue is built of: strict records and texts in both languages."""

import re
from typing import Annotated, Literal

from pydantic import AfterValidator, BaseModel, ConfigDict, StringConstraints

Language = Literal["da", "en"]
Kind = Literal["bill", "executive_order", "plan", "local_plan", "budget"]
Mechanism = Literal["places", "time", "continuity", "access", "inclusion", "support", "closeness", "civil_society"]
Measure = Literal["t_ils_7", "often_lonely", "unwanted_alone", "other"]

KINDS: tuple[Kind, ...] = ("bill", "executive_order", "plan", "local_plan", "budget")

Words = Annotated[str, StringConstraints(min_length=1, strip_whitespace=True)]
Name = Annotated[str, StringConstraints(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$")]
QuestionId = Annotated[str, StringConstraints(pattern=r"^[a-z0-9-]+\.[a-z0-9]+(-[a-z0-9]+)*$")]


def _source(text: str) -> str:
    if not re.fullmatch(r"[a-z0-9-]+: \S.*", text):
        message = 'a source reads "DOCUMENT: place", for example "action-plan: initiativ 17"'
        raise ValueError(message)
    return text


Source = Annotated[str, AfterValidator(_source)]


def document_of(source: str) -> str:
    """Return the document id of a source reference."""
    return source.partition(": ")[0]


class Record(BaseModel):
    """A part of the catalogue: nothing unknown in it, nothing changed in it."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class Text(Record):
    """One text in both languages."""

    da: Words
    en: Words

    def get(self, language: Language) -> str:
        """Return the text in one language."""
        return self.da if language == "da" else self.en
