"""The page for politicians fills exactly one page, in PDF and in Word, whatever was answered."""

import shutil
import subprocess
from functools import cache
from itertools import product
from pathlib import Path

import pypdfium2
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pypdfium2 import raw

from relational_screen.app.application import Application
from relational_screen.app.examples import EXAMPLES, FOLDER
from relational_screen.catalogue.model import Language
from relational_screen.export.docx import write_docx
from relational_screen.export.fitting import fitted
from relational_screen.export.pdf import page_count, pdf_bytes
from relational_screen.screening.answers import Answer
from relational_screen.screening.document import NoteDocument, Paragraph
from relational_screen.screening.note.one_page import LEVELS
from relational_screen.screening.screening import Screening
from tests.screening.one_page_cases import (
    MANY_GROUPS,
    all_answered,
    answer,
    content,
    effect,
    everything,
    page,
    screening,
)

SOFFICE = shutil.which("soffice") or shutil.which("libreoffice")
LONG_WORD, LONG_TEXT = "W" * 5000, "En opdigtet sætning, som er lang og har mange ord i sig. " * 90


def fit(found: Screening, language: Language = "da") -> NoteDocument:
    return fitted(lambda level: page(found, language, level), LEVELS, page_count)


@cache
def extremes() -> dict[str, Screening]:
    return {
        "a word of 5,000 letters": screening(everything(LONG_WORD), words=LONG_WORD),
        "very long texts": screening(everything(LONG_TEXT, measure="in_draft"), words=LONG_TEXT),
        "a word of 5,000 letters, signed": screening(everything(LONG_WORD), words=LONG_WORD, lapsed=True),
        "very long texts, signed": screening(everything(LONG_TEXT, measure="in_draft"), words=LONG_TEXT, lapsed=True),
        "long texts that must be addressed": screening(everything(LONG_TEXT), words=LONG_TEXT, kind="plan"),
        "short texts": screening(everything("Kort."), words="Kort"),
        "no texts": screening(everything(""), words=""),
        "no groups": screening(all_answered(content(), answer(effect("raises", LONG_TEXT, groups=())))),
        "all depends": screening(everything(LONG_TEXT, status="depends"), words=LONG_TEXT),
        "all unknown": screening(everything(LONG_TEXT, status="unknown"), words=LONG_TEXT),
        "no effect": screening(everything(LONG_TEXT, status="no_effect"), words=LONG_TEXT),
        "nothing answered": screening({}, words=LONG_TEXT),
        "not relevant": screening({}, gates="no", words=LONG_WORD),
        "not tested": screening({}, gates=None, words=LONG_TEXT, kind="local_plan"),
    }


def pages_in(content: bytes | Path) -> int:
    document = pypdfium2.PdfDocument(content)
    try:
        return len(document)
    finally:
        document.close()


@pytest.mark.parametrize("language", ["da", "en"])
@pytest.mark.parametrize("name", extremes())
def test_the_page_is_one_page(name: str, language: Language) -> None:
    assert pages_in(pdf_bytes(fit(extremes()[name], language))) == 1


@pytest.mark.parametrize("name", extremes())
def test_the_shortest_page_leaves_room_by_construction(name: str) -> None:
    note = page(extremes()[name], level=LEVELS - 1)
    longer = NoteDocument(note.title, "da", "", "", (*note.blocks, *[Paragraph("Luft.", "small")] * 3), pages=1)
    assert page_count(longer) == 1


@settings(max_examples=15, deadline=None)
@given(
    st.dictionaries(st.sampled_from(range(54)), st.tuples(st.text(max_size=600), st.integers(0, 60)), max_size=54),
    st.sampled_from(["raises", "lowers"]),
    st.text(max_size=300),
)
def test_any_screening_is_one_page(given_effects: dict[int, tuple[str, int]], direction: str, words: str) -> None:
    answers: dict[str, Answer] = {}
    for number, (reason, groups) in given_effects.items():
        told = effect("raises" if direction == "raises" else "lowers", reason, MANY_GROUPS[:groups])
        answers[f"a{number // 9}.q{number % 9}"] = answer(told)
    assert pages_in(pdf_bytes(fit(screening(answers, words=words)))) == 1


def test_nothing_on_the_page_is_smaller_than_nine_points() -> None:
    document = pypdfium2.PdfDocument(pdf_bytes(fit(extremes()["short texts"])))
    text = document[0].get_textpage()
    sizes = {round(raw.FPDFText_GetFontSize(text, index), 1) for index in range(text.count_chars())}
    document.close()
    assert min(sizes - {1.0}) >= 9


@pytest.mark.skipif(SOFFICE is None, reason="LibreOffice (soffice) is not installed")
def test_the_page_is_one_page_in_word_too_also_with_a_wider_typeface(tmp_path: Path) -> None:
    app = Application(tmp_path / "screenings.sqlite")
    examples = {name: app.screen(FOLDER / f"{name}.txt", FOLDER / f"{name}.toml").screening for name in EXAMPLES}
    wanted = {**extremes(), **examples}
    languages: tuple[Language, ...] = ("da", "en")
    names = [f"{number}-{language}" for number in range(len(wanted)) for language in languages]
    for name, (found, language) in zip(names, product(wanted.values(), languages), strict=True):
        write_docx(fit(found, language), tmp_path / f"{name}.docx")
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    command = [str(SOFFICE), profile, "--headless", "--convert-to", "pdf", "--outdir", str(tmp_path)]
    files = sorted(path.name for path in tmp_path.glob("*.docx"))
    subprocess.run([*command, *files], cwd=tmp_path, check=True, capture_output=True, timeout=180)
    assert {name: pages_in(tmp_path / f"{name}.pdf") for name in names} == dict.fromkeys(names, 1)


def _filling(pages: int | None) -> NoteDocument:
    return NoteDocument("T", "da", "", "", (), pages=pages)


@pytest.mark.parametrize("wanted", range(10))
def test_the_first_level_that_fits_is_taken(wanted: int) -> None:
    notes = [NoteDocument(str(level), "da", "", "", (), pages=1) for level in range(10)]

    def pages_of(note: NoteDocument) -> int:
        return 1 if int(note.title) >= wanted else 2

    assert fitted(notes.__getitem__, 10, pages_of) is notes[wanted]


def test_the_shortest_is_taken_where_none_fits_and_the_fullest_where_there_is_no_limit() -> None:
    limited, free = [_filling(1) for _ in range(4)], [_filling(None) for _ in range(4)]
    assert fitted(limited.__getitem__, 4, lambda _note: 9) is limited[3]
    assert fitted(free.__getitem__, 4, lambda _note: 9) is free[0]


def test_equal_screenings_give_equal_bytes() -> None:
    first, second = (fit(screening(everything("Opdigtet."))) for _ in range(2))
    assert pdf_bytes(first) == pdf_bytes(second)
