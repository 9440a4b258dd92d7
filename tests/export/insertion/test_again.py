"""A second insertion replaces the first, and loses nothing that somebody wrote."""

from dataclasses import replace
from pathlib import Path
from zipfile import ZipFile

import pytest

from relational_screen.errors import ScreenError
from relational_screen.export.insertion.insert import headings
from relational_screen.export.insertion.model import PilotRow
from relational_screen.screening.document import Heading, Paragraph
from tests.export.insertion.word_files import (
    BILL,
    LONG,
    NOTE,
    OTHER,
    SUMMARY,
    W,
    accepted,
    canonical,
    changed,
    inserted,
    rejected,
    root,
    texts,
    written,
)

ROW = PilotRow("Flere mødesteder", "Færre naboer")
OWN = "Relationelle konsekvenser"


@pytest.fixture
def draft(tmp_path: Path) -> Path:
    return written(tmp_path / "udkast.docx", *BILL[:11], SUMMARY, *BILL[11:])


def _deleted(path: Path) -> list[str]:
    return [node.text or "" for node in root(path).iter("{*}delText")]


@pytest.mark.parametrize("tracked", [True, False])
def test_the_same_note_again_gives_the_same_bytes(draft: Path, tracked: bool) -> None:
    first, _ = inserted(draft, tracked=tracked, pilot_row=ROW)
    second, told = inserted(first, name="igen.docx", tracked=tracked, pilot_row=ROW)
    assert second.read_bytes() == first.read_bytes()
    assert (told.replaced, told.row, told.number) == (True, "replaced", "3")


def test_our_own_pending_changes_simply_go(draft: Path) -> None:
    first, _ = inserted(draft, pilot_row=ROW)
    second, _ = inserted(first, OTHER, name="igen.docx", pilot_row=PilotRow("Ingen", "Ingen"))
    fresh, _ = inserted(draft, OTHER, name="frisk.docx", pilot_row=PilotRow("Ingen", "Ingen"))
    assert second.read_bytes() == fresh.read_bytes()


def test_an_accepted_section_is_deleted_in_sight(draft: Path) -> None:
    first, _ = inserted(draft, tracked=False, pilot_row=ROW)
    second, told = inserted(first, OTHER, name="igen.docx", pilot_row=PilotRow("Ny", "Ny"))
    fresh, _ = inserted(draft, OTHER, name="frisk.docx", tracked=False, pilot_row=PilotRow("Ny", "Ny"))
    assert told.replaced
    assert texts(rejected(root(second))) == texts(root(first))
    assert texts(accepted(root(second))) == texts(root(fresh))
    assert len(list(accepted(root(second)).iter("{*}p"))) == len(list(root(fresh).iter("{*}p")))
    assert {"Forslaget trækker begge veje.", "Lejere", "Flere mødesteder"} <= set(_deleted(second))


def test_the_section_stays_where_it_was_moved_to_and_keeps_its_number(draft: Path) -> None:
    first, _ = inserted(draft, tracked=False, after="1. Indledning")
    moved = changed(first, "flyttet.docx", ">1 a. R", ">7. R")
    second, told = inserted(moved, OTHER, name="igen.docx", tracked=False)
    found = texts(root(second))
    assert found[found.index(f"7. {OWN}") - 1 : found.index(f"7. {OWN}") + 3] == [
        LONG,
        f"7. {OWN}",
        "Et helt andet notat.",
        "2. Lovforslagets hovedpunkter",
    ]
    assert (told.number, told.after) == ("7", "1. Indledning")


def test_with_another_heading_chosen_the_section_moves(draft: Path) -> None:
    first, _ = inserted(draft, tracked=False)
    second, told = inserted(first, OTHER, name="igen.docx", tracked=False, after="1. Indledning")
    fresh, _ = inserted(draft, OTHER, name="frisk.docx", tracked=False, after="1. Indledning")
    assert second.read_bytes() == fresh.read_bytes()
    assert told.replaced


def test_what_was_written_by_hand_is_not_replaced_without_tracking(draft: Path) -> None:
    edited = changed(inserted(draft, tracked=False)[0], "rettet.docx", "Forslaget vil skille", "Forslaget kan skille")
    with pytest.raises(ScreenError, match="changed by hand"):
        inserted(edited, OTHER, name="igen.docx", tracked=False)
    out, _ = inserted(edited, OTHER, name="igen.docx", tracked=False, replace_changed=True)
    assert not [text for text in texts(root(out)) if "kan skille" in text]


@pytest.mark.parametrize("tracked_first", [True, False])
def test_what_was_written_by_hand_stays_in_sight_as_deleted(draft: Path, tracked_first: bool) -> None:
    first, _ = inserted(draft, tracked=tracked_first)
    edited = changed(first, "rettet.docx", "Forslaget vil skille", "Forslaget kan skille")
    out, _ = inserted(edited, OTHER, name="igen.docx")
    assert [text for text in _deleted(out) if text.startswith("Forslaget kan skille")]


def test_a_row_changed_by_hand_is_kept_in_the_same_way(draft: Path) -> None:
    edited = changed(inserted(draft, tracked=False, pilot_row=ROW)[0], "rettet.docx", "Færre naboer", "Mange tab")
    with pytest.raises(ScreenError, match="changed by hand"):
        inserted(edited, name="igen.docx", tracked=False, pilot_row=ROW)
    assert "Mange tab" in _deleted(inserted(edited, name="igen.docx", pilot_row=ROW)[0])


def test_a_row_that_is_not_asked_for_again_stays_and_is_told(draft: Path) -> None:
    first, _ = inserted(draft, tracked=False, pilot_row=ROW)
    second, told = inserted(first, name="igen.docx", tracked=False)
    assert told.row == "kept"
    assert "Flere mødesteder" in texts(root(second))


def test_a_lost_bookmark_is_replaced_by_the_heading_and_counts_as_changed(draft: Path) -> None:
    lost = changed(inserted(draft, tracked=False)[0], "tabt.docx", "RelationelBundlinje_", "Andet_")
    with pytest.raises(ScreenError, match="changed by hand"):
        inserted(lost, OTHER, name="igen.docx", tracked=False)
    out, told = inserted(lost, OTHER, name="igen.docx")
    assert told.replaced
    assert [text for text in texts(root(out)) if text.endswith(OWN)] == [f"3. {OWN}"]
    assert "Forslaget trækker begge veje." in _deleted(out)


def test_a_section_that_was_refused_in_word_is_inserted_anew(draft: Path, tmp_path: Path) -> None:
    first, _ = inserted(draft)
    refused = changed(first, "afvist.docx", "", "")
    with ZipFile(first) as source, ZipFile(refused, "w") as target:
        for member in source.infolist():
            own = member.filename == "word/document.xml"
            target.writestr(member, canonical(rejected(root(first))) if own else source.read(member))
    _, told = inserted(refused, name="igen.docx")
    assert not told.replaced


def test_a_bookmark_whose_end_slid_into_the_next_heading_does_not_take_that_heading_along(draft: Path) -> None:
    first, _ = inserted(draft, tracked=False)
    (end,) = root(first).iter("{*}bookmarkEnd")
    mark = f'<w:bookmarkEnd w:id="{end.get(W + "id")}"/>'
    without = changed(first, "a.docx", mark, "")
    after = BILL[7][2:]
    slid = changed(without, "b.docx", f"<w:r><w:rPr><w:b/></w:rPr><w:t>{after}", f"{mark}<w:r><w:t>{after}")
    second, _ = inserted(slid, OTHER, name="igen.docx", tracked=False)
    assert after in texts(root(second))
    assert "Screening af den 12. marts 2027." not in texts(root(second))


@pytest.mark.parametrize("tracked", [True, False])
def test_a_comment_on_the_old_text_is_kept(draft: Path, tracked: bool) -> None:
    first, _ = inserted(draft, tracked=tracked)
    text = "Forslaget trækker begge veje.</w:t></w:r>"
    ends = '<w:commentRangeStart w:id="900"/><w:commentRangeEnd w:id="900"/>'
    commented = changed(first, "k.docx", text, f'{text}{ends}<w:r><w:commentReference w:id="900"/></w:r>')
    out, _ = inserted(commented, OTHER, name="igen.docx", tracked=tracked)
    signs = [
        one.values() for one in root(out).iter("{*}commentRangeStart", "{*}commentRangeEnd", "{*}commentReference")
    ]
    assert signs == [["900"]] * 3


def test_the_headings_to_choose_from_leave_the_earlier_section_out(draft: Path) -> None:
    first, _ = inserted(draft)
    assert headings(first) == headings(draft)


def test_a_changed_note_gets_no_second_section_in_another_language(draft: Path) -> None:
    english = replace(NOTE, blocks=(Heading("4. Consequences for relations"), Paragraph("Short.")))
    out, told = inserted(inserted(draft, tracked=False)[0], english, name="igen.docx", tracked=False)
    assert told.replaced
    assert not [text for text in texts(root(out)) if OWN in text]
