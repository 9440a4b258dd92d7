"""Word files: what is read, in what order, and what is refused. All texts here are invented."""

import zipfile
from pathlib import Path

import docx
import pytest

from relational_screen.drafts.reading import read_draft
from tests.drafts.files import W, labels, raw_word_file, text_at, word_file, words
from tests.drafts.test_reading_text import refused


def p(text: str) -> str:
    return f"<w:p><w:r><w:t>{text}</w:t></w:r></w:p>"


def test_a_word_file_is_read_like_a_text(tmp_path: Path) -> None:
    draft = read_draft(
        word_file(tmp_path / "a.docx", ["Lov om haver", "§ 1", "Haver er åbne.", "Stk. 2. Også om natten."])
    )
    assert draft.format == "docx"
    assert labels(draft) == ["Titel", "§ 1, stk. 1", "§ 1, stk. 2"]


def test_table_cells_are_read_where_the_table_stands(tmp_path: Path) -> None:
    document = docx.Document()
    document.add_paragraph("En plan for alle.")
    table = document.add_table(2, 2)
    for index, cell in enumerate(cell for row in table.rows for cell in row.cells):
        cell.text = f"celle{index}"
    document.add_paragraph("Slut.")
    document.save(str(tmp_path / "a.docx"))
    assert " ".join(words(read_draft(tmp_path / "a.docx"))) == "En plan for alle. celle0 celle1 celle2 celle3 Slut."


def test_headings_come_from_the_files_styles(tmp_path: Path) -> None:
    document = docx.Document()
    document.add_paragraph("Udkast af 2. maj 2027")
    document.add_heading("Strategi for byens haver:", 0)
    document.add_heading("Mål.", 1)
    document.add_paragraph("Kort linje uden punktum")
    document.add_paragraph("Vi vil mødes.")
    document.save(str(tmp_path / "a.docx"))
    draft = read_draft(tmp_path / "a.docx")
    assert draft.title == "Strategi for byens haver"
    assert labels(draft) == ["afsnit 1", "Titel", "Mål", "Mål, afsnit 1", "Mål, afsnit 2"]


def test_tracked_insertions_are_read_and_deletions_are_not(tmp_path: Path) -> None:
    body = (
        f"{p('Lov om haver')}<w:p><w:r><w:t xml:space='preserve'>§ 1. Haver er </w:t></w:r>"
        "<w:del w:id='1' w:author='x'><w:r><w:delText>lukkede</w:delText></w:r></w:del>"
        "<w:ins w:id='2' w:author='x'><w:r><w:t>åbne</w:t></w:r></w:ins>"
        "<w:moveFrom w:id='5' w:author='x'><w:r><w:t>før</w:t></w:r></w:moveFrom><w:r><w:t>.</w:t></w:r></w:p>"
        "<w:moveFrom w:id='3' w:author='x'><w:r><w:t>væk</w:t></w:r></w:moveFrom>"
        "<w:p><w:moveTo w:id='4' w:author='x'><w:r><w:t>Stk. 2. Flyttet.</w:t></w:r></w:moveTo></w:p>"
    )
    draft = read_draft(raw_word_file(tmp_path / "a.docx", body))
    assert [passage.text for passage in draft.passages] == ["Lov om haver", "§ 1. Haver er åbne.", "Stk. 2. Flyttet."]


def test_a_deleted_paragraph_mark_joins_two_paragraphs(tmp_path: Path) -> None:
    body = (
        f"{p('Lov om haver')}<w:p><w:pPr><w:rPr><w:del w:id='1' w:author='x'/></w:rPr></w:pPr><w:r>"
        f"<w:t xml:space='preserve'>§ 1. Haver </w:t></w:r></w:p>{p('er åbne.')}"
    )
    assert text_at(read_draft(raw_word_file(tmp_path / "a.docx", body)), "§ 1") == "§ 1. Haver er åbne."


def test_a_line_break_before_a_mark_parts_a_paragraph(tmp_path: Path) -> None:
    body = (
        f"{p('Lov om haver')}<w:p><w:r><w:t>§ 1. Haver</w:t><w:br/><w:t>er åbne.</w:t><w:br/><w:t>Stk. 2. Altid.</w:t>"
        "</w:r></w:p>"
    )
    draft = read_draft(raw_word_file(tmp_path / "a.docx", body))
    assert [(one.label, one.text) for one in draft.passages[1:]] == [
        ("§ 1, stk. 1", "§ 1. Haver er åbne."),
        ("§ 1, stk. 2", "Stk. 2. Altid."),
    ]


def test_numbers_that_word_counts_itself_are_read(tmp_path: Path) -> None:
    levels = "".join(
        f"<w:lvl w:ilvl='{level}'><w:start w:val='1'/><w:numFmt w:val='{form}'/><w:lvlText w:val='{text}'/></w:lvl>"
        for level, (form, text) in enumerate([("decimal", "§ %1."), ("lowerLetter", "%2)"), ("bullet", "x")])
    )
    numbering = (
        f"<w:numbering xmlns:w='{W}'><w:abstractNum w:abstractNumId='7'>{levels}</w:abstractNum>"
        "<w:num w:numId='1'><w:abstractNumId w:val='7'/></w:num></w:numbering>"
    )

    def numbered(text: str, level: int) -> str:
        return (
            f"<w:p><w:pPr><w:numPr><w:ilvl w:val='{level}'/><w:numId w:val='1'/></w:numPr></w:pPr>"
            f"<w:r><w:t>{text}</w:t></w:r></w:p>"
        )

    body = p("Lov om haver") + "".join(
        numbered(text, level)
        for text, level in [("Om", 0), ("roser", 1), ("græs", 1), ("punkt", 2), ("Om stier:", 0), ("grus", 1)]
    )
    draft = read_draft(raw_word_file(tmp_path / "a.docx", body, numbering=numbering))
    assert [(one.label, one.text) for one in draft.passages[1:]] == [
        ("§ 1", "§ 1. Om"),
        ("§ 1, litra a", "a) roser"),
        ("§ 1, litra b", "b) græs\npunkt"),
        ("§ 2", "§ 2. Om stier:"),
        ("§ 2, litra a", "a) grus"),
    ]


def test_footnotes_are_read_under_their_own_labels(tmp_path: Path) -> None:
    each = "".join(f"<w:footnote>{p(text)}</w:footnote>" for text in ("", "En note."))
    notes = f"<w:footnotes xmlns:w='{W}'>{each}</w:footnotes>"
    path = raw_word_file(tmp_path / "a.docx", p("Lov om haver") + p("§ 1. Haver er åbne."), footnotes=notes)
    assert text_at(read_draft(path), "Fodnote 1") == "En note."
    assert text_at(read_draft(path), "§ 1") == "§ 1. Haver er åbne."


def test_the_text_of_a_formula_is_read(tmp_path: Path) -> None:
    math = "http://schemas.openxmlformats.org/officeDocument/2006/math"
    body = f"<w:p><m:oMath xmlns:m='{math}'><m:r><m:t>a+b</m:t></m:r></m:oMath></w:p>"
    assert words(read_draft(raw_word_file(tmp_path / "a.docx", p("Lov om haver") + body)))[3:] == ["a+b"]


def test_a_text_box_is_read_once(tmp_path: Path) -> None:
    mc = "http://schemas.openxmlformats.org/markup-compatibility/2006"
    body = (
        f"{p('En plan for alle.')}<w:p><w:r><mc:AlternateContent xmlns:mc='{mc}'><mc:Choice><w:txbxContent>{p('Boks.')}"
        f"</w:txbxContent></mc:Choice><mc:Fallback><w:txbxContent>{p('Boks.')}</w:txbxContent></mc:Fallback>"
        "</mc:AlternateContent></w:r></w:p>"
    )
    assert words(read_draft(raw_word_file(tmp_path / "a.docx", body)))[3:] == ["alle.", "Boks."]


def test_a_word_file_without_text_is_refused(tmp_path: Path) -> None:
    assert "is empty" in refused(word_file(tmp_path / "a.docx", []))


def test_a_zip_that_is_no_word_file_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "a.docx"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("note.txt", "x")
    assert "is not a Word document" in refused(path)


def test_a_cut_off_word_file_is_refused(tmp_path: Path) -> None:
    path = word_file(tmp_path / "a.docx", ["x" * 5000])
    path.write_bytes(path.read_bytes()[:3000])
    assert "is damaged" in refused(path)


def test_a_word_file_with_damaged_bytes_inside_is_refused(tmp_path: Path) -> None:
    path = raw_word_file(tmp_path / "a.docx", p("roser og stier " * 50))
    data = bytearray(path.read_bytes())
    at = data.index(b"word/document.xml") + len(b"word/document.xml") + 20
    data[at : at + 20] = bytes(20)
    path.write_bytes(bytes(data))
    assert "is damaged" in refused(path)


def test_a_password_protected_word_file_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "a.docx"
    path.write_bytes(bytes.fromhex("d0cf11e0a1b11ae1") + bytes(600) + "EncryptedPackage".encode("utf-16-le"))
    assert "protected with a password" in refused(path)


def test_an_encrypted_zip_is_refused(tmp_path: Path) -> None:
    path = raw_word_file(tmp_path / "a.docx", p("x"))
    data = bytearray(path.read_bytes())
    at = data.rindex(b"PK\x01\x02")
    data[at + 8] |= 1
    path.write_bytes(bytes(data))
    assert "protected with a password" in refused(path)


def test_a_part_that_claims_to_swell_too_much_is_refused_before_it_is_unpacked(tmp_path: Path) -> None:
    path = raw_word_file(tmp_path / "a.docx", "<w:p/>" * 1_000_000)
    assert "would unpack to far more" in refused(path)


def test_too_many_parts_are_refused(tmp_path: Path) -> None:
    path = tmp_path / "a.docx"
    with zipfile.ZipFile(path, "w") as archive:
        for index in range(10_001):
            archive.writestr(str(index), b"")
    assert "would unpack to far more" in refused(path)


def test_a_part_that_holds_more_than_it_claims_is_not_unpacked_to_its_end(tmp_path: Path) -> None:
    path = raw_word_file(tmp_path / "a.docx", p("ja " * 500_000))
    data = bytearray(path.read_bytes())
    at = data.rindex(b"PK\x01\x02")
    data[at + 24 : at + 28] = (100).to_bytes(4, "little")
    path.write_bytes(bytes(data))
    assert path.name in refused(path)


def test_a_part_above_the_limit_is_refused_while_it_is_unpacked(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("relational_screen.drafts.zipped.MAX_PART", 1000)
    assert "would unpack to far more" in refused(raw_word_file(tmp_path / "a.docx", p("ja " * 500)))


@pytest.mark.parametrize(
    "doctype",
    [
        "<!DOCTYPE d [<!ENTITY a 'ha'><!ENTITY b '&a;&a;&a;&a;'>]>",
        "<!DOCTYPE d [<!ENTITY a SYSTEM 'file:///etc/hostname'>]>",
        "<!DOCTYPE d SYSTEM 'http://localhost:9/x.dtd'>",
    ],
)
def test_a_document_type_definition_is_refused(tmp_path: Path, doctype: str) -> None:
    path = raw_word_file(tmp_path / "a.docx", p("x"))
    with zipfile.ZipFile(path) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    with zipfile.ZipFile(path, "w") as archive:
        for name, data in parts.items():
            archive.writestr(name, doctype.encode() + data if name == "word/document.xml" else data)
    assert "in a way that office programs do not use" in refused(path)


def test_broken_xml_is_refused(tmp_path: Path) -> None:
    assert "in a way that office programs do not use" in refused(raw_word_file(tmp_path / "a.docx", "<w:p>"))
