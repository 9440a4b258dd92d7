"""An insertion changes nothing else in the draft, and can be refused in whole."""

from dataclasses import replace
from decimal import Decimal
from pathlib import Path
from zipfile import ZipFile

import pytest
from lxml import etree
from openxml_audit import OpenXmlValidator

from relational_screen.export.insertion.model import PilotRow
from relational_screen.screening.document import Bar, BarPair, Bars, Matrix, MatrixRow, Paragraph
from tests.export.insertion.word_files import (
    BILL,
    DRAFTS,
    INVENTED,
    NOTE,
    W,
    accepted,
    canonical,
    inserted,
    rejected,
    root,
    texts,
    whole,
    written,
)

ROW = PilotRow("Flere mødesteder", "Færre naboer")


@pytest.fixture(params=DRAFTS)
def draft(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    """Each of the three invented drafts."""
    copy = tmp_path / "udkast.docx"
    copy.write_bytes((INVENTED / f"{request.param}.docx").read_bytes())
    return copy


@pytest.mark.parametrize("tracked", [True, False])
def test_every_other_part_is_the_same_byte_for_byte_and_in_the_same_order(draft: Path, tracked: bool) -> None:
    out, _ = inserted(draft, tracked=tracked, pilot_row=ROW)
    with ZipFile(draft) as before, ZipFile(out) as after:
        assert after.namelist() == before.namelist()
        kinds = [[member.compress_type for member in archive.infolist()] for archive in (before, after)]
        assert kinds[0] == kinds[1]
        other = [name for name in before.namelist() if before.read(name) != after.read(name)]
    assert other == ["word/document.xml"]


def test_refusing_all_of_our_changes_gives_back_the_draft_exactly(draft: Path) -> None:
    out, _ = inserted(draft, pilot_row=ROW)
    assert texts(root(out)) != texts(root(draft))
    assert canonical(rejected(root(out))) == canonical(root(draft))


def test_every_other_paragraph_and_table_is_the_same_without_tracking_too(draft: Path) -> None:
    out, _ = inserted(draft, tracked=False)
    before, after = ([canonical(block) for block in root(path)[0]] for path in (draft, out))
    rest = iter(after)
    assert all(any(block == one for one in rest) for block in before)
    assert not [one for one in root(out).iter("{*}ins", "{*}del") if "Relationel" in one.get("{*}author", "")]


def test_accepting_all_gives_the_text_of_an_insertion_without_tracking(draft: Path) -> None:
    tracked, _ = inserted(draft, pilot_row=ROW)
    plain, _ = inserted(draft, name="uden.docx", tracked=False, pilot_row=ROW)
    assert texts(accepted(root(tracked))) == texts(root(plain))


def test_the_whole_note_stands_in_the_draft(draft: Path) -> None:
    found = texts(root(inserted(draft)[0]))
    wanted = [
        "Forslaget trækker begge veje.",
        "Forslaget vil skille naboer, jf. § 1, nr. 2.",
        "Berørte",
        "Lejere",
        "120",
    ]
    wanted += ["Screening af den 12. marts 2027."]
    assert [text for text in wanted if text not in found] == []
    assert [text for text in found if text.endswith(("Første råd.", "Andet råd."))]
    assert sum(text.endswith("Relationelle konsekvenser") for text in found) == 1


@pytest.mark.parametrize("tracked", [True, False])
def test_the_result_satisfies_the_open_xml_validator(draft: Path, tracked: bool) -> None:
    out, _ = inserted(draft, tracked=tracked, pilot_row=ROW)
    assert OpenXmlValidator().validate(out).errors == []


def test_equal_input_gives_equal_bytes_and_the_draft_stays(draft: Path) -> None:
    before = draft.read_bytes()
    first, _ = inserted(draft, pilot_row=ROW)
    second, _ = inserted(draft, name="anden.docx", pilot_row=ROW)
    assert first.read_bytes() == second.read_bytes()
    assert draft.read_bytes() == before


def test_a_change_names_the_program_the_official_and_the_time(draft: Path) -> None:
    out, _ = inserted(draft)
    marks = [mark for mark in root(out).iter("{*}ins") if str(mark.values()).count("Relationel bundlinje")]
    assert {tuple(mark.values()[1:]) for mark in marks} == {
        ("Relationel bundlinje (Fuldmægtig)", "2027-03-12T09:30:00Z")
    }
    assert len({mark.values()[0] for mark in marks}) == len(marks)


def test_headings_points_and_text_look_as_their_neighbours_do(tmp_path: Path) -> None:
    draft = tmp_path / "udkast.docx"
    draft.write_bytes((INVENTED / "bill-bold-headings.docx").read_bytes())
    looks = {}
    for paragraph in root(inserted(draft)[0]).iter("{*}p"):
        parts = [_kept(part) for part in (paragraph.find("{*}pPr"), paragraph.find(".//{*}r/{*}rPr"))]
        looks[whole(paragraph)[:20]] = parts
    assert looks["3 a. Relationelle ko"] == looks["3. Ligestillingsmæss"]
    assert looks["3 a.1. Hjem og bolig"] == looks["2.1. Besøg og inddra"]
    assert looks["Forslaget trækker be"] == looks["Lovforslaget skønnes"]


def _kept(properties: etree._Element | None) -> list[bytes]:
    """Return what a paragraph or its text looks like, without the marks of tracked changes."""
    found = [] if properties is None else [part for part in properties.iterchildren("{*}*") if len(part) == 0]
    return [canonical(part) for part in found]


def test_a_table_has_a_bold_head_that_is_repeated(draft: Path) -> None:
    tables = accepted(root(inserted(draft)[0])).iter("{*}tbl")
    table = next(one for one in tables if whole(one).startswith("Gruppe"))
    head, *rows = table.iter("{*}tr")
    assert head.find(".//{*}tblHeader") is not None
    assert [[run.find("{*}rPr/{*}b") is not None for run in row.iter("{*}r")] for row in (head, *rows)] == [
        [True, True],
        [False, False],
        [False, False],
    ]


def test_a_draft_without_tables_gets_one_with_lines_of_its_own(tmp_path: Path) -> None:
    (table,) = root(inserted(written(tmp_path / "udkast.docx", *BILL))[0]).iter("{*}tbl")
    lines = table.findall("{*}tblPr/{*}tblBorders/*")
    assert [line.get(W + "val") for line in lines] == ["single"] * 6


def test_pictures_become_tables_of_their_words(draft: Path) -> None:
    low, high = Bar(Decimal(8), "lidt (8)"), Bar(Decimal(62), "tydeligt (62)")
    bars = Bars("Pr. livsarena", "d", "Øger", "Mindsker", (BarPair("Bolig", high, low),))
    matrix = Matrix(
        "Pr. virkemåde", "d", "Øger", "Mindsker", ("Steder", "Tid"), (MatrixRow("Bolig", ((high, low), None)),)
    )
    out, _ = inserted(draft, replace(NOTE, blocks=(*NOTE.blocks, bars, matrix)))
    found = texts(root(out))
    assert found[found.index("Pr. livsarena") :][:6] == [
        "Pr. livsarena",
        "Øger",
        "Mindsker",
        "Bolig",
        high.word,
        low.word,
    ]
    assert found[found.index("Pr. virkemåde") :][:3] == ["Pr. virkemåde", "Steder", "Tid"]
    assert found[found.index("Tid") + 1 :][:3] == ["Bolig", "Øger: tydeligt (62)Mindsker: lidt (8)", "–"]
    assert OpenXmlValidator().validate(out).errors == []


def test_a_note_with_markup_in_its_texts_is_text(draft: Path) -> None:
    strange = "<b>&\"'</w:t>\x00\x1b"
    out, _ = inserted(draft, replace(NOTE, blocks=(*NOTE.blocks, Paragraph(strange))), pilot_row=PilotRow(strange, "x"))
    assert texts(root(out)).count("<b>&\"'</w:t>") >= 1
