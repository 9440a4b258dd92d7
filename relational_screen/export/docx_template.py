"""The empty Word document every note starts from, and how a finished one is packed.

The parts lie as readable XML in `docx_parts/`; python-docx's own template carries legacy parts that validators flag.
"""

from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING
from zipfile import ZIP_STORED, ZipFile, ZipInfo

import docx

if TYPE_CHECKING:
    from docx.document import Document

PARTS = Path(__file__).parent / "docx_parts"


def empty_document() -> "Document":
    """Return a document with the note's styles, list, footer style and A4 page, and no text."""
    package = BytesIO()
    names = sorted(path.relative_to(PARTS).as_posix() for path in PARTS.rglob("*") if path.is_file())
    with ZipFile(package, "w") as archive:
        for name in names:
            archive.writestr(name, (PARTS / name).read_bytes())
    package.seek(0)
    return docx.Document(package)


def packed(document: "Document") -> bytes:
    """Return the document as a .docx whose members carry a fixed time, so that equal notes give equal bytes.

    They are not compressed: what zlib makes of equal bytes differs from one version of it to another.
    """
    saved, result = BytesIO(), BytesIO()
    document.save(saved)
    with ZipFile(saved) as source, ZipFile(result, "w") as target:
        for name in source.namelist():
            member = ZipInfo(name)
            member.compress_type = ZIP_STORED
            member.create_system = 0
            target.writestr(member, source.read(name))
    return result.getvalue()
