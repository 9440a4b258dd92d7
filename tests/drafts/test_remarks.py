"""What is said of a draft that was read although something in its file was not. All texts here are invented."""

import re
import zipfile
from pathlib import Path

import pytest
from reportlab.lib.utils import ImageReader
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

from relational_screen import export
from relational_screen.drafts.reading import read_draft
from tests.drafts.files import draft_of, labels, odt_file, pdf_lines, raw_word_file
from tests.drafts.test_acts import ACT
from tests.drafts.test_reading_docx import p
from tests.drafts.test_reading_odt import p as text_p
from tests.drafts.test_reading_text import refused, written

RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
KIND = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
SENTENCE = "Kommunen skal sikre, at alle kan mødes i et fælles hus, som er åbent."


def test_nothing_is_said_of_a_sound_draft(tmp_path: Path) -> None:
    assert draft_of(tmp_path, ACT).remarks == ()
    assert read_draft(raw_word_file(tmp_path / "a.docx", p("Lov om haver"))).remarks == ()
    assert read_draft(odt_file(tmp_path / "a.odt", text_p("Lov om haver"))).remarks == ()
    assert read_draft(pdf_lines(tmp_path / "a.pdf", [["Lov om haver og stier, som alle kan bruge"], []])).remarks == ()


@pytest.mark.parametrize("wrong", ["cp1252", "mac-roman"])
def test_utf_8_that_was_read_as_something_else_is_said(tmp_path: Path, wrong: str) -> None:
    assert "mojibake" in draft_of(tmp_path, ACT.encode().decode(wrong, "replace")).remarks


@pytest.mark.parametrize("encoding", ["cp850", "mac-roman"])
def test_an_old_encoding_that_was_read_as_another_is_said(tmp_path: Path, encoding: str) -> None:
    text = f"Plan for alle\n\n{SENTENCE}\n{SENTENCE}\n"
    assert "mojibake" in read_draft(written(tmp_path, text.encode(encoding))).remarks


def test_letters_that_were_given_up_are_said(tmp_path: Path) -> None:
    assert draft_of(tmp_path, "Plan for b\ufffdrn").remarks == ("mojibake",)


@pytest.mark.parametrize("text", ["Ved l‘eau og c‘est", "Ãse ’Â’ 3 ½ ø", "¿Qué? Œuvre på 1 ¾ side"])
def test_unusual_letters_are_no_wrong_ones(tmp_path: Path, text: str) -> None:
    assert draft_of(tmp_path, text).remarks == ()


@pytest.mark.parametrize("sign", ["?", "$", "\ufffd", "õ", ""])
def test_lost_section_signs_are_said(tmp_path: Path, sign: str) -> None:
    draft = draft_of(tmp_path, ACT.replace("§", sign))
    assert not any(label.startswith("§") for label in labels(draft))
    assert "lost-section-signs" in draft.remarks


def test_lost_section_signs_are_said_where_no_section_has_a_second_stk(tmp_path: Path) -> None:
    assert draft_of(tmp_path, "Lov om x\n\n? 1. Haver er åbne.\n? 2 a. Altid.\n").remarks == ("lost-section-signs",)


@pytest.mark.parametrize("text", ["Plan\n\nHvad med ? 3. juni\n\n? 2 eller 3", "Brev\n\nStk. 2. Se loven."])
def test_a_text_that_never_had_sections_lost_none(tmp_path: Path, text: str) -> None:
    assert draft_of(tmp_path, text).remarks == ()


def test_macros_of_a_word_file_are_said(tmp_path: Path) -> None:
    path = raw_word_file(tmp_path / "a.docm", p("Lov om haver"))
    with zipfile.ZipFile(path, "a") as archive:
        archive.writestr("word/vbaProject.bin", b"x")
    assert read_draft(path).remarks == ("macros",)


@pytest.mark.parametrize(
    ("part", "said"),
    [("Basic/Standard/Modul1.xml", True), ("Scripts/python/a.py", True), ("Basic/Standard/script-lb.xml", False)],
)
def test_macros_of_an_opendocument_are_said(tmp_path: Path, part: str, said: bool) -> None:
    path = odt_file(tmp_path / "a.odt", text_p("Lov om haver"), **{part: "x"})
    assert read_draft(path).remarks == (("macros",) if said else ())


def test_scripts_of_a_pdf_are_said(tmp_path: Path) -> None:
    path = tmp_path / "a.pdf"
    canvas = Canvas(str(path))
    canvas.drawString(72, 700, SENTENCE)
    canvas.showPage()
    canvas.save()
    names = b"/Names << /JavaScript << /Names [(a) << /S /JavaScript /JS (app.alert\\(1\\)) >>] >> >> /Type /Catalog"
    path.write_bytes(path.read_bytes().replace(b"/Type /Catalog", names))
    assert read_draft(path).remarks == ("macros",)


@pytest.mark.parametrize(
    ("kind", "mode", "said"),
    [
        ("image", "External", True),
        ("image", "Internal", False),
        ("aFChunk", "Internal", True),
        ("hyperlink", "External", False),
    ],
)
def test_content_of_other_files_is_said_and_links_are_not(tmp_path: Path, kind: str, mode: str, said: bool) -> None:
    path = raw_word_file(tmp_path / "a.docx", p("Lov om haver"))
    relation = f"<Relationship Id='r1' TargetMode='{mode}' Type='{KIND}/{kind}' Target='http://localhost:9/x'/>"
    with zipfile.ZipFile(path, "a") as archive:
        archive.writestr(
            "word/_rels/document.xml.rels", f"<Relationships xmlns='{RELATIONS}'>{relation}</Relationships>"
        )
    assert read_draft(path).remarks == (("external-references",) if said else ())


@pytest.mark.parametrize(
    ("tag", "address", "said"),
    [
        ("draw:image", "http://localhost:9/x.png", True),
        ("draw:object", "../andet.odt", True),
        ("draw:image", "Pictures/1.png", False),
        ("text:a", "http://localhost:9/", False),
    ],
)
def test_other_files_of_an_opendocument_are_said(tmp_path: Path, tag: str, address: str, said: bool) -> None:
    body = text_p("Lov om haver") + text_p(f"Se <{tag} xlink:href='{address}'/> her")
    assert read_draft(odt_file(tmp_path / "a.odt", body)).remarks == (("external-references",) if said else ())


def test_deleted_text_of_a_word_file_is_said(tmp_path: Path) -> None:
    deleted = "<w:p><w:r><w:t>Ny</w:t></w:r><w:del><w:r><w:delText>gammel</w:delText></w:r></w:del></w:p>"
    moved = "<w:p><w:moveFrom><w:r><w:t>før</w:t></w:r></w:moveFrom></w:p>"
    for number, body in enumerate((deleted, moved)):
        path = raw_word_file(tmp_path / f"{number}.docx", p("Lov om haver") + body)
        assert read_draft(path).remarks == ("tracked-deletions-skipped",)


def test_deleted_text_of_a_page_is_said(tmp_path: Path) -> None:
    path = written(tmp_path, b"<html><p>Plan for <del>nogle</del><ins>alle</ins>", "a.html")
    assert read_draft(path).remarks == ("tracked-deletions-skipped",)


def fonted(path: Path, lines: list[str]) -> bytes:
    folder = Path(export.__file__).parent / "fonts"
    pdfmetrics.registerFont(TTFont("Noto", str(folder / "NotoSans-Regular.ttf")))
    canvas = Canvas(str(path), pageCompression=0)
    canvas.setFont("Noto", 12)
    for index, line in enumerate(lines):
        canvas.drawString(60, 780 - 15 * index, line)
    canvas.save()
    return path.read_bytes()


def test_fonts_that_do_not_say_some_letters_are_said(tmp_path: Path) -> None:
    path = tmp_path / "a.pdf"
    data = fonted(path, [f"§ {n}. {SENTENCE}" for n in range(20)])
    assert read_draft(path).remarks == ()
    path.write_bytes(re.sub(rb"/ToUnicode \d+ 0 R", lambda match: b" " * len(match[0]), data))
    assert "broken-fonts" in read_draft(path).remarks


def test_fonts_that_say_wrong_letters_are_said(tmp_path: Path) -> None:
    shifted = "".join(chr(ord(sign) + 1) if sign.isascii() and sign.isalpha() else sign for sign in SENTENCE)
    assert "broken-fonts" in read_draft(pdf_lines(tmp_path / "a.pdf", [[shifted] * 30])).remarks


def test_a_pdf_whose_fonts_say_no_letters_at_all_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "a.pdf"
    data = fonted(path, [SENTENCE] * 20)
    codes = re.compile(rb"<([0-9a-fA-F]{4})>(?= *\n| *<| *\])")
    assert codes.search(data)
    path.write_bytes(codes.sub(lambda match: b"<E0" + match[1][2:] + b">", data))
    assert "do not say which letters" in refused(path)


def test_pages_that_are_pictures_are_said(tmp_path: Path) -> None:
    from PIL import Image

    path = tmp_path / "a.pdf"
    canvas = Canvas(str(path))
    for index in range(20):
        canvas.drawString(72, 800 - 15 * index, SENTENCE)
    canvas.showPage()
    canvas.drawImage(ImageReader(Image.new("RGB", (8, 8))), 0, 0, 500, 700)
    canvas.save()
    assert read_draft(path).remarks == ("scanned-pages",)
