"""The note's sentences against a table that was read and found right; see `sentences.py`."""

from typing import get_args

import pytest

from relational_screen.catalogue.model import Language
from tests.screening.sentences import DATA, catalogue, table

BOTH = pytest.mark.parametrize("language", get_args(Language))


@BOTH
def test_every_sentence_reads_as_it_was_approved(language: Language) -> None:
    approved = (DATA / f"sentences_{language}.txt").read_text(encoding="utf-8")
    for told, known in zip(table(language).splitlines(), approved.splitlines(), strict=True):
        assert told == known


@BOTH
def test_no_sentence_has_a_gap_a_doubled_mark_or_an_unfilled_place(language: Language) -> None:
    for line in table(language).splitlines():
        for mistake in ("  ", " .", " ,", "..", ",,", "( ", "()", "{", "}", "None", " og og ", " and and "):
            assert mistake not in line, line
        assert line.endswith((".", "!")), line


def test_every_number_of_the_planning_act_in_the_content_has_words() -> None:
    numbers = {remedy.planning_law for remedy in catalogue().remedies} - {0}
    assert numbers
    assert {f"plan-matter-{number}" for number in numbers} <= set(catalogue().note.words)
