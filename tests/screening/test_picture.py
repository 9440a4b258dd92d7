"""The picture of paired bars keeps its promises whatever the labels are."""

from decimal import Decimal
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from relational_screen.screening.document import Bar, BarPair, Bars
from relational_screen.screening.picture import Label, Picture, Rect, bar_picture, bar_pictures, hatch_lines

WIDTH = 450.0


def _measure(text: str, size: float, bold: bool) -> float:
    return len(text) * size * (0.6 if bold else 0.5)


def _bars(*pairs: tuple[str, int, int], word: str = "noget") -> Bars:
    drawn = tuple(
        BarPair(label, Bar(Decimal(up), f"{word} {up}"), Bar(Decimal(down), f"{word} {down}"))
        for label, up, down in pairs
    )
    return Bars("Titel", "Beskrivelse", "Øger", "Mindsker", drawn)


def _rects(picture: Picture, role: str) -> list[Rect]:
    return [shape for shape in picture.shapes if isinstance(shape, Rect) and shape.role == role]


def _labels(picture: Picture) -> list[Label]:
    return [shape for shape in picture.shapes if isinstance(shape, Label)]


def test_a_bar_is_as_long_as_its_share_of_the_track() -> None:
    picture = bar_picture(_bars(("Hjem og bolig", 50, 25)), WIDTH, _measure)
    (raises,), (lowers,) = _rects(picture, "raises"), _rects(picture, "lowers")
    first, second = _rects(picture, "track")
    assert first.width == second.width
    assert raises.width == pytest.approx(first.width * 0.5)
    assert lowers.width == pytest.approx(second.width * 0.25)
    assert (raises.x, lowers.x) == (first.x, second.x)


def test_raising_and_lowering_stand_side_by_side_on_the_same_line() -> None:
    (raises, lowers) = _rects(bar_picture(_bars(("Hjem", 100, 100)), WIDTH, _measure), "track")
    assert raises.y == lowers.y
    assert raises.x + raises.width < lowers.x


def test_a_side_without_effect_keeps_its_track_and_its_word() -> None:
    picture = bar_picture(_bars(("Hjem", 0, 0)), WIDTH, _measure)
    assert len(_rects(picture, "track")) == 2
    assert not _rects(picture, "raises")
    assert not _rects(picture, "lowers")
    assert [label.text for label in _labels(picture)].count("noget 0") == 2


def test_the_columns_are_headed_by_their_words_in_bold() -> None:
    picture = bar_picture(_bars(("Hjem", 10, 10)), WIDTH, _measure)
    heads = [label for label in _labels(picture) if label.bold]
    tracks = _rects(picture, "track")
    assert [(head.text, head.x) for head in heads] == [("Øger", tracks[0].x), ("Mindsker", tracks[1].x)]


def test_no_text_is_smaller_than_nine_points() -> None:
    assert min(label.size for label in _labels(bar_picture(_bars(("Hjem", 1, 1)), WIDTH, _measure))) >= 9


def test_a_long_label_wraps_and_moves_the_next_row_down() -> None:
    short = bar_picture(_bars(("Skole", 10, 10), ("Fritid", 10, 10)), WIDTH, _measure)
    long = bar_picture(_bars(("Dagtilbud, skole og uddannelse og mere", 10, 10), ("Fritid", 10, 10)), WIDTH, _measure)
    assert long.height > short.height
    assert _rects(long, "track")[-1].y > _rects(short, "track")[-1].y


def test_bars_too_high_for_a_page_become_several_pictures_that_lose_no_arena() -> None:
    pairs = [(f"Arena{number}", number, number) for number in range(30)]
    pictures = bar_pictures(_bars(*pairs), WIDTH, 200, _measure)
    assert all(picture.height <= 200 for picture in pictures)
    texts = [label.text for picture in pictures for label in _labels(picture)]
    assert [text for text in texts if text.startswith("Arena")] == [label for label, _, _ in pairs]
    assert texts.count("Øger") == len(pictures)


def test_one_arena_higher_than_the_page_is_still_one_picture() -> None:
    assert len(bar_pictures(_bars(("ord " * 200, 1, 1)), WIDTH, 50, _measure)) == 1


labels = st.text(max_size=80)
scores = st.integers(0, 100)


@given(st.lists(st.tuples(labels, scores, scores), max_size=6), st.text(max_size=30), st.floats(200, 800))
def test_nothing_is_painted_outside_the_picture_and_no_letter_is_lost(
    pairs: list[tuple[str, int, int]], word: str, width: float
) -> None:
    picture = bar_picture(_bars(*pairs, word=word), width, _measure)
    for shape in picture.shapes:
        right = shape.x + (shape.width if isinstance(shape, Rect) else _measure(shape.text, shape.size, shape.bold))
        assert shape.x >= 0
        assert right <= picture.width + 0.01
        assert 0 <= shape.y <= picture.height
    painted = "".join(label.text for label in _labels(picture))
    wanted = "ØgerMindsker" + "".join(f"{label}{word}{up}{word}{down}" for label, up, down in pairs)
    assert "".join(painted.split()) == "".join(wanted.split())


@given(st.lists(st.tuples(labels, scores, scores), min_size=2, max_size=6))
def test_rows_never_overlap(pairs: list[tuple[str, int, int]]) -> None:
    picture = bar_picture(_bars(*pairs), WIDTH, _measure)
    tops = [rect.y for rect in _rects(picture, "track")][::2]
    assert all(lower - upper >= 20 for upper, lower in pairwise(tops))


sides = st.floats(0.1, 300)


@given(sides, sides)
def test_the_hatch_is_diagonal_and_stays_inside_its_bar(width: float, height: float) -> None:
    lines = list(hatch_lines(Rect(7, 11, width, height, "lowers")))
    assert len(lines) == int((width + height) / 4)
    for x1, y1, x2, y2 in lines:
        assert x2 - x1 == pytest.approx(y1 - y2)
        assert 7 - 1e-6 <= min(x1, x2) <= max(x1, x2) <= 7 + width + 1e-6
        assert 11 - 1e-6 <= min(y1, y2) <= max(y1, y2) <= 11 + height + 1e-6
