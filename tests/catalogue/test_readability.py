"""The checklists read as plain Danish: LIX, length, and one thing at a time."""

from statistics import mean

import pytest

from relational_screen.catalogue.checklist import Checklist
from relational_screen.catalogue.checks import MAX_QUESTION_WORDS
from relational_screen.catalogue.readability import HELP_LIMIT, QUESTION_LIMIT, lix
from relational_screen.catalogue.reading import read_record
from relational_screen.catalogue.shipped import shipped_folder

ARENAS = ("common", "housing", "education", "leisure", "labour", "health")
CHECKLISTS = {name: read_record(shipped_folder() / f"{name}.toml", Checklist) for name in ARENAS}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Der er en kat.", 4),  # 4 words in one sentence, none long
        ("Katten sover. Hunden sover også.", 2 + 1),  # 5 words in 2 sentences: 2.5, none long
        ("Kommunalbestyrelsen beslutter.", 2 + 100),  # 2 words, both long
        ("", 0),
    ],
)
def test_lix_counts_sentences_and_long_words(text: str, expected: int) -> None:
    assert lix(text) == pytest.approx(expected, abs=1)


@pytest.mark.parametrize("arena", ARENAS)
def test_questions_and_helps_are_easy_to_read_on_average(arena: str) -> None:
    questions = CHECKLISTS[arena].questions
    assert mean(lix(question.question.da) for question in questions) <= QUESTION_LIMIT
    assert mean(lix(question.help.da) for question in questions if question.help) <= HELP_LIMIT


@pytest.mark.parametrize("arena", ARENAS)
def test_questions_are_short_neutral_and_end_as_questions(arena: str) -> None:
    for question in CHECKLISTS[arena].questions:
        for text in (question.question.da, question.question.en):
            assert len(text.split()) <= MAX_QUESTION_WORDS, question.id
            assert text.endswith("?"), question.id
        assert question.question.da.startswith("Ændrer "), question.id


@pytest.mark.parametrize("arena", ARENAS)
def test_phrases_complete_a_sentence(arena: str) -> None:
    for question in CHECKLISTS[arena].questions:
        for text in (question.phrase.raises, question.phrase.lowers):
            for words in (text.da, text.en):
                assert words[0].islower(), question.id
                assert not words.endswith((".", ",")), question.id
            assert not text.da.startswith("at "), question.id
            assert not text.en.startswith("to "), question.id
