"""What a note's PDF tells those who do not see it: validated, and read back piece by piece."""

import os
import re
import subprocess
import sys
import zlib
from dataclasses import replace
from decimal import Decimal
from pathlib import Path
from typing import Literal

import page
import pypdfium2
import pytest

from relational_screen.export.pdf import pdf_bytes
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
from tests.export.pdf_reading import Element, PdfFile, Piece

UA_1 = page.ValidationProfile.PDF_UA_1
A_2A = page.ValidationProfile.PDF_A_2A
A_3A = page.ValidationProfile.PDF_A_3A
ROOT = Path(__file__).parent.parent.parent
RECORD = '{"hash": "ærlig"}'.encode()

PAINTING = re.compile(r"(?:^|\s)(?:Tj|TJ|'|\"|f\*?|F|S|s|B\*?|b\*?|Do|sh)(?=\s|$)")
"""The operators of PDF that leave something to be seen."""


def _note(*blocks: Block) -> NoteDocument:
    return NoteDocument("Titel", "da", "Emne", "Fod", blocks)


def _read(*blocks: Block) -> PdfFile:
    return PdfFile(pdf_bytes(_note(*blocks)))


def failures(content: bytes, profile: page.ValidationProfile) -> list[str]:
    return [
        f"{failure.rule_id}: {failure.message}"
        for failure in page.validate_pdf_bytes(content, profile=profile).failures
    ]


def _roles(file: PdfFile) -> list[str]:
    return [element.role for element in file.structure.walk()]


def _only(file: PdfFile, role: str) -> Element:
    (found,) = [element for element in file.structure.walk() if element.role == role]
    return found


def _text(file: PdfFile, element: Element, texts: dict[Piece, str]) -> str:
    return " ".join("".join(texts.get(piece, "") for piece in element.pieces()).split())


def _told(file: PdfFile) -> list[tuple[str, str]]:
    """Return role and text of each element that has pieces of its own, in reading order; a figure says its words."""
    texts = file.texts()
    leaves = [element for element in file.structure.walk() if any(isinstance(kid, Piece) for kid in element.kids)]
    return [(leaf.role, leaf.entries.get("/Alt") or _text(file, leaf, texts)) for leaf in leaves]


def _expected(block: Block) -> list[tuple[str, str]]:
    match block:
        case Heading():
            return [(f"H{block.level}", block.text)]
        case Paragraph():
            return [("P", block.text)]
        case Bullets():
            return [pair for item in block.items for pair in (("Lbl", "•"), ("LBody", item))]
        case Table():
            heads = [("TH", text) for text in block.header]
            return [("Caption", block.title), *heads, *(("TD", text) for row in block.rows for text in row)]
        case Bars() | Matrix():
            return [("Caption", block.title), ("Figure", block.description)]


def _bars(*labels: str, description: str = "Hjem øges tydeligt.") -> Bars:
    pairs = tuple(BarPair(label, Bar(Decimal(62), "tydeligt"), Bar(Decimal(8), "lidt")) for label in labels)
    return Bars("Øger og mindsker", description, "Øger", "Mindsker", pairs)


@pytest.mark.parametrize("profile", [UA_1, A_2A])
def test_a_note_follows_pdf_ua_and_pdf_a(note: NoteDocument, profile: page.ValidationProfile) -> None:
    assert failures(pdf_bytes(note), profile) == []


@pytest.mark.parametrize("profile", [UA_1, A_3A])
def test_a_note_with_a_record_follows_the_part_of_pdf_a_that_allows_it(
    note: NoteDocument, profile: page.ValidationProfile
) -> None:
    assert failures(pdf_bytes(replace(note, record=RECORD)), profile) == []


@pytest.mark.parametrize(("record", "part"), [(b"", "2"), (RECORD, "3")])
def test_the_metadata_claim_the_part_of_pdf_a_that_the_file_follows(record: bytes, part: str) -> None:
    file = PdfFile(pdf_bytes(replace(_note(Paragraph("Tekst")), record=record)))
    said = file.stream(file.catalog["/Metadata"]).decode("utf-8")
    assert re.findall(r"<pdfaid:part>(.)</pdfaid:part>", said) == [part]
    assert re.findall(r"<pdfaid:conformance>(.)<", said) == ["A"]
    assert re.findall(r"<pdfuaid:part>(.)<", said) == ["1"]


def test_the_metadata_name_the_note_and_its_language_whatever_it_is_called() -> None:
    note = NoteDocument("Børn & <unge> {x}", "en", "Emne & {y}", "", (Paragraph("Text"),))
    file = PdfFile(pdf_bytes(note))
    said = file.stream(file.catalog["/Metadata"]).decode("utf-8")
    assert '<rdf:li xml:lang="x-default">Børn &amp; &lt;unge&gt; {x}</rdf:li>' in said
    assert "Emne &amp; {y}" in said
    assert "<rdf:li>en-GB</rdf:li>" in said
    assert failures(file.content, UA_1) == []


def test_the_record_is_attached_as_the_data_behind_the_note() -> None:
    file = PdfFile(pdf_bytes(replace(_note(Paragraph("Tekst")), record=RECORD)))
    (name, reference) = file.get(file.get(file.catalog["/Names"])["/EmbeddedFiles"])["/Names"]
    found = file.get(reference)
    stream = found["/EF"]["/F"]
    assert file.get(file.catalog["/AF"]) == [reference]
    assert {name, found["/F"], found["/UF"]} == {"relational-screen.json"}
    assert found["/AFRelationship"] == "/Data"
    assert file.get(stream)["/Subtype"] == "/application#2Fjson"
    assert file.stream(stream) == RECORD


def test_a_stream_may_end_in_any_byte() -> None:
    for last in (b"\r", b"\n"):
        records = (b"1" * length for length in range(300))
        record = next(record for record in records if zlib.adler32(record).to_bytes(4, "big").endswith(last))
        file = PdfFile(pdf_bytes(replace(_note(Paragraph("Tekst")), record=record)))
        assert failures(file.content, A_3A) == []
        assert file.content.count(last + b"\r\nendstream") >= 1


def test_no_compressor_has_a_say_in_the_bytes(danish: NoteDocument, monkeypatch: pytest.MonkeyPatch) -> None:
    expected = pdf_bytes(danish)
    for name in ("compress", "compressobj"):
        monkeypatch.setattr(zlib, name, lambda *_: pytest.fail("this would differ from machine to machine"))
    assert pdf_bytes(danish) == expected


def test_another_process_writes_the_same_bytes() -> None:
    program = (
        "import sys; from tests.export.conftest import DANISH; from relational_screen.export.pdf import pdf_bytes; "
    )
    found = set()
    for seed, zone in (("1", "UTC"), ("2", "Pacific/Auckland")):
        environment = {**os.environ, "PYTHONHASHSEED": seed, "TZ": zone}
        command = [sys.executable, "-c", program + "sys.stdout.buffer.write(pdf_bytes(DANISH))"]
        found.add(subprocess.run(command, env=environment, cwd=ROOT, check=True, capture_output=True).stdout)
    assert len(found) == 1


def test_a_note_without_a_record_has_no_attachment() -> None:
    file = _read(Paragraph("Tekst"))
    assert not {"/AF", "/Names"} & file.catalog.keys()


def test_the_file_is_pdf_1_7_which_the_rules_are_written_for() -> None:
    assert _read(Paragraph("Tekst")).content.startswith(b"%PDF-1.7\n")


def test_the_file_says_no_time() -> None:
    file = _read(Paragraph("Tekst"))
    assert set(file.get(file.trailer["/Info"])) == {"/Title", "/Subject", "/Creator", "/Producer"}
    assert b"Date" not in file.stream(file.catalog["/Metadata"])


def test_every_piece_is_in_the_tree_and_the_tree_names_it_back(danish: NoteDocument) -> None:
    blocks = tuple(block for _ in range(4) for block in danish.blocks)
    assert_round_trip(PdfFile(pdf_bytes(replace(danish, blocks=blocks))))


def assert_round_trip(file: PdfFile) -> None:
    owners = {piece: element for element in file.structure.walk() for piece in element.kids if isinstance(piece, Piece)}
    named = [kid for element in file.structure.walk() for kid in element.kids if isinstance(kid, Piece)]
    keys = file.get(file.get(file.catalog["/StructTreeRoot"])["/ParentTree"])["/Nums"]
    parents = dict(zip(keys[::2], keys[1::2], strict=True))
    assert len(named) == len(set(named))
    assert len(parents) == len(file.pages)
    for number, reference in enumerate(file.pages):
        marks = file.marks(number)
        entries = file.get(reference)
        assert entries["/Tabs"] == "/S"
        assert [mark for _, mark in marks] == list(range(len(marks)))
        assert [parent.number for parent in parents[entries["/StructParents"]]] == [
            owners.pop(Piece(number, mark)).number for _, mark in marks
        ]
    assert not owners


def test_an_element_knows_the_element_that_it_is_in(danish: NoteDocument) -> None:
    file = PdfFile(pdf_bytes(danish))
    for element in file.structure.walk():
        for kid in element.kids:
            assert isinstance(kid, Piece) or kid.entries["/P"].number == element.number


def test_a_piece_is_painted_as_what_the_tree_calls_it(danish: NoteDocument) -> None:
    file = PdfFile(pdf_bytes(danish))
    roles = {
        piece: element.role for element in file.structure.walk() for piece in element.kids if isinstance(piece, Piece)
    }
    marks = {Piece(number, mark): role for number in range(len(file.pages)) for role, mark in file.marks(number)}
    assert marks == roles


def test_nothing_is_painted_that_is_neither_content_nor_artifact(danish: NoteDocument) -> None:
    file = PdfFile(pdf_bytes(danish))
    painted = [file.painted(number) for number in range(len(file.pages))]
    assert all(PAINTING.search(text) for text in painted)
    assert [PAINTING.findall(file.unmarked(number)) for number in range(len(file.pages))] == [[]] * len(painted)


def test_reading_order_is_the_order_of_the_blocks(note: NoteDocument) -> None:
    file = PdfFile(pdf_bytes(note))
    assert _told(file) == [pair for block in note.blocks for pair in _expected(block)]


def test_a_paragraph_that_runs_over_pages_is_one_paragraph_and_no_words_grow_together() -> None:
    words = [f"ord{number}" for number in range(2500)]
    for style in ("body", "boxed"):
        file = _read(Paragraph(" ".join(words), style))
        assert len(file.pages) > 2
        assert _told(file) == [("P", " ".join(words))]


def test_a_bullet_that_runs_over_pages_is_one_item_with_one_dot() -> None:
    words = " ".join(f"ord{number}" for number in range(1500))
    file = _read(Bullets(("Kort.", words)))
    assert _told(file) == [("Lbl", "•"), ("LBody", "Kort."), ("Lbl", "•"), ("LBody", words)]
    assert _roles(file) == ["Document", "L", "LI", "Lbl", "LBody", "LI", "Lbl", "LBody"]
    (items,) = file.structure.kids
    assert isinstance(items, Element)
    assert items.entries["/A"] == {"/O": "/List", "/ListNumbering": "/Disc"}


def test_a_word_broken_over_lines_stays_one_word() -> None:
    word = "kommunalbestyrelsesmedlemsvederlagsreguleringsbekendtgørelse" * 3
    assert _told(_read(Paragraph(f"En {word} til"))) == [("P", f"En {word} til")]


def test_line_breaks_part_words() -> None:
    assert _told(_read(Paragraph("Først\nså\ntil sidst"))) == [("P", "Først så til sidst")]


def test_a_table_over_pages_has_its_head_once_and_each_row_once() -> None:
    rows = tuple((f"række{number}", "tekst " * 40 + str(number)) for number in range(60))
    table = Table("Tabel", "Hvem mister hvad.", ("Hoved", "Andet"), rows)
    file = _read(table)
    assert len(file.pages) > 2
    assert _told(file) == _expected(table)
    (tagged,) = file.structure.kids
    assert isinstance(tagged, Element)
    assert tagged.entries["/A"] == {"/O": "/Table", "/Summary": "Hvem mister hvad."}
    assert [kid.role for kid in tagged.kids if isinstance(kid, Element)] == ["Caption", *["TR"] * 61]


def test_a_row_that_runs_over_pages_is_one_row() -> None:
    long = " ".join(f"ord{number}" for number in range(1200))
    table = Table("T", "d", ("A", "B"), (("a", long), (long, "b")))
    file = _read(table)
    assert len(file.pages) > 2
    assert _told(file) == _expected(table)


def test_a_row_has_a_cell_for_every_column_also_where_nothing_is_written() -> None:
    file = _read(Table("T", "d", ("", "B"), (("", ""), ("x", ""))))
    rows = [element for element in file.structure.walk() if element.role == "TR"]
    cells = [[kid.role for kid in row.kids if isinstance(kid, Element)] for row in rows]
    assert cells == [["TH", "TH"], ["TD", "TD"], ["TD", "TD"]]


def test_every_head_of_a_table_says_that_it_is_its_columns(danish: NoteDocument) -> None:
    heads = [element for element in PdfFile(pdf_bytes(danish)).structure.walk() if element.role == "TH"]
    assert [head.entries["/A"] for head in heads] == [{"/O": "/Table", "/Scope": "/Column"}] * 4


def test_a_picture_says_its_description_beside_its_title_and_where_it_stands() -> None:
    file = _read(Paragraph("Foroven"), _bars("Hjem", "Arbejde"))
    figure = _only(file, "Figure")
    left, bottom, right, top = figure.entries["/A"]["/BBox"]
    assert figure.entries["/Alt"] == "Hjem øges tydeligt."
    assert figure.entries["/A"]["/O"] == "/Layout"
    assert (left, right) == pytest.approx((70.87, 524.41), abs=0.01)
    assert 500 < bottom < top - 20 < 760
    assert [kid.role for kid in _only(file, "Div").kids if isinstance(kid, Element)] == ["Caption", "Figure"]


def test_the_parts_of_a_high_picture_are_one_figure() -> None:
    file = _read(_bars(*(f"Arena {number}" for number in range(90))))
    figure = _only(file, "Figure")
    assert len(file.pages) > 1
    assert len(figure.kids) > 2
    assert failures(file.content, UA_1) == []


@pytest.mark.parametrize("description", ["", "\x00"])
def test_a_picture_without_a_description_says_its_title(description: str) -> None:
    file = _read(_bars("Hjem", description=description))
    assert ("Figure", "Øger og mindsker") in _told(file)


def test_a_picture_without_any_words_still_says_something() -> None:
    file = _read(replace(_bars("Hjem", description=""), title=""))
    assert _only(file, "Figure").entries["/Alt"] == "–"


@pytest.mark.parametrize(
    ("levels", "expected"),
    [((1, 2, 3, 2, 1), "H1 H2 H3 H2 H1"), ((3, 1, 3, 3), "H1 H1 H2 H3"), ((2, 3, 2), "H1 H2 H2")],
)
def test_headings_never_skip_a_level(levels: tuple[Literal[1, 2, 3], ...], expected: str) -> None:
    file = _read(*(Heading(f"Nr. {number}", level) for number, level in enumerate(levels)))
    assert _roles(file)[1:] == expected.split()
    assert failures(file.content, UA_1) == []


def test_what_has_no_words_leaves_no_empty_element() -> None:
    silent = (Heading("\u200b", 1), Paragraph(""), Bullets(()), Bullets(("",)))
    file = _read(*silent, Heading("Et", 2), *silent, Paragraph("To"))
    assert _told(file) == [("H1", "Et"), ("P", "To")]
    assert _roles(file) == ["Document", "H1", "P"]
    assert failures(file.content, UA_1) == []


def test_a_note_without_anything_is_an_empty_page_with_a_title() -> None:
    file = PdfFile(pdf_bytes(NoteDocument("", "da", "", "", ())))
    assert len(file.pages) == 1
    assert file.get(file.trailer["/Info"])["/Title"] == "Relational Screen"
    assert failures(file.content, UA_1) + failures(file.content, A_2A) == []


def test_a_heading_that_runs_over_pages_stands_once_in_the_outline() -> None:
    file = _read(Heading("ord " * 1200), Heading("To", 2))
    assert len(file.pages) > 1
    assert [role for role, _ in _told(file)] == ["H1", "H2"]
    with pypdfium2.PdfDocument(file.content) as document:
        assert [mark.level for mark in document.get_toc()] == [0, 1]


@pytest.mark.parametrize(
    "odd", ["\ufeff", "\u00ad", "\ue000", "\ufffe", "漢", "\x7f", "a\u0308", "\u2028", "\t", "\xa0"]
)
def test_no_letter_makes_the_file_invalid(odd: str) -> None:
    note = NoteDocument(f"T{odd}", "da", odd, odd, (Heading(f"H{odd}"), Paragraph(f"før{odd}efter"), _bars(odd)))
    assert failures(pdf_bytes(note), UA_1) + failures(pdf_bytes(note), A_2A) == []


def test_every_code_of_every_typeface_means_a_letter(danish: NoteDocument) -> None:
    many = Paragraph("".join(map(chr, [*range(0xA1, 0x180), *range(0x391, 0x3A1), *range(0x410, 0x450)])))
    file = PdfFile(pdf_bytes(replace(danish, blocks=(*danish.blocks, many))))
    fonts = [file.get(font) for font in file.get(file.get(file.get(file.pages[0])["/Resources"])["/Font"]).values()]
    assert len(fonts) == 4
    for font in fonts:
        written = file.stream(font["/ToUnicode"]).decode("ascii")
        blocks = re.findall(r"(\d+) beginbfchar\n(.*?)endbfchar", written, re.S)
        assert all(int(size) == len(entries.split("\n")) - 1 <= 100 for size, entries in blocks)
        assert not re.search(r"<(0000|FEFF|FFFE)>", written)
