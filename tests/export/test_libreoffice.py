"""The Word file opens in LibreOffice, which is a reader of its own."""

import shutil
import subprocess
from pathlib import Path

import pypdfium2
import pytest

from relational_screen.export.docx import write_docx
from relational_screen.screening.document import Heading, NoteDocument, Table

SOFFICE = shutil.which("soffice") or shutil.which("libreoffice")


@pytest.mark.skipif(SOFFICE is None, reason="LibreOffice (soffice) is not installed")
def test_libreoffice_opens_the_word_file_and_finds_headings_table_and_page_numbers(
    danish: NoteDocument, tmp_path: Path
) -> None:
    write_docx(danish, tmp_path / "note.docx")
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    command = [str(SOFFICE), profile, "--headless", "--convert-to", "pdf", "--outdir", str(tmp_path), "note.docx"]
    subprocess.run(command, cwd=tmp_path, check=True, capture_output=True, timeout=180)
    document = pypdfium2.PdfDocument(tmp_path / "note.pdf")
    text = "".join("".join(page.get_textpage().get_text_range().split()) for page in document)
    pages = len(document)
    document.close()
    headings = [block.text for block in danish.blocks if isinstance(block, Heading)]
    cells = [cell for block in danish.blocks if isinstance(block, Table) for row in block.rows for cell in row]
    assert [wanted for wanted in headings + cells if "".join(wanted.split()) not in text] == []
    assert f"side{pages}af{pages}" in text
