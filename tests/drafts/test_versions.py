"""Two versions of a draft. All texts here are invented."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from relational_screen.drafts.draft import Draft, Passage
from relational_screen.drafts.versions import changes, match

BENCHES = "Der skal opstilles bænke i gården, så beboerne kan mødes."
LAUNDRY = "Vaskeriet flyttes til stueetagen og holdes åbent for alle beboere."
PARKING = "Parkeringspladserne nedlægges inden udgangen af året."


def version(*passages: tuple[str, str]) -> Draft:
    read = tuple(Passage(label=label, level="section", text=text) for label, text in passages)
    return Draft(name="opdigtet.txt", format="txt", sha256="0" * 64, title="Opdigtet", passages=read)


def fates(old: Draft, new: Draft) -> dict[str, tuple[str, str | None]]:
    return {label: (found.fate, found.now.label if found.now else None) for label, found in match(old, new).items()}


def test_a_passage_that_is_put_in_moves_those_after_it() -> None:
    old = version(("§ 1", BENCHES), ("§ 2", LAUNDRY))
    new = version(("§ 1", BENCHES), ("§ 2", PARKING), ("§ 3", LAUNDRY))
    assert fates(old, new) == {"§ 1": ("unchanged", "§ 1"), "§ 2": ("moved", "§ 3")}


def test_a_passage_whose_words_change_is_changed_wherever_it_stands_now() -> None:
    old = version(("§ 1", BENCHES), ("§ 2", LAUNDRY))
    new = version(("§ 1", PARKING), ("§ 2", BENCHES.replace("gården", "parken")), ("§ 3", LAUNDRY))
    assert fates(old, new) == {"§ 1": ("changed", "§ 2"), "§ 2": ("moved", "§ 3")}


def test_a_passage_is_gone_although_another_has_taken_its_label() -> None:
    assert fates(version(("§ 1", BENCHES)), version(("§ 1", PARKING))) == {"§ 1": ("gone", None)}


def test_of_equal_texts_the_one_with_the_same_label_stays() -> None:
    old = version(("§ 1", BENCHES), ("§ 2", BENCHES))
    assert fates(old, version(("§ 2", BENCHES))) == {"§ 1": ("gone", None), "§ 2": ("unchanged", "§ 2")}


def test_the_difference_is_told_in_words() -> None:
    told = [(change.kind, change.words) for change in changes("bænke i gården står", "nye bænke i parken står")]
    assert told == [
        ("added", "nye"),
        ("same", "bænke i"),
        ("removed", "gården"),
        ("added", "parken"),
        ("same", "står"),
    ]


texts = st.lists(st.text("ab c", min_size=1, max_size=12), max_size=6)


@given(texts, texts)
def test_the_difference_holds_both_texts(old: list[str], new: list[str]) -> None:
    before, after = " ".join(old), " ".join(new)
    found = list(changes(before, after))
    assert " ".join(change.words for change in found if change.kind != "added").split() == before.split()
    assert " ".join(change.words for change in found if change.kind != "removed").split() == after.split()


@given(texts, texts)
def test_no_two_passages_become_the_same_and_an_equal_text_is_never_changed(old: list[str], new: list[str]) -> None:
    was, now = (version(*((f"§ {n}", text) for n, text in enumerate(given))) for given in (old, new))
    became = match(was, now)
    targets = [found.now.label for found in became.values() if found.now]
    assert len(targets) == len(set(targets))
    for passage in was.passages:
        found = became[passage.label]
        same_text = found.now is not None and found.now.hash == passage.hash
        assert same_text == (found.fate in ("unchanged", "moved"))


@given(texts)
def test_a_version_held_against_itself_is_unchanged(given_texts: list[str]) -> None:
    draft = version(*((f"§ {n}", text) for n, text in enumerate(given_texts)))
    assert {found.fate for found in match(draft, draft).values()} <= {"unchanged"}


@pytest.mark.parametrize(
    ("label", "text", "new_label", "new_text"),
    [
        ("§ 2", "§ 2. Ejeren opstiller bænke.", "§ 3", "§ 3. Ejeren opstiller bænke."),
        ("§ 2 a", "§ 2 a. Ejeren opstiller bænke.", "§ 12 b", "§ 12 b. Ejeren opstiller bænke."),
        ("§ 2, stk. 2", "Stk. 2. Ejeren opstiller bænke.", "§ 2, stk. 3", "Stk. 3. Ejeren opstiller bænke."),
        ("§ 1, nr. 4", "4. I § 7 udgår »bænke«.", "§ 1, nr. 5", "5. I § 7 udgår »bænke«."),
        ("§ 1, nr. 4", "4) bænke i gården,", "§ 1, nr. 5", "5) bænke i gården,"),
        ("§ 1, litra a", "a) bænke i gården,", "§ 1, litra b", "b) bænke i gården,"),
        ("pkt. 7.1", "7.1 Bænke i gården.", "pkt. 7.12", "7.12 Bænke i gården."),
    ],
)
def test_a_text_that_is_only_numbered_anew_has_moved(label: str, text: str, new_label: str, new_text: str) -> None:
    assert fates(version((label, text)), version((new_label, new_text))) == {label: ("moved", new_label)}


@pytest.mark.parametrize(
    ("text", "new_text"),
    [("§ 64, stk. 1, ophæves.", "§ 65, stk. 1, ophæves."), ("10 bænke opstilles.", "12 bænke opstilles.")],
)
def test_a_number_that_is_not_the_passage_s_own_is_part_of_its_text(text: str, new_text: str) -> None:
    assert fates(version(("§ 1", text)), version(("§ 1", new_text))) == {"§ 1": ("changed", "§ 1")}
