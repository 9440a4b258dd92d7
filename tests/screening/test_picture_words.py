"""A note's pictures say in words all that they show. All content is invented."""

import re
from decimal import Decimal

import pytest

from relational_screen.catalogue.catalogue import Catalogue
from relational_screen.catalogue.checklist import Weight
from relational_screen.catalogue.model import Language, Mechanism
from relational_screen.screening.answers import Answer, Direction
from relational_screen.screening.document import Bar, Bars, Matrix
from relational_screen.screening.note.opening import picture
from relational_screen.screening.note.pictures import MOST_GROUPS, matrix, people
from relational_screen.screening.note.wording import Wording
from relational_screen.screening.score import score
from relational_screen.screening.screening import Screening
from tests.builders import (
    NO_EFFECT,
    OTHER_RISK,
    PLAIN,
    RISK,
    UNKNOWN,
    answer,
    catalogue,
    checklist,
    effect,
    group,
    question,
    state,
    weighed,
)

ASKED: dict[str, tuple[Mechanism, ...]] = {
    "alpha": ("places", "time", "places", "closeness"),
    "beta": ("time", "support", "civil_society"),
}
CONTENT = catalogue(
    *(
        checklist(arena, [question(f"{arena}.q{number}", mechanism=one) for number, one in enumerate(mechanisms)])
        for arena, mechanisms in ASKED.items()
    )
)
ANSWERS = {
    "alpha.q0": answer(effect("raises", groups=(RISK,)), effect("lowers", "some", groups=(PLAIN,))),
    "alpha.q1": answer(effect("lowers", reach="few", groups=(RISK,))),
    "alpha.q2": NO_EFFECT,
    "alpha.q3": UNKNOWN,
    "beta.q0": NO_EFFECT,
    "beta.q1": answer(effect("raises", duration="temporary", groups=(OTHER_RISK,))),
    "beta.q2": NO_EFFECT,
}

both_languages = pytest.mark.parametrize("language", ["da", "en"])


def _wording(answers: dict[str, Answer], language: Language = "da", content: Catalogue = CONTENT) -> Wording:
    found = state(content, answers)
    return Wording(Screening(found, content, None), score(found, content), language)


def _is_told(word: str, text: str) -> bool:
    return re.search(rf"(?<!\w){re.escape(word)}(?!\w)", text) is not None


def _missing_in(block: Bars, language: Language) -> list[str]:
    words = [word for pair in block.pairs for word in (pair.label, pair.raises.word, pair.lowers.word)]
    heads = {"da": ["øgende", "mindskende"], "en": ["raising", "lowering"]}[language]
    return [word for word in (*words, *heads) if not _is_told(word, block.description)]


def _told_of(block: Matrix, arena: str) -> str:
    """Return the part of the description that tells of an arena."""
    later = [row.label for row in block.rows][[row.label for row in block.rows].index(arena) + 1 :]
    part = block.description.partition(f"{arena}: ")[2]
    return part.partition(f"{later[0]}: ")[0] if later else part


@both_languages
def test_the_description_of_the_matrix_says_every_number_of_every_cell(language: Language) -> None:
    block = matrix(_wording(ANSWERS, language))
    for row in block.rows:
        told = _told_of(block, row.label)
        asked, _, missing = told.partition({"da": "Der spørges ikke om", "en": "Nothing is asked about"}[language])
        for column, cell in zip(block.columns, row.cells, strict=True):
            found = next((part for part in asked.split(";") if f"»{column}«" in part), "")
            assert (f"»{column}«" in missing) == (cell is None)
            assert bool(found) == (cell is not None)
            if cell is not None:
                numbers = re.findall(r"[\d-]+", found)
                assert numbers == [cell[0].word, cell[1].word]
                assert _is_told(block.raises, found)
                assert _is_told(block.lowers, found)


def test_the_matrix_has_a_column_for_each_mechanism_that_is_asked_about_and_no_other() -> None:
    block = matrix(_wording(ANSWERS))
    assert block.columns == ("Steder at mødes", "Tid", "Støtte", "Nærhed", "Civilsamfund")
    assert [[cell is not None for cell in row.cells] for row in block.rows] == [
        [True, True, False, True, False],
        [False, True, True, False, True],
    ]


def test_a_cell_shows_the_score_of_its_questions_and_open_ones_as_a_span() -> None:
    block = matrix(_wording(ANSWERS))
    first, second = block.rows
    assert first.cells[0] == (Bar(Decimal("40.00"), "40"), Bar(Decimal("20.00"), "20"))
    assert first.cells[3] == (Bar(Decimal("0.00"), "0-40"), Bar(Decimal("0.00"), "0-40"))
    assert second.cells[1] == (Bar(Decimal("0.00"), "0"), Bar(Decimal("0.00"), "0"))


def test_the_title_explains_just_the_signs_that_the_matrix_has() -> None:
    one = catalogue(weighed("alpha", "normal"))
    closed = matrix(_wording({"alpha.q0": NO_EFFECT}, content=one)).title
    waiting = matrix(_wording({}, content=one)).title
    both = matrix(_wording(ANSWERS)).title
    assert ["spænd" in title for title in (closed, waiting, both)] == [False, True, True]
    assert ["–" in title for title in (closed, waiting, both)] == [False, False, True]


@both_languages
def test_the_description_of_the_groups_says_every_name_and_word(language: Language) -> None:
    block = people(_wording(ANSWERS, language))
    assert len(block.pairs) == 3
    assert _missing_in(block, language) == []


@both_languages
def test_the_description_of_the_arenas_says_every_name_and_word(language: Language) -> None:
    block = picture(_wording({**ANSWERS, "beta.q0": UNKNOWN, "beta.q2": UNKNOWN}, language))
    assert any("(0-" in pair.lowers.word for pair in block.pairs)
    assert _missing_in(block, language) == []


def _many(count: int) -> Wording:
    """Groups of which a later one is touched more; the directions take turns."""
    groups = tuple(group(f"group{number}", elevated=False) for number in range(count))
    weights: list[Weight] = ["normal"] * count
    content = catalogue(weighed("alpha", *weights)).model_copy(update={"groups": groups})
    turns: tuple[Direction, Direction] = ("raises", "lowers")
    answers = {
        f"alpha.q{number}": answer(
            effect(turns[number % 2], groups=[f"group{later}" for later in range(number, count)])
        )
        for number in range(count)
    }
    return _wording(answers, content=content)


def test_the_most_affected_groups_come_first_and_the_rest_is_counted() -> None:
    wording = _many(11)
    block = people(wording)
    largest = [max(pair.raises.value, pair.lowers.value) for pair in block.pairs]
    left = [one for one in wording.result.groups if one.capitalize() not in {pair.label for pair in block.pairs}]
    assert len(block.pairs) == MOST_GROUPS
    assert largest == sorted(largest, reverse=True)
    assert all(
        max(wording.result.groups[one].raises.net, wording.result.groups[one].lowers.net) <= largest[-1] for one in left
    )
    assert block.description.endswith("Og 3 mere.")
    assert "8 mest berørte af 11" in block.title


def test_as_many_groups_as_there_is_room_for_are_not_said_to_be_some_of_them() -> None:
    block = people(_many(MOST_GROUPS))
    assert len(block.pairs) == MOST_GROUPS
    assert "mere" not in block.description
    assert "af 8" not in block.title
