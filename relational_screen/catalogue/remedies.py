"""What can be done about a lowering effect, from the action plan's initiatives."""

from typing import Literal

from pydantic import Field

from relational_screen.catalogue.model import Name, Record, Source, Text


class Strategy(Record):
    """A way of intervening, and what is known of its effect (meta-study of 136 effect studies; mapping report)."""

    id: Name
    label: Text
    evidence: Text
    sources: tuple[Source, ...] = Field(min_length=1)


class RemedyExample(Record):
    """Where something like it has been done in Denmark."""

    text: Text
    year: int = Field(ge=1990, le=2100)
    source: Source


class Remedy(Record):
    """A concrete suggestion that can be written into a proposal.

    `level` is one of WHO's three. `planning_law` is the number in planloven § 15, stk. 2 that may carry it in a local
    plan; 0 means a recommendation without authority in the plan (note form, local plan).
    """

    id: Name
    title: Text
    text: Text
    purpose: Literal["prevents", "detects", "relieves"] | None = None
    level: Literal["individual", "local_community", "society"] | None = None
    strategy: Name | None = None
    examples: tuple[RemedyExample, ...] = Field(default=(), max_length=3)
    sources: tuple[Source, ...] = Field(min_length=1)
    planning_law: int = Field(ge=0, le=40)


class RemedyFile(Record):
    """The whole of `remedies.toml`."""

    strategies: tuple[Strategy, ...] = ()
    remedies: tuple[Remedy, ...]
