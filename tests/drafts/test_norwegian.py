"""Norwegian words found by Danish signals. All sentences here are invented."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from relational_screen.drafts.language import language_told
from relational_screen.drafts.norwegian import PARTS, danish
from relational_screen.drafts.words import WordIndex


def words(text: str) -> list[str]:
    return re.findall(r"\w+", text.lower())


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("lekeplassen skal være tilgjengelig for eldre", "legepladsen skal være tilgængelig for ældre"),
        ("møteplasser ved barnehagen i gaten", "mødesteder ved børnehaven i gaden"),
        ("idrettslag og opphold på sykehjemmet", "idrætsforening og ophold på plejehjemmet"),
        ("felles uteoppholdsareal med benker", "fælles opholdsareal med bænker"),
        ("oppfølging av flyktninger med funksjonsnedsettelse", "opfølgning av flygtninger med funktionsnedsættelse"),
        ("foreldrenes besøk i fengselet", "forældrenes besøg i fængselet"),
        ("økonomisk sosialhjelp og bostøtte", "økonomisk kontanthjælp og boligstøtte"),
        ("butikker og trafikk ved torget", "butikker og trafikk ved torvet"),
    ],
)
def test_norwegian_words_get_danish_parts(sentence: str, expected: str) -> None:
    assert " ".join(map(danish, sentence.split())) == expected


@pytest.mark.parametrize(
    "word",
    [
        *("behagelig", "delegater", "skinner", "psykiatri", "overnatning", "ghetto", "heteroseksuel", "bagatell"),
        *("kollega", "samfundsøkonomi", "innovation", "kirke", "bibliotek", "frivillig", "forening", "kommune"),
    ],
)
def test_words_that_only_look_like_norwegian_stay(word: str) -> None:
    assert danish(word) == word


def test_the_longest_part_is_taken_where_two_begin_together() -> None:
    assert danish("sykehjem") == "plejehjem"
    assert danish("sykefravær") == "sygefravær"


@given(st.text(alphabet="abdefghijklmnoprstuvyøåæ", max_size=12))
def test_a_word_without_any_part_stays(word: str) -> None:
    if not any(part in word for part in PARTS):
        assert danish(word) == word


def test_a_norwegian_sentence_is_told_from_a_danish_one() -> None:
    norwegian = "Planen gjelder for området mellom gaten og parken, og leken blir en del av den etter ferien."
    danish_text = "Planen gælder for området mellem gaden og parken, og legen bliver en del af den efter ferien."
    assert language_told(words(norwegian)) == "no"
    assert language_told(words(danish_text)) == "da"


def test_a_danish_text_that_cites_a_norwegian_title_is_danish() -> None:
    text = "Loven gælder efter »lov av 2020« og bliver en del af aftalen mellem landene."
    assert language_told(words(text)) == "da"


def test_a_text_without_telling_words_is_not_norwegian() -> None:
    assert language_told(words("Også hvis der ikke er noen.")) == "da"
    assert language_told([]) == "da"


def test_danish_terms_find_the_words_of_a_norwegian_text() -> None:
    index = WordIndex(["Det skal etableres lekeplasser og møteplasser for eldre, og planen gjelder etter ferien."])
    assert index.language == "no"
    assert [hit.words for term in ("legeplads*", "mødested*", "mødeplads*", "ældre") for hit in index.find(term)] == [
        "lekeplasser",
        "møteplasser",
        "eldre",
    ]
