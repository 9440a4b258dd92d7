"""Pointing at passages by their words. All texts here are invented."""

from pathlib import Path

import pytest

from relational_screen.catalogue.checklist import Signals, Terms
from relational_screen.drafts.signals import Pointer, language_of, point
from tests.drafts.files import draft_of


def signals(
    strong: list[str] | None = None, weak: list[str] | None = None, against: list[str] | None = None
) -> Signals:
    terms = Terms(strong=tuple(strong or ()), weak=tuple(weak or ()), against=tuple(against or ()))
    return Signals(da=terms, en=Terms(strong=("garden",)))


def pointed(folder: Path, text: str, asked: Signals) -> tuple[Pointer, ...]:
    return point(draft_of(folder, f"Lov om fællesarealer og haver\n\n§ 1. {text}\n"), asked)


@pytest.mark.parametrize(
    ("term", "text", "word"),
    [
        ("fællesareal*", "Det er Fællesarealerne.", "Fællesarealerne"),
        ("*bolig", "En ældrebolig er stor.", "ældrebolig"),
        ("*bolig*", "To ældreboliger er store.", "ældreboliger"),
        ("have", "En HAVE er stor.", "HAVE"),
        ("ret til genhusning", "Der er ret  til\ngenhusning her.", "ret til genhusning"),
        ("social* kontakt*", "Der er sociale kontakter her.", "sociale kontakter"),
        ("*bolig til leje*", "Det er en lejebolig til lejeren.", "lejebolig til lejeren"),
        ("face-to-face", "Meet face-to-face now.", "face-to-face"),
    ],
)
def test_a_term_finds_its_words(tmp_path: Path, term: str, text: str, word: str) -> None:
    assert pointed(tmp_path, text, signals([term])) == (Pointer("§ 1", 3, (word,)),)


@pytest.mark.parametrize(
    ("term", "text"),
    [
        ("fællesareal*", "Ufællesareal er intet ord."),
        ("*bolig", "To boliger er store."),
        ("have", "To haver er store."),
        ("ret til genhusning", "Der er ret og til genhusning."),
    ],
)
def test_a_term_finds_no_other_words(tmp_path: Path, term: str, text: str) -> None:
    assert pointed(tmp_path, text, signals([term])) == ()


def test_three_weak_terms_point_and_two_do_not(tmp_path: Path) -> None:
    weak = signals(weak=["bænk*", "bord*", "træ*"])
    assert pointed(tmp_path, "Bænke, borde og bænke.", weak) == ()
    assert pointed(tmp_path, "Bænke, borde og træer.", weak)[0].score == 3


def test_a_term_counts_once_however_often_it_stands(tmp_path: Path) -> None:
    assert pointed(tmp_path, "Bænke og bænke.", signals(["bænk*"]))[0].score == 3


def test_a_term_against_takes_its_points(tmp_path: Path) -> None:
    asked = signals(["overgang*"], against=["overgangsbestemmelse*"])
    assert pointed(tmp_path, "Overgangen er svær.", asked)
    assert not pointed(tmp_path, "En overgangsbestemmelse.", asked)


def test_the_best_come_first_and_then_the_order_of_the_draft(tmp_path: Path) -> None:
    draft = draft_of(tmp_path, "Lov om haver\n\n§ 1. En bænk.\n\n§ 2. En bænk og et bord.\n\n§ 3. En bænk.\n")
    assert [one.label for one in point(draft, signals(["bænk"], ["bord"]))] == ["§ 2", "§ 1", "§ 3"]


def test_titles_never_point(tmp_path: Path) -> None:
    assert pointed(tmp_path, "Intet.", signals(["fællesareal*"])) == ()


def test_the_terms_are_those_of_the_language(tmp_path: Path) -> None:
    draft = draft_of(tmp_path, "An act\n\n§ 1. The garden is open.\n")
    assert [one.label for one in point(draft, signals(["have"]), "en")] == ["§ 1"]
    assert point(draft, Signals(da=Terms(), en=Terms()), "en") == ()


@pytest.mark.parametrize(
    ("text", "language"),
    [("Haver skal være åbne for alle, der bor i byen.", "da"), ("Gardens are open to all of the town.", "en")],
)
def test_the_language_of_a_draft_is_told_by_its_commonest_words(tmp_path: Path, text: str, language: str) -> None:
    assert language_of(draft_of(tmp_path, text)) == language
