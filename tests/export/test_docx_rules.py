"""Every Word file keeps our own rules beside the format's, and each of these rules notices when it is broken."""

import re
from decimal import Decimal
from pathlib import Path
from tempfile import TemporaryDirectory
from zipfile import ZipFile

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from openxml_audit import OpenXmlValidator

from relational_screen.app.application import Application
from relational_screen.app.examples import start_example
from relational_screen.app.session import Session
from relational_screen.export.docx import write_docx
from relational_screen.screening.document import (
    Bar,
    BarPair,
    Bars,
    Bullets,
    Heading,
    Matrix,
    MatrixRow,
    NoteDocument,
    Paragraph,
    Table,
)
from relational_screen.screening.note.forms import FORMS
from tests.export.docx_rules import broken_rules

DATA = Path(__file__).parents[1] / "data"
ANSWERS = sorted(DATA.glob("2*.toml"))


def _problems(note: NoteDocument, folder: Path) -> list[object]:
    path = folder / "note.docx"
    write_docx(note, path)
    return [*broken_rules(path), *OpenXmlValidator().validate(path).errors]


def _problems_of_all_forms(session: Session, folder: Path) -> dict[tuple[str, str], list[object]]:
    notes = {(form, tag): session.note(form, tag) for form in FORMS for tag in ("da", "en")}
    found = {key: _problems(note, folder) for key, note in notes.items()}
    return {key: problems for key, problems in found.items() if problems}


def test_the_two_whole_notes_keep_the_rules(note: NoteDocument, tmp_path: Path) -> None:
    assert _problems(note, tmp_path) == []


@pytest.mark.parametrize("kind", ["bill", "local_plan"])
def test_every_form_of_the_examples_keeps_the_rules(kind: str, tmp_path: Path) -> None:
    session = start_example(Application(tmp_path / "screenings.sqlite", "tester"), f"example_{kind}")
    assert _problems_of_all_forms(session, tmp_path) == {}


@pytest.mark.parametrize("answers", ANSWERS, ids=lambda path: path.stem[:12])
def test_every_form_of_a_real_screening_keeps_the_rules(answers: Path, shared_drafts: Path, tmp_path: Path) -> None:
    (draft,) = shared_drafts.glob(f"{answers.stem}.*")
    session = Application(tmp_path / "screenings.sqlite", "tester").screen(draft, answers)
    assert _problems_of_all_forms(session, tmp_path) == {}


WORDS = st.text(st.characters(codec="utf-8"), min_size=1, max_size=40)
LONG = st.builds(lambda word, times: word * times, WORDS, st.integers(1, 60))
BAR = st.builds(Bar, st.integers(0, 100).map(Decimal), WORDS)
PAIRS = st.lists(st.builds(BarPair, WORDS, BAR, BAR), min_size=1, max_size=60)
TOLD = WORDS.filter(lambda text: bool(re.search(r"\w", text)))
BLOCKS = st.one_of(
    st.builds(Heading, TOLD, st.just(2)),
    st.builds(Paragraph, LONG.map("a".__add__), st.sampled_from(["body", "lead", "boxed", "small"])),
    st.builds(Bullets, st.lists(LONG.map("a".__add__), max_size=5).map(tuple)),
    st.builds(Bars, WORDS, TOLD, WORDS, WORDS, PAIRS.map(tuple)),
    st.integers(1, 6).flatmap(
        lambda columns: st.builds(
            Table,
            TOLD,
            TOLD,
            st.tuples(*[WORDS] * columns),
            st.lists(st.tuples(*[LONG] * columns), max_size=30).map(tuple),
        )
    ),
    st.integers(1, 8).flatmap(
        lambda columns: st.builds(
            Matrix,
            WORDS,
            TOLD,
            WORDS,
            WORDS,
            st.tuples(*[WORDS] * columns),
            st.lists(
                st.builds(MatrixRow, WORDS, st.tuples(*[st.none() | st.tuples(BAR, BAR)] * columns)),
                min_size=1,
                max_size=6,
            ).map(tuple),
        )
    ),
)


@settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
@given(st.lists(BLOCKS, max_size=6), st.binary(max_size=0) | st.just(b'{"a": 1}'), st.sampled_from(["da", "en"]))
def test_any_note_keeps_the_rules(blocks: list[Heading | Paragraph], record: bytes, language: str) -> None:
    tag = "en" if language == "en" else "da"
    note = NoteDocument("Titel", tag, "Emne", "Fod", (Heading("Notat"), *blocks), record=record)  # type: ignore[arg-type]  # mypy widens the conditional
    with TemporaryDirectory() as folder:
        assert _problems(note, Path(folder)) == []


BREACHES = [
    ("docProps/core.xml", "<dc:title>[^<]*", "<dc:title>", "the file has no title"),
    ("docProps/core.xml", "da-DK", "de-DE", "the file and its text name different languages"),
    ("docProps/core.xml", "<dc:subject>", "<dc:creator>Navn</dc:creator><dc:subject>", "the file names a person"),
    ("word/styles.xml", 'w:val="da-DK"', 'w:val=""', "the text has no language"),
    ("word/document.xml", '"Heading1"', '"Heading2"', "the first heading, and only that, is the note's own"),
    ("word/document.xml", '"Heading2"', '"Heading3"', "a heading 3 stands below a heading 1"),
    ("word/document.xml", '"Lead"', '"Leader"', "the style Leader is not defined"),
    ("word/styles.xml", '<w:numId w:val="1"/>', '<w:numId w:val="7"/>', "the list style has no bullet"),
    ("word/document.xml", "<w:t>Ret til", "<w:t>• Ret til", "a list is typed by hand"),
    ("word/document.xml", "<w:tblHeader/>", "", "a table's first row, and only that, is its head"),
    ("word/document.xml", "<w:cantSplit/>", "", "a table's short row may be split"),
    ("word/document.xml", "<w:tblDescription[^>]*>", "", "a table does not say what it shows"),
    ("word/document.xml", '<w:gridCol w:w="', '<w:gridCol w:w="9', "a table runs off the page"),
    ("word/document.xml", 'descr="[^"]*"', 'descr=""', "a picture has no description"),
    ("word/styles.xml", 'w:color w:val="595959"', 'w:color w:val="8A8A8A"', "letters in 8A8A8A are too pale"),
    ("word/styles.xml", 'w:sz w:val="18"', 'w:sz w:val="17"', "letters of 8.5 points are too small"),
]


@pytest.mark.parametrize(("part", "old", "new", "problem"), BREACHES, ids=[breach[-1] for breach in BREACHES])
def test_each_rule_notices_when_it_is_broken(
    danish: NoteDocument, part: str, old: str, new: str, problem: str, tmp_path: Path
) -> None:
    whole, broken = tmp_path / "whole.docx", tmp_path / "broken.docx"
    write_docx(danish, whole)
    with ZipFile(whole) as source, ZipFile(broken, "w") as target:
        for name in source.namelist():
            data = source.read(name)
            target.writestr(name, re.sub(old, new, data.decode()) if name == part else data)
    assert problem in broken_rules(broken)
