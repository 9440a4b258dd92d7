"""The whole catalogue: what is asked and known, held together by its ids."""

from collections.abc import Iterable
from typing import Protocol, TypeVar

from relational_screen.catalogue.checklist import Checklist, Gate, Question
from relational_screen.catalogue.facts import Document, Fact
from relational_screen.catalogue.groups import Group
from relational_screen.catalogue.method import Method
from relational_screen.catalogue.model import Record
from relational_screen.catalogue.note_words import NoteWords
from relational_screen.catalogue.remedies import Remedy, Strategy


class Named(Protocol):
    """Anything with an id."""

    @property
    def id(self) -> str:
        """The id."""


N = TypeVar("N", bound=Named)


class Catalogue(Record):
    """Checklists in the order they are asked, and what they refer to. A screening keeps its own copy."""

    method: Method
    note: NoteWords
    groups: tuple[Group, ...]
    documents: tuple[Document, ...]
    facts: tuple[Fact, ...]
    remedies: tuple[Remedy, ...]
    strategies: tuple[Strategy, ...] = ()
    checklists: tuple[Checklist, ...] = ()

    def checklist(self, arena: str) -> Checklist:
        """Return the checklist of an arena; KeyError when there is none."""
        return _by_id(self.checklists, arena)

    def question(self, question: str) -> Question:
        """Return a question by its id; KeyError when there is none."""
        return _by_id(self.checklist(arena_of(question)).questions, question)

    def gate(self, gate: str) -> Gate:
        """Return a gate by its id; KeyError when there is none."""
        return _by_id(self.checklist(arena_of(gate)).gates, gate)

    def group(self, group: str) -> Group:
        """Return a group by its id; KeyError when there is none."""
        return _by_id(self.groups, group)

    def fact(self, fact: str) -> Fact:
        """Return a fact by its id; KeyError when there is none."""
        return _by_id(self.facts, fact)

    def remedy(self, remedy: str) -> Remedy:
        """Return a remedy by its id; KeyError when there is none."""
        return _by_id(self.remedies, remedy)

    def strategy(self, strategy: str) -> Strategy:
        """Return a strategy by its id; KeyError when there is none."""
        return _by_id(self.strategies, strategy)

    def document(self, document: str) -> Document:
        """Return a document by its id; KeyError when there is none."""
        return _by_id(self.documents, document)


def arena_of(item: str) -> str:
    """Return the arena id that a question's or gate's id begins with."""
    return item.partition(".")[0]


def _by_id(items: Iterable[N], name: str) -> N:
    for item in items:
        if item.id == name:
            return item
    raise KeyError(name)
