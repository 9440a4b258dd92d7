"""LibreOffice, a reader of its own, opens the result and shows the section where it belongs."""

import shutil
import subprocess
from pathlib import Path

import pypdfium2
import pytest

from relational_screen.export.insertion.model import PilotRow
from tests.export.insertion.word_files import DRAFTS, INVENTED, inserted

SOFFICE = shutil.which("soffice") or shutil.which("libreoffice")
ROW = PilotRow("Flere mødesteder", "Færre naboer")
NEXT = {"bill-heading-styles": "Økonomiske", "bill-bold-headings": "4. Økonomiske", "local-plan": "Forholdet til anden"}
NUMBERS = {"bill-heading-styles": "5.", "bill-bold-headings": "3 a.", "local-plan": ""}


@pytest.mark.skipif(SOFFICE is None, reason="LibreOffice (soffice) is not installed")
def test_libreoffice_shows_the_section_with_its_number_before_the_next_point(tmp_path: Path) -> None:
    for name in DRAFTS:
        (tmp_path / f"{name}.docx").write_bytes((INVENTED / f"{name}.docx").read_bytes())
        inserted(tmp_path / f"{name}.docx", name=f"{name}-ud.docx", pilot_row=ROW)
    files = [f"{name}-ud.docx" for name in DRAFTS]
    _converted(tmp_path, "pdf", *files)
    for name in DRAFTS:
        document = pypdfium2.PdfDocument(tmp_path / f"{name}-ud.pdf")
        text = "".join("".join(page.get_textpage().get_text_range().split()) for page in document)
        document.close()
        wanted = [f"{NUMBERS[name]}Relationelle konsekvenser", "Forslaget trækker", "Screening af", NEXT[name]]
        start = text.find("".join(wanted[0].split()) + "Forslagettrækker")
        places = [text.find("".join(one.split()), start) for one in wanted]
        assert start >= 0
        assert -1 not in places
        assert places == sorted(places)


@pytest.mark.skipif(SOFFICE is None, reason="LibreOffice (soffice) is not installed")
def test_a_section_that_was_saved_in_libreoffice_is_known_again_as_unchanged(tmp_path: Path) -> None:
    draft = tmp_path / "udkast.docx"
    draft.write_bytes((INVENTED / "bill-bold-headings.docx").read_bytes())
    out, _ = inserted(draft, tracked=False, pilot_row=ROW)
    (tmp_path / "gemt").mkdir()
    _converted(tmp_path / "gemt", "docx", str(out))
    _, told = inserted(tmp_path / "gemt" / "ud.docx", name="igen.docx", tracked=False, pilot_row=ROW)
    assert (told.replaced, told.row, told.number) == (True, "replaced", "3 a")


def _converted(folder: Path, kind: str, *files: str) -> None:
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    command = [str(SOFFICE), profile, "--headless", "--convert-to", kind, "--outdir", str(folder), *files]
    subprocess.run(command, cwd=folder, check=True, capture_output=True, timeout=300)
