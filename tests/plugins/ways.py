"""Answers in each of the ways a rule can ask about, and screenings of the content that ships."""

from collections.abc import Mapping
from functools import cache

from relational_screen.catalogue.catalogue import Catalogue
from relational_screen.plugin_loader import load_plugins
from relational_screen.screening.answers import Answer, GateAnswer
from relational_screen.screening.screening import Screening
from tests.builders import DEPENDS, NO_EFFECT, NOT_APPLICABLE, UNKNOWN, answer, core, draft, effect, state

WAYS: dict[str, Answer | None] = {
    "not_examined": None,
    "no_effect": NO_EFFECT,
    "not_applicable": NOT_APPLICABLE,
    "unknown": UNKNOWN,
    "depends": DEPENDS,
    "raises": answer(effect("raises")),
    "lowers": answer(effect("lowers")),
    "both_ways": answer(effect("raises"), effect("lowers")),
}


@cache
def content() -> Catalogue:
    """The catalogue that ships with the checklists of the installed arenas."""
    return load_plugins(core()).catalogue


def screened(ways: Mapping[str, str], *texts: str, gates: Mapping[str, GateAnswer] | None = None) -> Screening:
    """A screening with questions answered in these ways, of an invented draft with the passages § 1, § 2, …"""
    answers = {question: given for question, way in ways.items() if (given := WAYS[way])}
    return Screening(state(content(), answers, gates), content(), draft(*texts) if texts else None)
