"""The machine-readable result as it is spelled in JSON; `record.schema.json` beside this file is made from it."""

from typing import Annotated, Literal

from pydantic import Field

from relational_screen.screening.answers import Answer, GateAnswer
from relational_screen.screening.findings import Level
from relational_screen.screening.proposal import GroupChoice, Proposal, Value
from relational_screen.screening.result import Certainty, Lean, Verdict
from relational_screen.screening.signing import ReadingOutcome

VERSION = 1

Score = Annotated[str, Field(pattern=r"^\d{1,3}\.\d\d$")]
"""0-100 with two decimals, as text: a JSON number would not be spelled alike by every program."""

Sha256 = Annotated[str, Field(pattern=r"^[0-9a-f]{64}$")]


def _is_none(value: object) -> bool:
    return value is None


class Side(Value):
    """One direction's score before and after measures in the draft, its interval and its band."""

    gross: Score
    net: Score
    low: Score
    high: Score
    band: str


class Pair(Value):
    """Raising and lowering, never netted."""

    raises: Side
    lowers: Side


class Arena(Pair):
    """A life arena's verdict; `open_questions` could change it."""

    verdict: Verdict
    lean: Lean | None
    certainty: Certainty
    open_questions: tuple[str, ...]


class MustAddress(Value):
    """A clear, lasting, lowering effect on groups at elevated risk; `effect` counts from 0 within the answer."""

    question: str
    effect: int
    groups: tuple[str, ...]


class RecordedResult(Value):
    """The bottom line and everything it rests on (method 1.0, Scores)."""

    method: str
    bottom_line: Verdict
    certainty: Certainty
    lean: Lean | None
    worst_arena: str | None
    best_arena: str | None
    must_be_addressed: tuple[MustAddress, ...]
    arenas: dict[str, Arena]
    groups: dict[str, Pair]
    mechanisms: dict[str, dict[str, Pair]]


class Completeness(Value):
    """How many questions are asked, answered, left undecided and not examined, and how many gates lack an answer."""

    asked: int
    answered: int
    undecided: int
    not_examined: int
    open_gates: int


class RecordedDraft(Value):
    """The version of the draft that was screened: its file by name and SHA-256, its number, and when it came."""

    name: str
    sha256: Sha256
    version: int
    attached: str


class RecordedFinding(Value):
    """What the review found at a question, gate or step."""

    level: Level
    place: str
    passages: tuple[str, ...]


class RecordedReading(Value):
    """What a second reader said of the content, or said last of an earlier one, then not `in_force`.

    `by` is "" in public.
    """

    outcome: ReadingOutcome
    in_force: bool
    at: str
    by: str


class RecordedSignOff(Value):
    """The last sign-off, which lapses with any later change; it is followed up on `review_date`, if any."""

    status: Literal["in_force", "lapsed", "reopened"]
    at: str
    by: str
    review_date: str


class Record(Value):
    """A screening's result. `content_hash` names the answers, `content` the catalogue they were given to.

    `hash` is the SHA-256 of the record's canonical JSON without `hash` itself. `reading` and `sign_off` are left
    out where there is none.
    """

    version: Literal[1]
    screening: str
    content_hash: Sha256
    content: str
    checklists: dict[str, str]
    proposal: Proposal
    draft: RecordedDraft | None
    started: str
    changed: str
    gates: dict[str, GateAnswer]
    relevance_reason: str
    groups: dict[str, GroupChoice]
    answers: dict[str, Answer]
    result: RecordedResult
    findings: tuple[RecordedFinding, ...]
    completeness: Completeness
    reading: RecordedReading | None = Field(default=None, exclude_if=_is_none)
    sign_off: RecordedSignOff | None = Field(default=None, exclude_if=_is_none)
    hash: Sha256
