"""What a verified chain amounts to: one entry of the registry, scored with the content that it pins."""

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import islice
from typing import Any

from relational_screen.catalogue.catalogue import Catalogue
from relational_screen.catalogue.method import SCALES
from relational_screen.catalogue.note_words import NoteWords
from relational_screen.catalogue.shipped import read_catalogue, shipped_folder
from relational_screen.errors import N_
from relational_screen.registry.bundle.bundle import OpenedBundle
from relational_screen.registry.bundle.refusing import refused
from relational_screen.registry.inbox.bitmaps import Mark
from relational_screen.registry.inbox.lines import line_of
from relational_screen.registry.inbox.quality import quality
from relational_screen.screening.answers import Answer
from relational_screen.screening.result import Pair, Result
from relational_screen.screening.scope import questions_in_scope
from relational_screen.screening.score import Scorer
from relational_screen.screening.signing import Outcome
from relational_screen.screening.state import State
from relational_screen.screening.verdict import counts

MEASURES = SCALES["measure"]
"""How firm a measure is, the firmest first."""

MAX_MARKS, MAX_NAME = 5_000, 1_000
"""How much may be said of one screening, and in how many characters; a large one has some hundred marks."""

FAULTS = (ValueError, TypeError, KeyError, RecursionError)
"""What content of any shape can bring about when it is read."""

_NUMBER = re.compile(r"\d{1,6}([./]\d{1,6})?")
_NUMBERS = ("factor", "from", "share")


@dataclass(frozen=True, slots=True)
class Entry:
    """One screening as it stands at the end of one chain.

    `line` is what lists show of it, `details` the rest of it, both JSON data; `marks` is what figures count.
    """

    screening: str
    head: str
    line: dict[str, Any]
    details: dict[str, Any]

    @property
    def day(self) -> str:
        """The day of the last change, as the calendar was where it was made: periods and months go by it."""
        return str(self.line["changed"])[:10]

    @property
    def traits(self) -> dict[str, bool]:
        """What can be said of how the screening was made; what only the registry can say, once it arrived there."""
        return _traits(self.line, self.details["quality"])

    def marks(self) -> Iterator[Mark]:
        """Yield what can be said of the entry; null results are marked like any other."""
        line, details = self.line, self.details
        yield from (
            Mark(name, line[name]) for name in ("authority", "kind", "stage", "method", "relevance", "certainty")
        )
        yield Mark("month", self.day[:7])
        yield Mark("verdict", line["bottom_line"])
        if line["must_be_addressed"]:
            yield Mark("must_be_addressed")
        yield from (Mark("arena", name, arena["verdict"]) for name, arena in details["arenas"].items())
        for arena, cells in details["mechanisms"].items():
            yield from (
                Mark(direction, arena, name)
                for name, pair in cells.items()
                for direction, side in pair.items()
                if _felt(side)
            )
        for name, pair in details["groups"].items():
            felt = ((direction, side["band"]) for direction, side in pair.items() if _felt(side))
            yield from (Mark(f"group_{direction}", name, band) for direction, band in felt)
        yield from (Mark("remedy", name, status) for name, status in details["remedies"].items())
        yield from (Mark("quality", name) for name, holds in self.traits.items() if holds)
        yield from (Mark("follow_up", one["direction"], one["came"]) for one in details["outcomes"])


def entry_of(opened: OpenedBundle) -> Entry:
    """Return the entry that a verified bundle makes, with the same score as the program that made it.

    Raises:
        ScreenError: what it pins is no catalogue that can be scored with, its events hold what no screening can mean,
            or it says more than can be counted.
    """
    state = opened.state
    catalogue, result = scored(opened)
    made = quality(opened.events, state, catalogue, result)
    line = line_of(state, catalogue, result, made)
    details = {**_details(state, catalogue, result), "quality": made.as_json()}
    entry = Entry(opened.screening, opened.events[-1].hash, line, details)
    marks = list(islice(entry.marks(), MAX_MARKS + 1))
    if len(marks) > MAX_MARKS or any(len(name) > MAX_NAME for mark in marks for name in mark):
        raise refused(N_("The bundle says more of the screening than the registry can count."))
    return entry


def scored(opened: OpenedBundle) -> tuple[Catalogue, Result]:
    """Return the content that a verified bundle pins, and the result with it.

    Raises:
        ScreenError: the content is no catalogue that can be scored with.
    """
    catalogue, scorer = _scored_with(opened.content[opened.state.content])
    return catalogue, scorer.score(opened.state)


def _traits(line: Mapping[str, Any], made: Mapping[str, Any]) -> dict[str, bool]:
    """Return what can be said of how a screening was made, for figures to count (`statistics.QUALITY`)."""
    return {
        "after_consultation": bool(made["after_consultation"]),
        "changed_after_sign_off": bool(made["changed_after_sign_off"]),
        "contradictions": bool(made["core_contradictions"]),
        "signed_off": line["signed_off"],
        "signed_off_alone": line["signed_off_alone"],
        "lapsed": line["lapsed"],
        "clock_went_back": bool(made["clock_went_back"]),
        "dated_ahead": line.get("dated_ahead", False),
        "other_authority": line.get("other_authority", False),
    }


def _details(state: State, catalogue: Catalogue, result: Result) -> dict[str, Any]:
    """Return the rest; an answer to a question that is no longer asked is left out, as in the score."""
    asked = [question.id for question in questions_in_scope(state, catalogue)]
    answers = {name: state.answers[name] for name in asked if name in state.answers}
    return {
        "content": state.content,
        "content_hash": state.content_hash,
        "checklists": {checklist.id: checklist.version for checklist in catalogue.checklists},
        "arenas": {
            name: {"verdict": arena.verdict, "certainty": arena.certainty, "lean": arena.lean, **_pair(arena.pair)}
            for name, arena in result.arenas.items()
        },
        "mechanisms": {
            arena: {name: _pair(pair) for name, pair in cells.items()} for arena, cells in result.mechanisms.items()
        },
        "groups": {name: _pair(pair) for name, pair in result.groups.items()},
        "must_be_addressed": [item.as_json() for item in result.must_be_addressed],
        "remedies": _remedies(answers.values()),
        "answers": {name: answer.status for name, answer in answers.items()},
        "drafts": [{"sha256": draft.sha256, "attached": draft.attached} for draft in state.drafts],
        "exports": [{"at": note.at, "form": note.form, "format": note.format} for note in state.exports],
        "outcomes": [_outcome(one) for one in state.follow_ups[-1].outcomes] if state.follow_ups else [],
    }


def _outcome(outcome: Outcome) -> dict[str, Any]:
    return outcome.model_dump(include={"question", "effect", "direction", "came"})


def _pair(pair: Pair) -> dict[str, Any]:
    """Return both directions as text of two decimals with their bands, never netted."""
    sides = {"raises": pair.raises, "lowers": pair.lowers}
    return {name: {"net": f"{side.net:.2f}", "band": side.band} for name, side in sides.items()}


def _felt(side: Mapping[str, str]) -> bool:
    return counts(side["band"])


def _remedies(answers: Iterable[Answer]) -> dict[str, str]:
    """Return the remedies that measures were taken from, each with the firmest of its measures."""
    effects = [effect for answer in answers for effect in answer.effects]
    used = [measure for effect in effects for measure in effect.measures if measure.remedy]
    return {
        measure.remedy: measure.status for status in reversed(MEASURES) for measure in used if measure.status == status
    }


@lru_cache(maxsize=8)
def _scored_with(data: bytes) -> tuple[Catalogue, Scorer]:
    """Read a pinned catalogue; most bundles pin one of a few."""
    try:
        found = json.loads(data)
        _check_numbers(found["method"])
        catalogue = Catalogue.model_validate({**found, "note": _note_words()})
    except FAULTS as fault:
        raise refused(N_("The bundle pins content that this program cannot score with.")) from fault
    return catalogue, Scorer(catalogue)


def _check_numbers(value: Any) -> None:
    """Raise ValueError for a number that exact fractions would take hours for, such as 1e-99999999."""
    if isinstance(value, list):
        for item in value:
            _check_numbers(item)
    elif isinstance(value, dict):
        for name, item in value.items():
            if name in _NUMBERS and not _NUMBER.fullmatch(str(item)):
                raise ValueError(item)
            _check_numbers(item)


@cache
def _note_words() -> NoteWords:
    """Return the program's own sentences, which are not pinned and which a catalogue must have."""
    return read_catalogue(shipped_folder()).note
