"""The picture of arenas by mechanisms keeps its promises whatever stands in it. All words are invented."""

from collections.abc import Iterator
from decimal import Decimal
from itertools import combinations
from math import inf

import pytest
from hypothesis import given
from hypothesis import strategies as st

from relational_screen.screening.document import Bar, BarPair, Bars, Matrix, MatrixRow
from relational_screen.screening.picture import Label, Picture, Rect, matrix_pictures, pictures

WIDTH = 160 / 25.4 * 72
ARENAS = ("Hjem og bolig", "Dagtilbud, skole og uddannelse", "Fritid", "Arbejdsliv og beskæftigelse", "Pleje", "Tværs")
MECHANISMS = ("Steder at mødes", "Tid", "Kontinuitet", "Adgang", "Inklusion", "Støtte", "Nærhed", "Civilsamfund")
DESCENT = 0.24

Cell = tuple[Bar, Bar] | None


def _measure(text: str, size: float, bold: bool) -> float:
    return len(text) * size * (0.6 if bold else 0.54)


def _cell(raises: int, lowers: int) -> Cell:
    return Bar(Decimal(raises), str(raises)), Bar(Decimal(lowers), str(lowers))


def _matrix(rows: dict[str, list[Cell]], columns: tuple[str, ...] = MECHANISMS) -> Matrix:
    drawn = tuple(MatrixRow(label, tuple(cells)) for label, cells in rows.items())
    return Matrix("Titel", "Beskrivelse", "øger", "mindsker", columns, drawn)


def _full() -> Matrix:
    return _matrix({arena: [_cell(number * 12, 100 - number * 7) for number in range(8)] for arena in ARENAS})


def _drawn(matrix: Matrix, width: float = WIDTH, height: float = inf) -> list[Picture]:
    return matrix_pictures(matrix, width, height, _measure)


def _labels(picture: Picture) -> list[Label]:
    return [shape for shape in picture.shapes if isinstance(shape, Label)]


def _texts(picture: Picture) -> list[str]:
    return [label.text for label in _labels(picture)]


def _rects(picture: Picture) -> list[Rect]:
    return [shape for shape in picture.shapes if isinstance(shape, Rect)]


def _tracks(picture: Picture) -> list[Rect]:
    return [rect for rect in _rects(picture) if rect.role == "track"]


def _box(label: Label) -> tuple[float, float, float, float]:
    """Return the left, upper, right and lower edge of what a line of text covers."""
    width, above, below = _measure(label.text, label.size, label.bold), label.size * 0.76, label.size * DESCENT
    if label.turned:
        return label.x - above, label.y - width, label.x + below, label.y
    return label.x, label.y - above, label.x + width, label.y + below


def _boxes(picture: Picture) -> Iterator[tuple[float, float, float, float]]:
    """Yield the edges of every text and bar; a bar and its track count once."""
    tracks = {(rect.x, rect.y) for rect in _tracks(picture)}
    for shape in picture.shapes:
        if isinstance(shape, Label):
            yield _box(shape)
        elif shape.role == "track" or (shape.x, shape.y) not in tracks:
            yield shape.x, shape.y, shape.x + shape.width, shape.y + shape.height


def _holds(picture: Picture) -> None:
    """Nothing overlaps, and nothing is outside the picture."""
    boxes = list(_boxes(picture))
    for left, top, right, bottom in boxes:
        assert left >= -0.01
        assert top >= -0.01
        assert right <= picture.width + 0.01
        assert bottom <= picture.height + 0.01
    for one, two in combinations(boxes, 2):
        beside = one[2] <= two[0] + 0.01 or two[2] <= one[0] + 0.01
        below = one[3] <= two[1] + 0.01 or two[3] <= one[1] + 0.01
        assert beside or below, (one, two)


def test_six_arenas_by_eight_mechanisms_fit_one_picture_of_a_page_s_width_without_a_broken_word() -> None:
    (picture,) = _drawn(_full())
    words = [word for text in _texts(picture) for word in text.split()]
    wanted = {word for text in (*ARENAS, *MECHANISMS) for word in text.split()}
    assert wanted <= set(words)
    _holds(picture)


def test_no_text_is_smaller_than_nine_points() -> None:
    assert min(label.size for label in _labels(_drawn(_full())[0])) >= 9


def test_heads_are_turned_only_where_they_would_be_cut() -> None:
    few = _matrix({"Hjem": [_cell(1, 1)] * 3}, MECHANISMS[:3])
    (narrow,), (wide,) = _drawn(_full()), _drawn(few)
    assert {label.text for label in _labels(narrow) if label.turned} >= {"Kontinuitet", "Civilsamfund"}
    assert not [label for label in _labels(wide) if label.turned]


def test_a_bar_is_as_long_as_its_share_and_raising_stands_above_lowering() -> None:
    (picture,) = _drawn(_matrix({"Hjem": [_cell(50, 20)]}, ("Tid",)))
    upper, lower = _tracks(picture)
    raises, lowers = [rect for rect in _rects(picture) if rect.role != "track" and rect.x == upper.x]
    assert (raises.role, lowers.role) == ("raises", "lowers")
    assert raises.width == pytest.approx(upper.width / 2)
    assert lowers.width == pytest.approx(lower.width / 5)
    assert upper.x == lower.x
    assert raises.y < lowers.y


def test_a_number_stands_right_beside_its_bar() -> None:
    (picture,) = _drawn(_full())
    for track in _tracks(picture):
        beside = [label for label in _labels(picture) if 0 < label.x - track.x - track.width < 5]
        assert any(abs(label.y - track.y - track.height) < 3 and label.text.isdigit() for label in beside)


def test_a_cell_that_nothing_is_asked_in_is_a_dash_without_a_bar() -> None:
    (picture,) = _drawn(_matrix({"Hjem": [None, _cell(0, 0)]}, ("Tid", "Støtte")))
    assert _texts(picture).count("–") == 1
    assert len(_tracks(picture)) == 2
    assert _texts(picture).count("0") == 2


def test_the_corner_shows_both_patterns_with_their_words() -> None:
    (picture,) = _drawn(_matrix({"Hjem": [_cell(0, 0)]}, ("Tid",)))
    samples = [rect.role for rect in _rects(picture) if rect.role != "track"]
    assert samples == ["raises", "lowers"]
    assert _texts(picture)[:2] == ["øger", "mindsker"]


def test_words_too_long_for_eight_columns_part_the_picture_on_one_scale() -> None:
    span = (Bar(Decimal(20), "20-100"), Bar(Decimal(0), "0-100"))
    parts = _drawn(_matrix({arena: [span] * 7 for arena in ARENAS}, MECHANISMS[1:]))
    heads = [text for picture in parts for text in _texts(picture) if text in MECHANISMS]
    assert len(parts) == 2
    assert heads == list(MECHANISMS[1:])
    assert len({track.width for picture in parts for track in _tracks(picture)}) == 1
    assert all("Fritid" in _texts(picture) for picture in parts)


def test_a_matrix_too_high_for_the_page_is_parted_between_arenas() -> None:
    parts = _drawn(_full(), height=200)
    assert len(parts) == 2
    assert all(picture.height <= 200 for picture in parts)
    assert [sum(text == "Fritid" for text in _texts(picture)) for picture in parts] == [1, 0]


@pytest.mark.parametrize("columns", [(), ("Tid",)])
def test_a_matrix_without_arenas_is_still_a_picture(columns: tuple[str, ...]) -> None:
    (picture,) = _drawn(_matrix({}, columns))
    _holds(picture)


words = st.text(st.characters(categories=["L"]), min_size=1, max_size=12)
names = st.lists(words, min_size=1, max_size=5).map(" ".join)
numbers = st.integers(0, 100)
marks = st.sampled_from(["{0}", "{0}-100"])
sides = st.builds(lambda value, mark: Bar(Decimal(value), mark.format(value)), numbers, marks)
cells: st.SearchStrategy[Cell] = st.none() | st.tuples(sides, sides)


@st.composite
def matrices(draw: st.DrawFn) -> Matrix:
    """Up to eight mechanisms by up to six arenas."""
    columns = draw(st.lists(names, max_size=8))
    rows = draw(st.lists(st.tuples(names, st.lists(cells, min_size=len(columns), max_size=len(columns))), max_size=6))
    return Matrix(
        "T", "B", "øger", "mindsker", tuple(columns), tuple(MatrixRow(label, tuple(row)) for label, row in rows)
    )


@given(matrices(), st.sampled_from([260.0, 360.0, WIDTH, 700.0]), st.sampled_from([150.0, 480.0, inf]))
def test_nothing_overlaps_or_leaves_the_picture_and_no_word_is_broken(
    matrix: Matrix, width: float, height: float
) -> None:
    parts = _drawn(matrix, width, height)
    for picture in parts:
        _holds(picture)
    shown = [word for picture in parts for text in _texts(picture) for word in text.split()]
    for text in (*(row.label for row in matrix.rows), *matrix.columns):
        assert set(text.split()) <= set(shown)
    wanted = [side.word for row in matrix.rows for pair in row.cells if pair for side in pair]
    assert sorted(set(wanted) & set(shown)) == sorted(set(wanted))
    assert sum(len(_tracks(picture)) for picture in parts) == len(wanted)


pairs = st.builds(BarPair, names, sides, sides)


@given(st.lists(pairs, max_size=8), st.sampled_from([260.0, WIDTH, 700.0]))
def test_paired_bars_never_overlap_or_leave_the_picture_and_break_no_word(drawn: list[BarPair], width: float) -> None:
    (picture,) = pictures(Bars("T", "B", "øger", "mindsker", tuple(drawn)), width, inf, _measure)
    _holds(picture)
    shown = {word for text in _texts(picture) for word in text.split()}
    assert {word for pair in drawn for word in pair.label.split()} <= shown
