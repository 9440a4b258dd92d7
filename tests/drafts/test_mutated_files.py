"""Laws for files that were damaged: a draft or one clear error, never anything else and never late.

All texts here are invented. RELATIONAL_SCREEN_FUZZ gives the number of examples a format; `make campaign` tries many.
"""

import os
import time
import zipfile
from collections.abc import Callable
from contextlib import suppress
from functools import cache
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TypeAlias

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from relational_screen.drafts.reading import read_draft
from relational_screen.errors import ScreenError
from tests.drafts.files import W, odt_file, pdf_lines, raw_word_file
from tests.drafts.test_acts import ACT
from tests.drafts.test_reading_odt import STYLE, item, listed

EXAMPLES = int(os.environ.get("RELATIONAL_SCREEN_FUZZ", "50"))
SECONDS = 5
LINES = [line for line in ACT.splitlines() if line]
NUMBERING = (
    f"<w:numbering xmlns:w='{W}'><w:abstractNum w:abstractNumId='7'><w:lvl w:ilvl='0'><w:start w:val='1'/><w:numFmt "
    "w:val='decimal'/><w:lvlText w:val='§ %1.'/></w:lvl></w:abstractNum><w:num w:numId='1'><w:abstractNumId w:val='7'/>"
    "</w:num></w:numbering>"
)
NUMBERED = "<w:pPr><w:numPr><w:ilvl w:val='0'/><w:numId w:val='1'/></w:numPr></w:pPr>"
PIECES = (
    b"", b"\0", b"\xff\xfe", b"<", b">", b"&", b"]]>", b"<!--", b"<div>" * 300, b"9" * 5000, b"\xc2\xa7 ", b"Stk. ",
    b"\r\n" * 9, b"obj", b"endstream", b"/Kids", b"PK\x03\x04", b"<table><tr><td>", b"<ol start=-1>", b"</w:p>",
    b"</text:list>",
)  # fmt: skip


def word(path: Path) -> None:
    body = "".join(f"<w:p>{NUMBERED}<w:r><w:t>{line}</w:t></w:r></w:p>" for line in LINES)
    raw_word_file(path, body, numbering=NUMBERING)


def odt(path: Path) -> None:
    odt_file(path, listed(*(item(f"<text:p>{line}</text:p>") for line in LINES)), STYLE)


def html(path: Path) -> None:
    items = "".join(f"<li><p>{line}</p>" for line in LINES)
    path.write_text(f"<!DOCTYPE html><html><meta charset='utf-8'><body><h1>Lov</h1><ol>{items}</ol>", encoding="utf-8")


def pdf(path: Path) -> None:
    pdf_lines(path, [LINES[:10], LINES[10:]])


def text(path: Path) -> None:
    path.write_text(ACT, encoding="utf-8")


@cache
def sound(write: Callable[[Path], None]) -> bytes:
    with TemporaryDirectory() as folder:
        write(Path(folder) / "udkast")
        return (Path(folder) / "udkast").read_bytes()


Change: TypeAlias = tuple[float, int, bytes, bool]
_put = st.one_of(st.sampled_from(PIECES), st.binary(max_size=8))
_changes = st.lists(st.tuples(st.floats(0, 1), st.integers(0, 40), _put, st.booleans()), min_size=1, max_size=4)


def damaged(test: Callable[..., None]) -> Callable[..., None]:
    """Give a test its damages."""
    quiet = [HealthCheck.too_slow, HealthCheck.differing_executors]
    return settings(max_examples=EXAMPLES, deadline=None, suppress_health_check=quiet)(given(changes=_changes)(test))


def mutated(data: bytes, changes: list[Change]) -> bytes:
    """Cut bytes out, put others in, or exchange as many."""
    for place, cut, put, exchanges in changes:
        at = int(place * len(data))
        data = data[:at] + put + data[at + (len(put) if exchanges else cut) :]
    return data


def repacked(data: bytes, part: str, changes: list[Change]) -> bytes:
    """Damage one part inside a zip file whose packing stays sound."""
    with zipfile.ZipFile(BytesIO(data)) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    parts[part] = mutated(parts[part], changes)
    packed = BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return packed.getvalue()


def read_or_refused(data: bytes, suffix: str) -> None:
    with TemporaryDirectory() as folder:
        path = Path(folder) / f"udkast{suffix}"
        path.write_bytes(data)
        start = time.perf_counter()
        with suppress(ScreenError):
            assert read_draft(path).passages
        assert time.perf_counter() - start < SECONDS


@pytest.mark.parametrize(
    ("write", "suffix"), [(word, ".docx"), (odt, ".odt"), (html, ".html"), (pdf, ".pdf"), (text, ".txt")]
)
@damaged
def test_a_damaged_file_gives_a_draft_or_a_clear_error(
    write: Callable[[Path], None], suffix: str, changes: list[Change]
) -> None:
    read_or_refused(mutated(sound(write), changes), suffix)


@pytest.mark.parametrize(
    ("write", "part"),
    [(word, "word/document.xml"), (word, "word/numbering.xml"), (word, "_rels/.rels"), (odt, "content.xml")],
)
@damaged
def test_damaged_xml_in_a_sound_package_gives_a_draft_or_a_clear_error(
    write: Callable[[Path], None], part: str, changes: list[Change]
) -> None:
    read_or_refused(repacked(sound(write), part, changes), ".docx")
