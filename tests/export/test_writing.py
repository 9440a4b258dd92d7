"""A note is written whole or not at all, and a failure says what to do."""

import os
from dataclasses import replace
from pathlib import Path

import pytest

from relational_screen.errors import ScreenError
from relational_screen.export.writing import SUFFIXES, export_note, suggested_name
from relational_screen.screening.document import Heading, NoteDocument, Paragraph

SMALL = NoteDocument("Titel", "da", "Emne", "Fod", (Heading("Notat"),), "lov_hoering_3f9a2c", b'{"a":1}')


@pytest.mark.parametrize(
    ("name", "start"),
    [
        ("note.docx", b"PK"),
        ("note.pdf", b"%PDF"),
        ("NOTE.PDF", b"%PDF"),
        ("note.json", b'{"a"'),
        ("note.txt", b"Notat"),
    ],
)
def test_the_suffix_chooses_the_format(name: str, start: bytes, tmp_path: Path) -> None:
    export_note(SMALL, tmp_path / name)
    assert (tmp_path / name).read_bytes().startswith(start)
    assert [path.name for path in tmp_path.iterdir()] == [name]


@pytest.mark.parametrize("name", ["note.odt", "note", "note.docx.md"])
def test_another_suffix_is_refused_and_all_formats_are_named(name: str, tmp_path: Path) -> None:
    with pytest.raises(ScreenError, match=r"\.docx, \.pdf, \.json or \.txt") as caught:
        export_note(SMALL, tmp_path / name)
    assert name in str(caught.value)
    assert list(tmp_path.iterdir()) == []


def test_every_suffix_that_is_offered_can_be_written(tmp_path: Path) -> None:
    for suffix in SUFFIXES:
        export_note(SMALL, tmp_path / suggested_name(SMALL, suffix))
    assert {path.name for path in tmp_path.iterdir()} == {f"lov_hoering_3f9a2c{suffix}" for suffix in SUFFIXES}


def test_the_record_is_written_as_it_is(tmp_path: Path) -> None:
    export_note(SMALL, tmp_path / "note.json")
    assert (tmp_path / "note.json").read_bytes() == SMALL.record


def test_a_note_without_a_record_is_not_written_as_json(tmp_path: Path) -> None:
    with pytest.raises(ScreenError, match="has no machine-readable record"):
        export_note(replace(SMALL, record=b""), tmp_path / "note.json")
    assert list(tmp_path.iterdir()) == []


def test_text_is_utf_8_with_one_kind_of_line_break_and_no_broken_character(tmp_path: Path) -> None:
    note = replace(SMALL, blocks=(Paragraph("Før\r\nefter\ud800."), Paragraph("Æblegården")))
    export_note(note, tmp_path / "note.txt")
    assert (tmp_path / "note.txt").read_bytes().decode() == "Før\nefter\ufffd.\n\nÆblegården\n"


def test_a_note_without_a_name_is_called_something(tmp_path: Path) -> None:
    assert suggested_name(replace(SMALL, name=""), ".pdf") == "note.pdf"


def test_a_missing_folder_is_named(tmp_path: Path) -> None:
    with pytest.raises(ScreenError, match="does not exist") as caught:
        export_note(SMALL, tmp_path / "borte" / "note.pdf")
    assert "borte" in str(caught.value)


def test_an_earlier_file_is_replaced(tmp_path: Path) -> None:
    path = tmp_path / "note.pdf"
    path.write_text("gammel")
    export_note(SMALL, path)
    assert path.read_bytes().startswith(b"%PDF")


def test_a_file_that_is_open_elsewhere_is_left_as_it_was(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "note.docx"
    path.write_text("gammel")

    def locked(self: Path, target: Path) -> Path:
        raise PermissionError(13, "in use")

    monkeypatch.setattr(Path, "replace", locked)
    with pytest.raises(ScreenError, match=r"note\.docx could not be replaced; is it open in Word"):
        export_note(SMALL, path)
    assert path.read_text() == "gammel"
    assert list(tmp_path.iterdir()) == [path]


def test_a_folder_that_may_not_be_written_to_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refused(self: Path, data: bytes) -> int:
        raise PermissionError(13, "refused")

    monkeypatch.setattr(Path, "write_bytes", refused)
    with pytest.raises(ScreenError, match="may not be written to") as caught:
        export_note(SMALL, tmp_path / "note.pdf")
    assert str(tmp_path) in str(caught.value)


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may write to every folder")
def test_a_folder_that_is_really_closed_is_named(tmp_path: Path) -> None:
    tmp_path.chmod(0o500)
    with pytest.raises(ScreenError, match="may not be written to"):
        export_note(SMALL, tmp_path / "note.pdf")


def test_a_full_disk_leaves_the_earlier_file_and_no_remains(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "note.pdf"
    path.write_text("gammel")

    def full(self: Path, data: bytes) -> int:
        with self.open("wb") as file:
            file.write(data[:10])
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "write_bytes", full)
    with pytest.raises(ScreenError, match="No space left on device"):
        export_note(SMALL, path)
    assert path.read_text() == "gammel"
    assert list(tmp_path.iterdir()) == [path]


def test_a_folder_of_the_same_name_is_not_replaced(tmp_path: Path) -> None:
    (tmp_path / "note.pdf").mkdir()
    with pytest.raises(ScreenError, match=r"note\.pdf could not be"):
        export_note(SMALL, tmp_path / "note.pdf")
    assert [path.name for path in tmp_path.iterdir()] == ["note.pdf"]


def test_the_heavy_libraries_are_loaded_only_when_a_note_is_written(tmp_path: Path) -> None:
    import subprocess
    import sys

    code = (
        "import sys, relational_screen.export.writing; print({'docx', 'reportlab', 'lxml', 'PIL'} & sys.modules.keys())"
    )
    root = Path(__file__).parents[2]
    done = subprocess.run([sys.executable, "-c", code], cwd=root, capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "set()"
