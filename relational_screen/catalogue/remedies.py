"""What can be done about a lowering effect, from the action plan's initiatives."""

from pydantic import Field

from relational_screen.catalogue.model import Name, Record, Source, Text


class Remedy(Record):
    """A concrete suggestion that can be written into a proposal.

    `planning_law` is the number in planloven § 15, stk. 2 that may carry it in a local plan; 0 means a
    recommendation without authority in the plan (note form, local plan).
    """

    id: Name
    title: Text
    text: Text
    sources: tuple[Source, ...] = Field(min_length=1)
    planning_law: int = Field(ge=0, le=40)


class RemedyFile(Record):
    """The whole of `remedies.toml`."""

    remedies: tuple[Remedy, ...]
