"""The PDF of any note is valid and its tree whole."""

from typing import Literal

from hypothesis import given, settings
from hypothesis import strategies as st

from relational_screen.export.pdf import pdf_bytes
from relational_screen.screening.document import (
    Bar,
    BarPair,
    Bars,
    Block,
    Bullets,
    Heading,
    Matrix,
    MatrixRow,
    NoteDocument,
    Paragraph,
    Table,
)
from tests.export.pdf_reading import PdfFile
from tests.export.test_pdf_tags import A_2A, A_3A, RECORD, UA_1, assert_round_trip, failures

LINES = st.text(st.characters(min_codepoint=32, max_codepoint=0x2030), max_size=60)
TEXTS = LINES | st.builds(lambda word, times: f"{word} " * times, LINES, st.integers(1, 120))
VALUES = st.builds(Bar, st.decimals(0, 100, places=1), LINES)
PAIRS = st.lists(st.builds(BarPair, LINES, VALUES, VALUES), min_size=1, max_size=30).map(tuple)


@st.composite
def _tables(draw: st.DrawFn) -> Table:
    columns = draw(st.integers(1, 5))
    cells = st.tuples(*[LINES | TEXTS] * columns)
    return Table(
        draw(LINES), draw(LINES), draw(st.tuples(*[LINES] * columns)), draw(st.lists(cells, max_size=30).map(tuple))
    )


@st.composite
def _matrices(draw: st.DrawFn) -> Matrix:
    columns = draw(st.integers(1, 6))
    row = st.builds(MatrixRow, LINES, st.tuples(*[st.none() | st.tuples(VALUES, VALUES)] * columns))
    names = draw(st.tuples(*[LINES] * columns))
    return Matrix(
        draw(LINES), draw(LINES), "Øger", "Mindsker", names, draw(st.lists(row, min_size=1, max_size=8).map(tuple))
    )


STYLES: st.SearchStrategy[Literal["body", "lead", "boxed", "small"]] = st.sampled_from(
    ["body", "lead", "boxed", "small"]
)
LEVELS: st.SearchStrategy[Literal[1, 2, 3]] = st.sampled_from([1, 2, 3])
BLOCKS: st.SearchStrategy[Block] = st.one_of(
    st.builds(Heading, LINES, LEVELS),
    st.builds(Paragraph, TEXTS, STYLES),
    st.builds(Bullets, st.lists(TEXTS, max_size=6).map(tuple)),
    _tables(),
    st.builds(Bars, LINES, LINES, LINES, LINES, PAIRS),
    _matrices(),
)


@settings(max_examples=25, deadline=None)
@given(
    LINES, LINES, st.lists(BLOCKS, max_size=12).map(tuple), st.sampled_from([b"", RECORD]), st.sampled_from([None, 1])
)
def test_any_note_is_valid_and_its_tree_is_whole(
    title: str, footer: str, blocks: tuple[Block, ...], record: bytes, pages: int | None
) -> None:
    content = pdf_bytes(NoteDocument(title, "da", title, footer, blocks, record=record, pages=pages))
    assert failures(content, UA_1) + failures(content, A_3A if record else A_2A) == []
    assert_round_trip(PdfFile(content))
