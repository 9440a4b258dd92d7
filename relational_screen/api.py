"""The only door for plugins, our own arenas included. What is not named here may change without notice."""

from pathlib import Path

from relational_screen.catalogue.checklist import Checklist, Question
from relational_screen.catalogue.model import Text
from relational_screen.catalogue.reading import read_record
from relational_screen.catalogue.shipped import content_file
from relational_screen.drafts.draft import Draft, Passage
from relational_screen.drafts.signals import Pointer
from relational_screen.errors import ScreenError
from relational_screen.hookspecs import hookimpl
from relational_screen.screening.answers import Answer, Effect, Measure
from relational_screen.screening.findings import Finding
from relational_screen.screening.rules import (
    LOWERS,
    NO_EFFECT,
    RAISES,
    AnswerRule,
    DraftRule,
    Rule,
    Words,
    check_rules,
    no_effect_despite,
    not_followed,
    only_raises_despite,
    opposed,
    way_answered,
)
from relational_screen.screening.screening import Screening
from relational_screen.screening.tools import Input, Outcome, Tool, Values, format_number

__all__ = [
    "LOWERS",
    "NO_EFFECT",
    "RAISES",
    "Answer",
    "AnswerRule",
    "Checklist",
    "Draft",
    "DraftRule",
    "Effect",
    "Finding",
    "Input",
    "Measure",
    "Outcome",
    "Passage",
    "Pointer",
    "Question",
    "Rule",
    "ScreenError",
    "Screening",
    "Text",
    "Tool",
    "Values",
    "Words",
    "check_rules",
    "format_number",
    "hookimpl",
    "no_effect_despite",
    "not_followed",
    "only_raises_despite",
    "opposed",
    "read_checklist",
    "way_answered",
]


def read_checklist(module_file: str, name: str) -> Checklist:
    """Read a checklist that ships with a plugin: `read_checklist(__file__, "housing.toml")`.

    The file lies beside the module; in a source checkout of this project it is taken from `checklists/`.

    Raises:
        ScreenError: the file cannot be read, or everything that is wrong in it at once.
    """
    return read_record(Path(content_file(module_file, name)), Checklist)
