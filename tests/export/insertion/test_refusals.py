"""What cannot be done is said before anything is written."""

from pathlib import Path
from zipfile import ZipFile

import pytest

from relational_screen.errors import ScreenError
from relational_screen.export.insertion.insert import headings
from tests.export.insertion.word_files import BILL, inserted, written


@pytest.fixture
def draft(tmp_path: Path) -> Path:
    return written(tmp_path / "udkast.docx", *BILL)


def _with_part(draft: Path, name: str, data: str) -> Path:
    copy = draft.with_name("kopi.docx")
    with ZipFile(draft) as source, ZipFile(copy, "w") as target:
        for member in source.infolist():
            if member.filename != name:
                target.writestr(member, source.read(member))
        target.writestr(name, data)
    return copy


def _settings(inside: str) -> str:
    return f'<w:settings xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">{inside}</w:settings>'


def test_the_draft_is_never_written_over(draft: Path) -> None:
    before = draft.read_bytes()
    linked = draft.with_name("andet-navn.docx")
    linked.symlink_to(draft)
    for name in ("udkast.docx", "andet-navn.docx"):
        with pytest.raises(ScreenError, match="is the draft itself"):
            inserted(draft, name=name)
    assert draft.read_bytes() == before


def test_a_copy_of_another_format_is_refused(draft: Path) -> None:
    with pytest.raises(ScreenError, match=r"ud\.pdf.*\.docx"):
        inserted(draft, name="ud.pdf")


def test_a_missing_folder_is_named(draft: Path) -> None:
    with pytest.raises(ScreenError, match="does not exist"):
        inserted(draft, name="borte/ud.docx")


def test_an_earlier_copy_is_replaced_and_nothing_else_is_left_behind(draft: Path) -> None:
    draft.with_name("ud.docx").write_text("gammel")
    inserted(draft)
    assert sorted(path.name for path in draft.parent.iterdir()) == ["ud.docx", "udkast.docx"]
    assert draft.with_name("ud.docx").read_bytes().startswith(b"PK")


def test_a_draft_that_is_no_word_document_is_refused(tmp_path: Path) -> None:
    text = tmp_path / "udkast.txt"
    text.write_text("Bemærkninger til lovforslaget (opdigtet)\n\n1. Indledning")
    with pytest.raises(ScreenError, match=r"not a Word document.*\.docx"):
        inserted(text)
    with pytest.raises(ScreenError, match="was not found"):
        headings(tmp_path / "borte.docx")


def test_a_protected_draft_is_refused(draft: Path) -> None:
    protection = '<w:documentProtection w:edit="readOnly" w:enforcement="1"/>'
    with pytest.raises(ScreenError, match="protected against editing"):
        inserted(_with_part(draft, "word/settings.xml", _settings(protection)))


def test_a_draft_that_allows_only_tracked_changes_takes_tracked_ones(draft: Path) -> None:
    protection = '<w:documentProtection w:edit="trackedChanges" w:enforcement="1"/>'
    protected = _with_part(draft, "word/settings.xml", _settings(protection))
    inserted(protected)
    with pytest.raises(ScreenError, match="protected against editing"):
        inserted(protected, tracked=False)


def test_a_protection_that_is_switched_off_is_none(draft: Path) -> None:
    protection = '<w:documentProtection w:edit="readOnly" w:enforcement="0"/>'
    inserted(_with_part(draft, "word/settings.xml", _settings(protection)), tracked=False)


def test_a_signed_draft_is_refused(draft: Path) -> None:
    with pytest.raises(ScreenError, match="digital signature"):
        inserted(_with_part(draft, "_xmlsignatures/origin.sigs", ""))
