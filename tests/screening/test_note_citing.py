"""Places in a draft cited as a lawyer cites them. The labels are invented."""

from collections.abc import Sequence
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from relational_screen.screening.answers import PassageRef
from relational_screen.screening.note.citing import cited
from tests.screening.sentences import wording


def joined(items: Sequence[str]) -> str:
    return f"{', '.join(items[:-1])} og {items[-1]}" if len(items) > 1 else "".join(items)


@pytest.mark.parametrize(
    ("labels", "expected"),
    [
        (["§ 1, nr. 2", "§ 1, nr. 4"], ["§ 1, nr. 2 og 4"]),
        (["§ 1, nr. 4", "§ 1, nr. 2", "§ 1, nr. 4"], ["§ 1, nr. 2 og 4"]),
        (["§ 3, stk. 1", "§ 3, stk. 2", "§ 3, stk. 3"], ["§ 3, stk. 1-3"]),
        (["§ 3, stk. 1", "§ 3, stk. 2"], ["§ 3, stk. 1 og 2"]),
        (["§ 3, stk. 9", "§ 3, stk. 10", "§ 3, stk. 11", "§ 3, stk. 13"], ["§ 3, stk. 9-11 og 13"]),
        (["§ 1", "§ 4"], ["§§ 1 og 4"]),
        (["§ 24", "§ 24 h", "§ 25"], ["§§ 24, 24 h og 25"]),
        (["§ 1", "§ 2, stk. 1", "§ 4"], ["§ 1", "§ 2, stk. 1", "§ 4"]),
        (["§ 1, stk. 2, nr. 1", "§ 1, stk. 3, nr. 1"], ["§ 1, stk. 2, nr. 1", "§ 1, stk. 3, nr. 1"]),
        (["§ 2, nr. 3, litra a", "§ 2, nr. 3, litra c"], ["§ 2, nr. 3, litra a og c"]),
        (["pkt. 8.1", "pkt. 6.3"], ["pkt. 6.3 og 8.1"]),
        (["Redegørelse, afsnit 2", "Redegørelse, afsnit 4"], ["Redegørelse, afsnit 2 og 4"]),
        (["§ 1, nr. 3, jf. § 9, stk. 1", "§ 1, nr. 3, jf. § 9, stk. 2"], ["§ 1, nr. 3, jf. § 9, stk. 1 og 2"]),
        (["§ 2, nr. 5, jf. § 4, stk. 1", "§ 2, nr. 5, jf. § 6"], ["§ 2, nr. 5, jf. § 4, stk. 1, og § 6"]),
        (["§ 2, nr. 5, jf. § 4", "§ 2, nr. 5, jf. § 6"], ["§ 2, nr. 5, jf. §§ 4 og 6"]),
        (["§ 2, nr. 5", "§ 2, nr. 6, jf. § 6"], ["§ 2, nr. 5", "§ 2, nr. 6, jf. § 6"]),
        (["regulation 1(3)", "regulation 1(4)"], ["regulation 1(3)", "regulation 1(4)"]),
        ([], []),
    ],
)
def test_labels_of_one_provision_are_put_together(labels: list[str], expected: list[str]) -> None:
    assert cited(labels, joined) == expected


NUMBERS = st.lists(st.integers(1, 30), min_size=1, max_size=12)


@given(NUMBERS)
def test_a_run_stands_for_the_very_numbers_it_was_made_of(numbers: list[int]) -> None:
    (told,) = cited([f"§ 5, stk. {number}" for number in numbers], joined)
    listed = told.removeprefix("§ 5, stk. ").replace(" og ", ", ").split(", ")
    ends = [part.partition("-") for part in listed]
    found = [number for low, _dash, high in ends for number in range(int(low), int(high or low) + 1)]
    assert found == sorted(set(numbers))


def test_many_places_are_cut_and_the_rest_counted() -> None:
    refs = [PassageRef(label=f"§ {number}, stk. {number}") for number in range(1, 9)]
    assert wording("da").where(refs) == (" (§ 1, stk. 1; § 2, stk. 2; § 3, stk. 3; § 4, stk. 4, og fire andre steder)")
    assert wording("da").where(refs[:5]).count(";") == 4


def test_a_list_never_leaves_out_a_single_item() -> None:
    writes = wording("da")
    assert writes.join(list("abcde")) == "a, b, c, d og e"
    assert writes.join(list("abcdef")) == "a, b, c, d og to andre"
    assert writes.join(["a og b", "c"]) == "a og b samt c"
    assert wording("en").join([str(number) for number in range(20)]) == "0, 1, 2, 3 and 16 more"


def test_numbers_are_written_as_the_language_writes_them() -> None:
    assert wording("da").number(Decimal("1234.5")) == "1.234,5"
    assert wording("en").number(Decimal("1234.5")) == "1,234.5"
    assert wording("da").count(4) == "fire"
    assert wording("da").count(1200) == "1.200"
