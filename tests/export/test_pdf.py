"""A note as a PDF, read back by PDFium."""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from decimal import Decimal
from pathlib import Path
from tempfile import TemporaryDirectory

import pypdfium2
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pypdfium2 import raw

from relational_screen.export.pdf import write_pdf
from relational_screen.screening.document import (
    Bar,
    BarPair,
    Bars,
    Block,
    Bullets,
    Heading,
    Matrix,
    NoteDocument,
    Paragraph,
    Table,
)

URL = "https://example.dk/" + "a" * 400


def _note(*blocks: Block, footer: str = "Fod") -> NoteDocument:
    return NoteDocument("Titel", "da", "Emne", footer, blocks)


def _written(note: NoteDocument, folder: Path) -> Path:
    path = folder / "note.pdf"
    write_pdf(note, path)
    return path


@contextmanager
def _opened(note: NoteDocument, folder: Path) -> Iterator[pypdfium2.PdfDocument]:
    document = pypdfium2.PdfDocument(_written(note, folder))
    yield document
    document.close()


def _pages(note: NoteDocument, folder: Path) -> list[str]:
    """Return each page's text with every run of white space as one space."""
    with _opened(note, folder) as document:
        return [" ".join(page.get_textpage().get_text_range().split()) for page in document]


def _letters(text: str) -> str:
    return "".join(text.split())


def _words_of(block: Block) -> list[str]:
    match block:
        case Heading() | Paragraph():
            return [block.text]
        case Bullets():
            return list(block.items)
        case Table():
            return [block.title, *block.header, *(cell for row in block.rows for cell in row)]
        case Bars():
            sides = [side.word for pair in block.pairs for side in (pair.raises, pair.lowers)]
            return [block.title, block.raises, block.lowers, *sides, *(pair.label for pair in block.pairs)]
        case Matrix():
            return [block.title, block.raises, block.lowers, *(row.label for row in block.rows)]


def test_every_text_comes_back(note: NoteDocument, tmp_path: Path) -> None:
    found = _letters(" ".join(_pages(note, tmp_path)))
    missing = [text for block in note.blocks for text in _words_of(block) if _letters(text) not in found]
    assert missing == []


def test_equal_notes_give_equal_bytes(note: NoteDocument, tmp_path: Path) -> None:
    assert _written(note, tmp_path).read_bytes() == _written(note, tmp_path).read_bytes()


def test_the_typeface_is_embedded_and_there_is_no_other(danish: NoteDocument, tmp_path: Path) -> None:
    content = _written(danish, tmp_path).read_bytes()
    names = set(re.findall(rb"/BaseFont /(\S+)", content))
    assert {name.partition(b"+")[2] for name in names} == {b"NotoSans-Regular", b"NotoSans-Bold", b"NotoSans-Italic"}
    assert len(set(re.findall(rb"/FontFile2 (\d+)", content))) == 3


@pytest.mark.parametrize(("language", "tag"), [("da", b"da-DK"), ("en", b"en-GB")])
def test_the_file_says_its_language_and_shows_its_title(
    danish: NoteDocument, english: NoteDocument, language: str, tag: bytes, tmp_path: Path
) -> None:
    content = _written(danish if language == "da" else english, tmp_path).read_bytes()
    assert b"/Lang (" + tag + b")" in content
    assert re.search(rb"/DisplayDocTitle true", content)


def test_title_and_subject_stand_in_the_properties(note: NoteDocument, tmp_path: Path) -> None:
    with _opened(note, tmp_path) as document:
        found = document.get_metadata_dict()
    assert (found["Title"], found["Subject"], found["Author"]) == (note.title, note.subject, "")


def test_the_headings_make_the_outline_and_lead_to_their_pages(danish: NoteDocument, tmp_path: Path) -> None:
    headings = [(block.text, block.level - 1) for block in danish.blocks if isinstance(block, Heading)]
    texts = _pages(danish, tmp_path)
    with _opened(danish, tmp_path) as document:
        entries = [(mark.get_title(), mark.level, mark.get_dest().get_index()) for mark in document.get_toc()]
    assert [(title, level) for title, level, _ in entries] == headings
    assert all(title in texts[page] for title, _, page in entries)


def test_a_heading_that_skips_levels_is_no_error(tmp_path: Path) -> None:
    with _opened(_note(Heading("Tre", 3), Heading("Et", 1), Heading("Dyb", 3)), tmp_path) as document:
        assert [(mark.get_title(), mark.level) for mark in document.get_toc()] == [("Tre", 0), ("Et", 0), ("Dyb", 1)]


@pytest.mark.parametrize(("language", "words"), [("da", "side {} af {}"), ("en", "page {} of {}")])
def test_every_page_names_itself_and_the_note(language: str, words: str, tmp_path: Path) -> None:
    blocks = tuple(Paragraph(f"Afsnit {number}") for number in range(80))
    note = NoteDocument("T", "da" if language == "da" else "en", "S", "Noten & dens fod", blocks)
    pages = _pages(note, tmp_path)
    assert len(pages) > 2
    for number, text in enumerate(pages, start=1):
        assert words.format(number, len(pages)) in text
        assert "Noten & dens fod" in text


def test_the_page_is_a4_and_nothing_runs_off_it(tmp_path: Path) -> None:
    pair = BarPair(URL[:90], Bar(Decimal(40), URL[:60]), Bar(Decimal(10), "lidt"))
    table = Table(URL, "d", ("A", "B"), ((URL, "ord " * 90),))
    blocks = (
        Heading(URL),
        Paragraph(URL),
        Paragraph(URL, "lead"),
        Paragraph(URL, "boxed"),
        Paragraph(URL, "small"),
        Bullets((URL,)),
        Bars(URL, "d", "Ø", "M", (pair,)),
        table,
    )
    with _opened(_note(*blocks, footer=URL), tmp_path) as document:
        for page in document:
            assert page.get_size() == pytest.approx((595.28, 841.89), abs=0.01)
            text = page.get_textpage()
            boxes = [text.get_charbox(index) for index in range(text.count_chars())]
            assert min(box[0] for box in boxes if any(box)) >= 60
            assert max(box[2] for box in boxes) <= 535
            assert min(box[1] for box in boxes if any(box)) >= 15


def _height_of(page: pypdfium2.PdfPage, word: str) -> float:
    """Return how far up the page a word stands, in points."""
    text = page.get_textpage()
    index, _ = text.search(word).get_next()
    return float(text.get_charbox(index)[1])


def test_the_words_of_the_picture_stand_beside_their_bars_between_the_texts_around_it(tmp_path: Path) -> None:
    pairs = tuple(BarPair(f"Arena{n}", Bar(Decimal(1), f"op{n}"), Bar(Decimal(1), f"ned{n}")) for n in range(2))
    note = _note(Paragraph("Foroven"), Bars("Billede", "", "Øger", "Mindsker", pairs), Paragraph("Forneden"))
    order = ["Foroven", "Billede", "Øger", "Arena0", "Arena1", "Forneden"]
    with _opened(note, tmp_path) as document:
        heights = [_height_of(document[0], word) for word in order]
        assert heights == sorted(heights, reverse=True)
        tracks = [shape.get_bounds() for shape in document[0].get_objects(filter=[raw.FPDF_PAGEOBJ_PATH])]
        for word in ("Arena0", "op0", "ned0", "Arena1", "op1", "ned1"):
            assert any(bottom - 1 <= _height_of(document[0], word) <= top for _, bottom, _, top in tracks)


def test_raising_is_painted_solid_blue_and_lowering_hatched_rust(tmp_path: Path) -> None:
    bars = Bars("T", "", "Ø", "M", (BarPair("A", Bar(Decimal(100), "x"), Bar(Decimal(100), "y")),))
    with _opened(_note(bars), tmp_path) as document:
        image = document[0].render(scale=8).to_pil().convert("RGB")
        colours = {colour: count for count, colour in image.getcolors(1 << 24)}
    blue, rust = colours[0x1F, 0x5F, 0xA8], colours[0xA8, 0x48, 0x1F]
    assert blue / 4 < rust < blue * 0.8


def test_a_long_foot_never_runs_into_the_text(tmp_path: Path) -> None:
    paragraphs = tuple(Paragraph(f"Afsnit{number}") for number in range(60))
    with _opened(_note(*paragraphs, footer="Foden " + "W" * 290), tmp_path) as document:
        lines = document[0].get_textpage().get_text_range().split()
        last = [line for line in lines if line.startswith("Afsnit")][-1]
        assert _height_of(document[0], last) > _height_of(document[0], "Foden") + 12


def test_no_text_is_smaller_than_nine_points(danish: NoteDocument, tmp_path: Path) -> None:
    with _opened(danish, tmp_path) as document:
        pages = [page.get_textpage() for page in document]
        sizes = {
            round(raw.FPDFText_GetFontSize(page, index), 1) for page in pages for index in range(page.count_chars())
        }
    assert min(sizes - {1.0}) >= 9


@pytest.mark.parametrize("text", ["<b>&\"'</b>", "</para>", "&amp;", "<img src='/etc/passwd'/>", "<br/>", "{x} %s"])
def test_markup_in_a_text_is_text(text: str, tmp_path: Path) -> None:
    pair = BarPair(text, Bar(Decimal(1), text), Bar(Decimal(1), text))
    blocks = (Heading(text), Paragraph(text), Bullets((text,)), Table(text, "", (text,), ((text,),)))
    note = _note(*blocks, Bars(text, "", text, text, (pair,)), footer=text)
    found = _letters(" ".join(_pages(note, tmp_path)))
    assert found.count(_letters(text)) == 13


def test_line_breaks_in_a_text_are_kept(tmp_path: Path) -> None:
    with _opened(_note(Paragraph("først\nså\r\ntil sidst")), tmp_path) as document:
        lines = document[0].get_textpage().get_text_range().split("\r\n")
    assert [line.strip() for line in lines[-3:]] == ["først", "så", "til sidst"]


def test_a_letter_the_typeface_lacks_is_seen_to_be_missing(tmp_path: Path) -> None:
    odd = "før 漢 efter, a\u030a og nul\x00tegn"
    pair = BarPair(odd, Bar(Decimal(1), "x"), Bar(Decimal(1), "y"))
    (text,) = _pages(_note(Paragraph(odd), Bars("T", "", "Ø", "M", (pair,))), tmp_path)
    assert _letters(text).count(_letters("før \ufffd efter, å og nultegn")) == 2


def test_three_hundred_paragraphs_all_arrive_in_order(tmp_path: Path) -> None:
    text = " ".join(_pages(_note(*(Paragraph(f"Afsnit {number}.") for number in range(300))), tmp_path))
    assert re.findall(r"Afsnit (\d+)\.", text) == [str(number) for number in range(300)]


def test_a_long_table_repeats_its_head_on_every_page_and_loses_no_row(tmp_path: Path) -> None:
    rows = tuple((f"række{number}", "tekst " * 30) for number in range(60))
    pages = _pages(_note(Table("Tabel", "d", ("Hoved", "Andet"), rows)), tmp_path)
    assert len(pages) > 2
    assert all("Hoved" in text for text in pages)
    assert re.findall(r"række(\d+)", " ".join(pages)) == [str(number) for number in range(60)]


def test_a_cell_and_a_frame_longer_than_a_page_run_over_to_the_next(tmp_path: Path) -> None:
    long = " ".join(f"ord{number}" for number in range(2500))
    pages = _pages(_note(Table("T", "d", ("A", "B"), (("a", long),)), Paragraph(long, "boxed")), tmp_path)
    found = re.findall(r"ord(\d+)", " ".join(pages))
    assert sorted(map(int, found)) == sorted([*range(2500), *range(2500)])


@settings(max_examples=40, deadline=None)
@given(st.text(st.characters(exclude_categories=[])))
def test_any_text_gives_a_file_that_opens(text: str) -> None:
    pair = BarPair(text, Bar(Decimal(1), text), Bar(Decimal(1), text))
    blocks = (Heading(text), Paragraph(text, "boxed"), Bullets((text,)), Table(text, text, (text,), ((text,),)))
    with TemporaryDirectory() as folder:
        note = NoteDocument(text, "da", text, text, (*blocks, Bars(text, text, text, text, (pair,))))
        assert "side 1 af " in _pages(note, Path(folder))[0]


@settings(max_examples=40, deadline=None)
@given(st.text(st.characters(codec="iso8859-1", exclude_categories=["Cc", "Cf"]), min_size=1))
def test_every_western_text_comes_back(text: str) -> None:
    with TemporaryDirectory() as folder:
        found = _pages(_note(Paragraph(text), footer=""), Path(folder))[0]
    assert _letters(text) in _letters(found)
