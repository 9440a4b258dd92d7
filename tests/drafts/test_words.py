"""Looking words up: forms, phrases, and what a clause leaves out. All texts here are invented."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from relational_screen.drafts.words import WordIndex, stems


def found(term: str, *texts: str) -> list[tuple[int, str]]:
    return [(hit.text, hit.words) for hit in WordIndex(texts).find(term)]


@pytest.mark.parametrize(
    ("term", "text", "words"),
    [
        ("beboer", "For beboernes skyld.", "beboernes"),
        ("fællesrum", "Alle fællesrummene er åbne.", "fællesrummene"),
        ("almen bolig", "De almene boliger er få.", "almene boliger"),
        ("klage over afgørelser", "En klage over afgørelsen sendes.", "klage over afgørelsen"),
    ],
)
def test_a_word_finds_its_other_forms(term: str, text: str, words: str) -> None:
    assert found(term, text) == [(0, words)]


@pytest.mark.parametrize(
    ("term", "stranger"),
    [("offentlig", "offentligheden"), ("ledig", "leder"), ("beboere", "beboelsen")],
)
def test_a_word_does_not_find_another_word_of_its_stem(term: str, stranger: str) -> None:
    assert stems(term) == stems(stranger)
    assert not found(term, f"Om {stranger}.")


def test_a_short_word_is_only_found_as_it_stands() -> None:
    assert found("have", "To haver og en have.") == [(0, "have")]


def test_a_phrase_does_not_end_in_a_genitive() -> None:
    assert not found("nedlæggelse af skole", "Nedlæggelse af skolens arkiv.")
    assert found("nedlæggelse af skole", "Nedlæggelse af skolen.")


@pytest.mark.parametrize(
    "text",
    [
        "Bestemmelsen gælder ikke for plejehjem.",
        "Alle boliger, bortset fra plejehjem, er omfattet.",
        "Forslaget har ingen konsekvenser for borgere på plejehjem.",
        "The rule does not apply to any plejehjem.",
    ],
)
def test_what_a_clause_leaves_out_is_not_found(text: str) -> None:
    assert not found("plejehjem", text)


@pytest.mark.parametrize(
    "text",
    ["Der må ikke lukkes plejehjem.", "Loven gælder ikke for hoteller. Den gælder for plejehjem."],
)
def test_a_prohibition_and_the_next_sentence_leave_nothing_out(text: str) -> None:
    assert found("plejehjem", text)


def test_short_words_say_nothing_when_texts_are_compared() -> None:
    assert stems("De to boliger og en bolig") == ["bol", "bol"]


@given(st.lists(st.text("abcæøå -.,§1", max_size=40), max_size=6), st.text("abcæøå", min_size=1, max_size=4))
def test_a_beginning_is_found_wherever_a_word_begins_so(texts: list[str], beginning: str) -> None:
    expected = [
        (number, match.group())
        for number, text in enumerate(texts)
        for match in re.finditer(rf"(?<!\w){beginning}\w*", text)
    ]
    assert found(beginning + "*", *texts) == expected
