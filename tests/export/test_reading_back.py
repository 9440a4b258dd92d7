"""The record comes back out of the note's file as it went in, and one that was changed is found out."""

import json
import os
import shutil
import subprocess
import sys
from dataclasses import replace
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile

import docx
import pypdfium2
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openxml_audit import OpenXmlValidator

from relational_screen.errors import ScreenError
from relational_screen.export.reading_back import MAX_FILE, check_record, read_record
from relational_screen.export.writing import export_note
from relational_screen.screening.document import NoteDocument
from tests.export.records import RECORD, record_of

SOFFICE = shutil.which("soffice") or shutil.which("libreoffice")


def _written(note: NoteDocument, path: Path, record: bytes = RECORD) -> Path:
    export_note(replace(note, record=record), path)
    return path


def _pdf(path: Path, *files: tuple[str, bytes]) -> Path:
    """Write a PDF of one empty page with attached files, by another hand than the exporter's."""
    document = pypdfium2.PdfDocument.new()
    document.new_page(100, 100)
    for name, data in files:
        document.new_attachment(name).set_data(data)
    document.save(path)
    document.close()
    return path


def _changed(path: Path, part: str, old: bytes, new: bytes) -> Path:
    """Write a Word file anew with one part changed."""
    members = {name: ZipFile(path).read(name) for name in ZipFile(path).namelist()}
    assert old in members[part]
    with ZipFile(path, "w", ZIP_DEFLATED) as target:
        for name, data in members.items():
            target.writestr(name, data.replace(old, new) if name == part else data)
    return path


@pytest.mark.parametrize("suffix", [".docx", ".pdf", ".json"])
def test_the_record_comes_back_and_its_hash_fits(danish: NoteDocument, suffix: str, tmp_path: Path) -> None:
    found = read_record(_written(danish, tmp_path / f"note{suffix}"))
    assert check_record(found) == json.loads(RECORD)


@settings(max_examples=60, deadline=None)
@given(st.dictionaries(st.text(), st.text() | st.integers() | st.none() | st.lists(st.booleans())))
def test_any_record_comes_back_out_of_a_word_file(said: dict[str, Any]) -> None:
    said.pop("hash", None)
    record = record_of(**{"a": 1}, said=said)
    with TemporaryDirectory() as folder:
        path = _written(NoteDocument("T", "da", "E", "F", ()), Path(folder) / "note.docx", record)
        assert check_record(read_record(path)) == json.loads(record)


def test_a_record_without_characters_that_xml_refuses_comes_back_byte_for_byte(
    danish: NoteDocument, tmp_path: Path
) -> None:
    record = record_of(title="Æblegården 😀 <&>\r\n")
    assert read_record(_written(danish, tmp_path / "note.docx", record)) == record


def test_a_word_file_with_a_record_satisfies_the_open_xml_validator(danish: NoteDocument, tmp_path: Path) -> None:
    assert OpenXmlValidator().validate(_written(danish, tmp_path / "note.docx")).errors == []


def test_the_record_is_related_to_the_document_and_has_its_id(danish: NoteDocument, tmp_path: Path) -> None:
    with ZipFile(_written(danish, tmp_path / "note.docx")) as archive:
        assert b'"../customXml/item1.xml"' in archive.read("word/_rels/document.xml.rels")
        assert b'"itemProps1.xml"' in archive.read("customXml/_rels/item1.xml.rels")
        assert b"urn:relational-screen:record:1" in archive.read("customXml/itemProps1.xml")


def test_a_note_without_a_record_has_no_custom_part(danish: NoteDocument, tmp_path: Path) -> None:
    path = _written(danish, tmp_path / "note.docx", b"")
    assert not [name for name in ZipFile(path).namelist() if name.startswith("customXml")]
    with pytest.raises(ScreenError, match=r"note\.docx carries no record"):
        read_record(path)


def test_the_record_survives_saving_with_another_writer_of_word_files(danish: NoteDocument, tmp_path: Path) -> None:
    path = _written(danish, tmp_path / "note.docx")
    document = docx.Document(str(path))
    document.add_paragraph("Tilføjet i høringen.")
    document.save(str(path))
    assert check_record(read_record(path)) == json.loads(RECORD)


@pytest.mark.skipif(SOFFICE is None, reason="LibreOffice (soffice) is not installed")
def test_the_record_survives_opening_and_saving_in_libreoffice(danish: NoteDocument, tmp_path: Path) -> None:
    path = _written(danish, tmp_path / "note.docx")
    (tmp_path / "saved").mkdir()
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    kind = ["--convert-to", "docx:Office Open XML Text", "--outdir", "saved"]
    command = [str(SOFFICE), profile, "--headless", *kind, path.name]
    subprocess.run(command, cwd=tmp_path, check=True, capture_output=True, timeout=180)
    assert check_record(read_record(tmp_path / "saved" / path.name)) == json.loads(RECORD)


def test_a_pdf_of_another_maker_is_read_by_its_attachments_name(tmp_path: Path) -> None:
    path = _pdf(tmp_path / "note.pdf", ("other.txt", b"x"), ("relational-screen.json", RECORD))
    assert read_record(path) == RECORD


def test_a_file_is_read_by_what_it_holds_and_not_by_its_name(danish: NoteDocument, tmp_path: Path) -> None:
    path = _written(danish, tmp_path / "note.docx").rename(tmp_path / "note.pdf")
    assert check_record(read_record(path)) == json.loads(RECORD)


def test_a_pdf_without_a_record_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ScreenError, match=r"bill\.pdf carries no record of a screening"):
        read_record(_pdf(tmp_path / "bill.pdf", ("other.txt", RECORD)))


def test_a_word_file_with_two_records_is_refused(danish: NoteDocument, tmp_path: Path) -> None:
    path = _written(danish, tmp_path / "note.docx")
    with ZipFile(path, "a") as archive:
        archive.writestr("customXml/item2.xml", archive.read("customXml/item1.xml"))
    with pytest.raises(ScreenError, match="several notes"):
        read_record(path)


def test_a_locked_pdf_is_refused(tmp_path: Path) -> None:
    from reportlab.lib.pdfencrypt import StandardEncryption
    from reportlab.pdfgen.canvas import Canvas

    page = Canvas(str(tmp_path / "locked.pdf"), encrypt=StandardEncryption("secret", strength=128))
    page.drawString(50, 50, "Opdigtet")
    page.save()
    with pytest.raises(ScreenError, match="protected with a password"):
        read_record(tmp_path / "locked.pdf")


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"%PDF-1.7 and no more", "damaged: it cannot be read as a PDF"),
        (b"PK\x03\x04 and no more", "is damaged and cannot be opened"),
        (b"An invented text.", "carries no record"),
        (b"", "carries no record"),
    ],
)
def test_another_file_is_refused_with_a_clear_error(data: bytes, message: str, tmp_path: Path) -> None:
    (tmp_path / "note.any").write_bytes(data)
    with pytest.raises(ScreenError, match=message):
        read_record(tmp_path / "note.any")


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(ScreenError, match=r"gone\.docx was not found"):
        read_record(tmp_path / "gone.docx")


def test_a_folder_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ScreenError, match="was not found"):
        read_record(tmp_path)


def test_a_huge_file_is_refused_before_it_is_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "huge.json"
    with path.open("wb") as file:
        file.truncate(MAX_FILE + 1)
    monkeypatch.setattr(Path, "read_bytes", lambda self: pytest.fail("it was read"))
    with pytest.raises(ScreenError, match="carries no record"):
        read_record(path)


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may read every file")
def test_a_file_that_may_not_be_opened_is_named(danish: NoteDocument, tmp_path: Path) -> None:
    path = _written(danish, tmp_path / "note.json")
    path.chmod(0)
    with pytest.raises(ScreenError, match=r"note\.json cannot be read"):
        read_record(path)


def test_a_container_that_would_swell_is_refused(danish: NoteDocument, tmp_path: Path) -> None:
    swollen = BytesIO()
    with ZipFile(swollen, "w", ZIP_DEFLATED) as archive:
        archive.writestr("customXml/item1.xml", b" " * 3_000_000)
    (tmp_path / "note.docx").write_bytes(swollen.getvalue())
    with pytest.raises(ScreenError, match="would unpack to far more"):
        read_record(tmp_path / "note.docx")


def test_a_record_that_would_pull_in_other_files_is_refused(danish: NoteDocument, tmp_path: Path) -> None:
    (tmp_path / "secret.txt").write_text("{}")
    path = _written(danish, tmp_path / "note.docx")
    doctype = f'<!DOCTYPE x [<!ENTITY e SYSTEM "{(tmp_path / "secret.txt").as_uri()}">]>\n<note:record'.encode()
    with pytest.raises(ScreenError, match="built in a way that office programs do not use"):
        read_record(_changed(path, "customXml/item1.xml", b"<note:record", doctype))


def test_a_record_that_was_changed_in_the_file_is_found_out(danish: NoteDocument, tmp_path: Path) -> None:
    path = _changed(_written(danish, tmp_path / "note.docx"), "customXml/item1.xml", b"12.50", b"62.50")
    with pytest.raises(ScreenError, match="was changed after the note was written"):
        check_record(read_record(path))


def test_a_record_spelled_in_another_way_still_fits(tmp_path: Path) -> None:
    spelled = json.dumps(json.loads(RECORD), indent=4, sort_keys=False).encode()
    assert check_record(spelled) == json.loads(RECORD)


@pytest.mark.parametrize(
    ("old", "new"), [(b'"version":1', b'"version":2'), (b'"Opdigtet"', b'"Opdaget"'), (b'"a.b"', b'"a.c"')]
)
def test_every_change_is_found_out(old: bytes, new: bytes) -> None:
    assert RECORD.count(old) == 1
    with pytest.raises(ScreenError, match="was changed"):
        check_record(RECORD.replace(old, new))


@pytest.mark.parametrize(
    "damaged",
    [
        b"",
        b"\xff",
        b"{",
        b"[]",
        b"null",
        b"{}",
        b'{"hash": "x", "n": 0.5}',
        b'{"hash": "x", "n": NaN}',
        b'{"hash": "x", "n": "\\ud800"}',
        b'{"hash": "x", "n": ' + b"9" * 5000 + b"}",
        b'{"a": 2, ' + RECORD[1:].replace(b"{", b'{"b": 1, "b": 2, '),
        b'{"a":' * 100_000,
    ],
    ids=lambda data: repr(data[:24]),
)
def test_a_damaged_record_is_refused(damaged: bytes) -> None:
    with pytest.raises(ScreenError, match="is damaged"):
        check_record(damaged)


def test_a_key_that_stands_twice_is_refused_though_the_last_one_fits() -> None:
    with pytest.raises(ScreenError, match="is damaged"):
        check_record(b'{"title":"Another","x":1,' + RECORD[1:])


SAME = """
import sys
from decimal import Decimal
from pathlib import Path
from relational_screen.export.docx import write_docx
from relational_screen.screening.document import *
bar = Bar(Decimal(40), "noget")
note = NoteDocument("Titel", "da", "Emne", "Fod", (
    Heading("Notat"), Bars("T", "d", "op", "ned", (BarPair("A", bar, bar),)), Bars("U", "d", "op", "ned", ()),
    Table("T", "d", ("a", "b"), (("x", "y"),)), Bullets(("i",)),
), record=b'{"hash": ""}')
write_docx(note, Path(sys.argv[1]))
"""


def test_two_processes_write_the_same_bytes(tmp_path: Path) -> None:
    root = Path(__file__).parents[2]
    for seed in ("1", "2"):
        command = [sys.executable, "-c", SAME, str(tmp_path / f"{seed}.docx")]
        variables = {**os.environ, "PYTHONHASHSEED": seed, "TZ": "UTC" if seed == "1" else "Asia/Tokyo"}
        subprocess.run(command, cwd=root, check=True, env=variables, timeout=60)
    assert (tmp_path / "1.docx").read_bytes() == (tmp_path / "2.docx").read_bytes()
