"""Plain text: encodings, and every file that is refused with a clear error."""

import zipfile
from pathlib import Path

import pytest

from relational_screen.drafts.reading import read_draft
from relational_screen.errors import ScreenError
from tests.drafts.files import draft_of, text_at

TEXT = "Lov om fælles haver\r\n\r\n§ 1. Børn må være i haven.\r\n"


def refused(path: Path) -> str:
    with pytest.raises(ScreenError) as caught:
        read_draft(path)
    assert path.name in str(caught.value)
    assert caught.value.remedy
    return str(caught.value)


def written(folder: Path, data: bytes, name: str = "udkast.txt") -> Path:
    path = folder / name
    path.write_bytes(data)
    return path


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "cp1252"])
def test_a_text_is_read_in_every_usual_encoding(tmp_path: Path, encoding: str) -> None:
    draft = read_draft(written(tmp_path, TEXT.encode(encoding)))
    assert (draft.format, draft.title) == ("txt", "Lov om fælles haver")
    assert text_at(draft, "§ 1") == "§ 1. Børn må være i haven."


def test_utf_16_without_a_mark_is_read_in_both_byte_orders(tmp_path: Path) -> None:
    assert read_draft(written(tmp_path, TEXT.encode("utf-16-be"))).title == "Lov om fælles haver"


def test_utf_16_of_the_other_byte_order_is_read_by_its_mark(tmp_path: Path) -> None:
    draft = read_draft(written(tmp_path, b"\xfe\xff" + TEXT.encode("utf-16-be")))
    assert draft.title == "Lov om fælles haver"


def test_invisible_characters_do_not_hide_a_word(tmp_path: Path) -> None:
    draft = draft_of(tmp_path, "Lov om x\n\n§\u00a01. Folkepensions\u00adalde\u200dren og cafe\u0301en.\n")
    assert text_at(draft, "§ 1") == "§ 1. Folkepensionsalderen og caféen."


def test_wrapped_lines_become_one_paragraph(tmp_path: Path) -> None:
    draft = draft_of(
        tmp_path,
        "Lov om x\n\n§ 1. Kommunalbestyrelsen skal sørge for, at alle borgere, der bor\n"
        "alene i kommunen, kan mødes i et fælles hus, der er åbent.\nStk. 2. Huset er varmt.\n",
    )
    assert text_at(draft, "§ 1, stk. 1").endswith("der bor alene i kommunen, kan mødes i et fælles hus, der er åbent.")


def test_the_reader_is_chosen_by_what_the_file_holds(tmp_path: Path) -> None:
    assert read_draft(written(tmp_path, TEXT.encode(), "udkast.md")).format == "txt"


def test_the_digest_is_of_the_files_bytes(tmp_path: Path) -> None:
    draft = read_draft(written(tmp_path, b"abc"))
    assert draft.sha256 == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"


def test_a_missing_file_is_refused(tmp_path: Path) -> None:
    assert "was not found" in refused(tmp_path / "udkast.docx")


def test_a_folder_is_refused(tmp_path: Path) -> None:
    assert "is a folder" in refused(tmp_path)


@pytest.mark.parametrize("data", [b"", b" \r\n\t", b"\xef\xbb\xbf\r\n"])
def test_an_empty_file_is_refused(tmp_path: Path, data: bytes) -> None:
    assert "is empty" in refused(written(tmp_path, data))


def test_an_empty_file_is_called_empty_whatever_its_name_promises(tmp_path: Path) -> None:
    assert "is empty" in refused(written(tmp_path, b"", "udkast.docx"))


@pytest.mark.parametrize(("name", "size"), [("udkast.txt", 50_000_001), ("udkast.pdf", 2_000_000_000)])
def test_a_file_that_is_too_large_is_refused_without_reading_it(
    tmp_path: Path, name: str, size: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / name
    with path.open("wb") as file:
        file.truncate(size)
    monkeypatch.setattr(Path, "read_bytes", lambda _: pytest.fail("the file was read"))
    assert "larger than 50 MB" in refused(path)


@pytest.mark.parametrize("data", [bytes(range(256)) * 4, b"\x89PNG\r\n\x1a\n" + bytes(64), b"abc\x01\x02\x03"])
def test_a_binary_file_is_refused(tmp_path: Path, data: bytes) -> None:
    assert "not a document that can be read" in refused(written(tmp_path, data))


def test_bytes_that_are_text_in_no_usual_encoding_are_refused(tmp_path: Path) -> None:
    assert "Windows-1252" in refused(written(tmp_path, b"en have \x81 og en sti"))


@pytest.mark.parametrize(
    ("data", "name", "kind"),
    [
        (b"<?xml version='1.0'?><office:document/>", "udkast.fodt", "XML"),
        (b"MIME-Version: 1.0\r\nContent-Type: multipart/related", "udkast.mht", "MHTML"),
        (b"{\\rtf1 x}", "udkast.rtf", "RTF"),
        (bytes.fromhex("d0cf11e0a1b11ae1") + bytes(600), "udkast.doc", "Word 97-2003"),
    ],
)
def test_other_formats_are_refused_by_name(tmp_path: Path, data: bytes, name: str, kind: str) -> None:
    assert f"of the format {kind}" in refused(written(tmp_path, data, name))


def test_a_spreadsheet_is_refused_by_name(tmp_path: Path) -> None:
    path = tmp_path / "udkast.odt"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
    assert "of the format OpenDocument spreadsheet" in refused(path)


@pytest.mark.parametrize("name", ["udkast.docx", "udkast.odt", "udkast.pdf"])
def test_a_text_that_is_named_as_another_format_is_refused(tmp_path: Path, name: str) -> None:
    assert "damaged or only named" in refused(written(tmp_path, b"ikke en zip", name))


def test_a_file_that_may_not_be_opened_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = written(tmp_path, b"abc")

    def denied(_: Path) -> bytes:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "read_bytes", denied)
    assert "cannot be read: Permission denied" in refused(path)
