"""A note as a Word file, read back by other readers than the one that wrote it."""

import re
from decimal import Decimal
from pathlib import Path
from tempfile import TemporaryDirectory
from zipfile import ZIP_STORED, ZipFile

import docx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree
from openxml_audit import OpenXmlValidator
from PIL import Image

from relational_screen.export.docx import write_docx
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

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
DRAWN = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"


def _note(*blocks: Block, footer: str = "Fod") -> NoteDocument:
    return NoteDocument("Titel", "da", "Emne", footer, blocks)


def _written(note: NoteDocument, folder: Path) -> Path:
    path = folder / "note.docx"
    write_docx(note, path)
    return path


def _part(path: Path, name: str = "word/document.xml") -> etree._Element:
    with ZipFile(path) as archive:
        return etree.fromstring(archive.read(name))


def _texts(path: Path) -> list[str]:
    """Return the text of each paragraph, those of tables among them."""
    found = [
        "".join(
            {"t": node.text or "", "br": "\n", "tab": "\t"}.get(etree.QName(node).localname, "") for node in p.iter()
        )
        for p in _part(path).iter(f"{W}p")
    ]
    return [text.replace("\xa0", " ") for text in found]


def _wanted(note: NoteDocument) -> list[str]:
    texts: list[str] = []
    for block in note.blocks:
        match block:
            case Heading() | Paragraph():
                texts.append(block.text)
            case Bullets():
                texts += block.items
            case Table():
                texts += [block.title, *block.header, *(cell for row in block.rows for cell in row)]
            case _:
                texts += [block.title, ""]
    return texts


def test_every_text_comes_back_in_its_order(note: NoteDocument, tmp_path: Path) -> None:
    assert _texts(_written(note, tmp_path)) == _wanted(note)


def test_equal_notes_give_equal_bytes(note: NoteDocument, tmp_path: Path) -> None:
    assert _written(note, tmp_path).read_bytes() == _written(note, tmp_path).read_bytes()


def test_the_members_carry_no_time_of_writing(note: NoteDocument, tmp_path: Path) -> None:
    with ZipFile(_written(note, tmp_path)) as archive:
        assert {member.date_time for member in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}


def test_the_members_are_stored_so_that_no_version_of_zlib_shows(note: NoteDocument, tmp_path: Path) -> None:
    with ZipFile(_written(note, tmp_path)) as archive:
        assert {member.compress_type for member in archive.infolist()} == {ZIP_STORED}


def test_the_file_satisfies_the_open_xml_validator(note: NoteDocument, tmp_path: Path) -> None:
    assert OpenXmlValidator().validate(_written(note, tmp_path)).errors == []


def test_headings_and_lists_are_real_ones(danish: NoteDocument, tmp_path: Path) -> None:
    paragraphs = docx.Document(str(_written(danish, tmp_path))).paragraphs
    styles = {paragraph.text: paragraph.style.name for paragraph in paragraphs if paragraph.style}
    assert styles["Relationelle konsekvenser"] == "Heading 1"
    assert styles["4.5. Afhjælpning"] == "Heading 2"
    assert styles["Foreninger"] == "Heading 3"
    assert styles["Fællesrum åbnes for foreninger uden for husets egne tider."] == "List Bullet"


def test_what_must_be_addressed_stands_in_a_frame(tmp_path: Path) -> None:
    path = _written(_note(Paragraph("Skal håndteres", "boxed")), tmp_path)
    (used,) = _part(path).iter(f"{W}pStyle")
    style = used.get(f"{W}val")
    borders = _part(path, "word/styles.xml").findall(f"{W}style[@{W}styleId='{style}']/{W}pPr/{W}pBdr/*")
    assert {etree.QName(side).localname for side in borders} >= {"top", "left", "bottom", "right"}


@pytest.mark.parametrize(("language", "tag"), [("da", "da-DK"), ("en", "en-GB")])
def test_the_file_says_its_language(
    danish: NoteDocument, english: NoteDocument, language: str, tag: str, tmp_path: Path
) -> None:
    path = _written(danish if language == "da" else english, tmp_path)
    (lang,) = _part(path, "word/styles.xml").iter(f"{W}lang")
    assert lang.get(f"{W}val") == tag
    assert docx.Document(str(path)).core_properties.language == tag


def test_title_and_subject_stand_in_the_properties(danish: NoteDocument, tmp_path: Path) -> None:
    properties = docx.Document(str(_written(danish, tmp_path))).core_properties
    assert (properties.title, properties.subject) == (danish.title, danish.subject)


def test_a_title_longer_than_word_allows_is_cut_in_the_properties(tmp_path: Path) -> None:
    title = docx.Document(str(_written(NoteDocument("T" * 400, "da", "", "", ()), tmp_path))).core_properties.title
    assert title == "T" * 254 + "…"


def test_a_table_says_its_head_and_its_meaning_to_a_screen_reader(danish: NoteDocument, tmp_path: Path) -> None:
    (table,) = _part(_written(danish, tmp_path)).iter(f"{W}tbl")
    rows = table.findall(f"{W}tr")
    assert [row.find(f"{W}trPr/{W}tblHeader") is not None for row in rows] == [True] + [False] * 6
    assert all(row.find(f"{W}trPr/{W}cantSplit") is not None for row in rows)
    names = [etree.QName(child).localname for child in table.findall(f"{W}tblPr/*")]
    assert names[-3:] == ["tblLook", "tblCaption", "tblDescription"]
    described = table.find(f"{W}tblPr/{W}tblDescription")
    assert described is not None
    assert str(described.get(f"{W}val")).startswith("For hver gruppe")


def test_a_table_is_as_wide_as_the_text_however_long_its_words(tmp_path: Path) -> None:
    table = Table("T", "d", ("A", "B", "C"), (("x", "https://" + "a" * 500, "ord " * 90),))
    path = _written(_note(table), tmp_path)
    widths = [int(str(column.get(f"{W}w"))) for column in _part(path).iter(f"{W}gridCol")]
    assert sum(widths) == pytest.approx(9071, abs=5)
    assert min(widths) > 200
    assert [layout.get(f"{W}type") for layout in _part(path).iter(f"{W}tblLayout")] == ["fixed"]


def test_columns_that_need_more_than_the_page_give_way_where_they_are_widest(tmp_path: Path) -> None:
    table = Table("T", "d", ("Nr", "Ord", "Ord"), (("12", "x" * 60, "y" * 60),))
    widths = [int(str(column.get(f"{W}w"))) for column in _part(_written(_note(table), tmp_path)).iter(f"{W}gridCol")]
    assert widths[0] < 900
    assert widths[1] == pytest.approx(widths[2], abs=2)


def test_a_row_as_high_as_half_a_page_may_be_split_and_a_short_one_may_not(tmp_path: Path) -> None:
    table = Table("T", "d", ("A", "B"), (("kort", "kort"), ("ord " * 400, "ord " * 400)))
    rows = list(_part(_written(_note(table), tmp_path)).iter(f"{W}tr"))
    assert [row.find(f"{W}trPr/{W}cantSplit") is not None for row in rows] == [True, True, False]


def test_small_print_has_a_rule_above_it_unless_it_stands_below_a_table(tmp_path: Path) -> None:
    table, small = Table("T", "d", ("A",), (("x",),)), Paragraph("Kilder", "small")
    path = _written(_note(table, small, small, Paragraph("Tekst"), small), tmp_path)
    styles = [str(used.get(f"{W}val")) for used in _part(path).iter(f"{W}pStyle")]
    rules = {
        str(style.get(f"{W}styleId")): str(rule.get(f"{W}val"))
        for style in _part(path, "word/styles.xml").iter(f"{W}style")
        for rule in style.findall(f"{W}pPr/{W}pBdr/{W}top")
    }
    assert [rules[name] for name in styles if name in rules] == ["nil", "nil", "single"]


def test_what_introduces_a_list_and_the_lines_of_the_foot_stay_together(tmp_path: Path) -> None:
    small = Paragraph("Fod", "small")
    path = _written(_note(Paragraph("Tekst"), Paragraph("Til baggrund:"), Bullets(("a", "b")), small, small), tmp_path)
    kept = [p.find(f"{W}pPr/{W}keepNext") is not None for p in _part(path).iter(f"{W}p")]
    assert kept == [False, True, False, False, True, False]


def test_the_picture_says_in_words_what_it_shows(danish: NoteDocument, tmp_path: Path) -> None:
    (picture,) = _part(_written(danish, tmp_path)).iter(f"{DRAWN}docPr")
    assert str(picture.get("descr")).startswith("Hjem og bolig øges tydeligt")


def test_a_picture_in_several_parts_says_everything_once(tmp_path: Path) -> None:
    pair = BarPair("A", Bar(Decimal(9), "x"), Bar(Decimal(9), "y"))
    path = _written(_note(Bars("Grupper", "Alt om grupperne.", "Ø", "M", (pair,) * 60)), tmp_path)
    told = [str(picture.get("descr")) for picture in _part(path).iter(f"{DRAWN}docPr")]
    assert len(told) > 1
    assert told == ["Alt om grupperne.", *(f"Grupper ({part}/{len(told)})" for part in range(2, len(told) + 1))]


def test_a_matrix_is_drawn_and_told(tmp_path: Path) -> None:
    cell = Bar(Decimal(60), "moderat"), Bar(Decimal(0), "ingen")
    matrix = Matrix("Virkemåder", "Bolig: steder 60.", "Ø", "M", ("Steder", "Tid"), (MatrixRow("Bolig", (cell, None)),))
    path = _written(_note(matrix), tmp_path)
    (picture,) = _part(path).iter(f"{DRAWN}docPr")
    assert picture.get("descr") == "Bolig: steder 60."
    with ZipFile(path) as archive, Image.open(archive.open("word/media/image1.png")) as image:
        assert len(image.getcolors(1 << 24) or []) > 3


def test_raising_is_painted_solid_blue_and_lowering_hatched_rust_at_300_dots_an_inch(tmp_path: Path) -> None:
    bars = Bars("T", "d", "Ø", "M", (BarPair("A", Bar(Decimal(100), "x"), Bar(Decimal(100), "y")),))
    with (
        ZipFile(_written(_note(bars), tmp_path)) as archive,
        Image.open(archive.open("word/media/image1.png")) as image,
    ):
        colours = {colour: count for count, colour in image.getcolors(1 << 24) or []}
        assert image.info["dpi"] == pytest.approx((300, 300), abs=0.1)
        assert image.width == pytest.approx(160 / 25.4 * 300, abs=1)
    blue, rust = colours[0x1F, 0x5F, 0xA8], colours[0xA8, 0x48, 0x1F]
    assert blue / 3 < rust < blue * 0.8


def test_a_control_character_in_a_label_leaves_no_trace_in_the_picture(tmp_path: Path) -> None:
    def picture(label: str) -> bytes:
        pair = BarPair(label, Bar(Decimal(9), label), Bar(Decimal(9), label))
        with ZipFile(_written(_note(Bars("T", "d", "Ø", "M", (pair,))), tmp_path)) as archive:
            return archive.read("word/media/image1.png")

    assert picture("Hj\x00e\x1bm") == picture("Hjem")


@pytest.mark.parametrize(("language", "words"), [("da", ["side", "af"]), ("en", ["page", "of"])])
def test_the_foot_names_the_page_and_the_note(
    danish: NoteDocument, english: NoteDocument, language: str, words: list[str], tmp_path: Path
) -> None:
    note = danish if language == "da" else english
    foot = _part(_written(note, tmp_path), "word/footer1.xml")
    text = "".join(map(str, foot.itertext())).strip()
    assert text.startswith(note.footer)
    assert re.findall(r"\w+", text.removeprefix(note.footer)) == [words[0], "1", words[1], "1"]
    assert [str(field.get(f"{W}instr")).strip() for field in foot.iter(f"{W}fldSimple")] == ["PAGE", "NUMPAGES"]


@pytest.mark.parametrize("text", ["<b>&\"'", "</w:t></w:r>", "&amp;", "{x}", "%s", "=1+1"])
def test_markup_in_a_text_is_text(text: str, tmp_path: Path) -> None:
    note = _note(Heading(text), Paragraph(text), Bullets((text,)), Table(text, text, (text,), ((text,),)), footer=text)
    path = _written(note, tmp_path)
    assert _texts(path) == [text] * 6
    assert OpenXmlValidator().validate(path).errors == []


def test_control_characters_do_not_break_the_file(tmp_path: Path) -> None:
    path = _written(_note(Paragraph("a\x00b\x0bc\x1fd\ufffee\ud800f\r\ng\u2028h\ti")), tmp_path)
    assert _texts(path) == ["ab c d\ufffde\ufffdf\ng\nh\ti"]


def test_a_sign_and_its_number_stay_on_one_line(tmp_path: Path) -> None:
    path = _written(_note(Paragraph("efter § 1 b, stk. 2, pkt. 3, og Nr. x")), tmp_path)
    assert "".join(map(str, _part(path).itertext())).strip() == "efter §\xa01\xa0b, stk.\xa02, pkt.\xa03, og Nr. x"


def test_three_hundred_paragraphs_and_sixty_rows_all_arrive(tmp_path: Path) -> None:
    paragraphs = [Paragraph(f"Afsnit {number}") for number in range(300)]
    table = Table("Tabel", "d", ("Nr", "Tekst"), tuple((f"r{number}", f"t{number}") for number in range(60)))
    note = _note(*paragraphs, table)
    assert _texts(_written(note, tmp_path)) == _wanted(note)


@settings(max_examples=40, deadline=None)
@given(st.text(st.characters(exclude_categories=[])))
def test_any_text_gives_a_file_that_opens(text: str) -> None:
    with TemporaryDirectory() as folder:
        path = _written(
            _note(Heading(text), Paragraph(text), Table(text, text, (text,), ()), footer=text), Path(folder)
        )
        assert len(docx.Document(str(path)).paragraphs) == 3
