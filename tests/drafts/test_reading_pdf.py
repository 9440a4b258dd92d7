"""PDF files: pages, broken words, and what is refused. All texts here are invented."""

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from relational_screen.drafts.reading import read_draft
from tests.drafts.files import labels, pdf_file, pdf_lines, text_at, words
from tests.drafts.test_acts import ACT, AMENDING
from tests.drafts.test_reading_text import refused


@pytest.mark.parametrize("text", [ACT, AMENDING])
def test_a_pdf_gives_the_same_passages_as_its_text(tmp_path: Path, text: str) -> None:
    (tmp_path / "a.txt").write_text(text, encoding="utf-8")
    pdf = read_draft(pdf_file(tmp_path / "a.pdf", list(filter(None, text.splitlines()))))
    assert pdf.format == "pdf"
    assert words(pdf) == text.split()
    assert labels(pdf) == labels(read_draft(tmp_path / "a.txt"))


def test_pages_are_recorded_and_page_numbers_dropped(tmp_path: Path) -> None:
    draft = read_draft(
        pdf_file(tmp_path / "a.pdf", ["Lov om haver", *(f"§ {n}. Haver er åbne." for n in range(1, 61))])
    )
    assert [passage.page for passage in draft.passages][::30] == [1, 1, 2]
    assert not any("Side" in passage.text for passage in draft.passages)


def test_a_word_that_a_lines_end_broke_is_whole_again(tmp_path: Path) -> None:
    draft = read_draft(
        pdf_lines(
            tmp_path / "a.pdf",
            [["Lov om haver", "§ 1. Kommunal-", "bestyrelsen sikrer læge-", "og pleje i EU-", "Parlamentets haver."]],
        )
    )
    assert text_at(draft, "§ 1") == "§ 1. Kommunalbestyrelsen sikrer læge- og pleje i EU-Parlamentets haver."


@pytest.mark.parametrize("foot", [[], ["1"], ["Side 1 af 2"]])
def test_a_word_that_a_pages_end_broke_is_whole_again(tmp_path: Path, foot: list[str]) -> None:
    start = "§ 1. Kommunen skal sikre, at alle kan mødes i et fælles hus, som kommunal-"
    draft = read_draft(
        pdf_lines(tmp_path / "a.pdf", [["Lov om haver", start, *foot], ["bestyrelsen åbner.", "Stk. 2. Altid.", *foot]])
    )
    assert text_at(draft, "§ 1, stk. 1") == start[:-1] + "bestyrelsen åbner."
    assert text_at(draft, "§ 1, stk. 2") == "Stk. 2. Altid."


def test_a_mark_is_no_part_of_a_word_that_a_lines_end_broke(tmp_path: Path) -> None:
    draft = read_draft(pdf_lines(tmp_path / "a.pdf", [["Lov om haver", "§ 1. Haver er i by-", "a) roser", "b) stier"]]))
    assert text_at(draft, "§ 1") == "§ 1. Haver er i by-"
    assert text_at(draft, "§ 1, litra a") == "a) roser"


def test_a_sentence_goes_on_over_a_page_break_and_a_running_head_is_kept_once(tmp_path: Path) -> None:
    head, start = "Udkast til høring", "§ 1. Kommunen skal sikre, at alle kan mødes i et fælles hus, som"
    draft = read_draft(pdf_lines(tmp_path / "a.pdf", [[head, "Lov om haver", start, "1"], [head, "er åbent.", "2"]]))
    assert text_at(draft, "§ 1") == f"{start} er åbent."
    assert words(draft).count("høring") == 1


def test_a_running_foot_that_names_the_page_is_kept_once_wherever_it_stands(tmp_path: Path) -> None:
    start = "§ 1. Kommunen skal sikre, at alle kan mødes i et fælles hus, som"
    pages = [
        ["Lov om haver", "Udkast Side 1 af 2", start, "Sidetal"],
        ["er åbent hver dag", "Udkast Side 2 af 2", "hele året."],
    ]
    draft = read_draft(pdf_lines(tmp_path / "a.pdf", pages))
    assert words(draft).count("Udkast") == 1
    assert "er åbent hver dag hele året." in text_at(draft, "§ 1")


def test_a_pdf_with_a_password_is_refused(tmp_path: Path) -> None:
    assert "protected with a password" in refused(pdf_lines(tmp_path / "a.pdf", [["Lov"]], password="hemmelig"))


def test_a_pdf_of_pictures_is_refused(tmp_path: Path) -> None:
    assert "only pictures" in refused(pdf_lines(tmp_path / "a.pdf", [[], ["1"], []]))


@pytest.mark.parametrize("data", [b"%PDF-1.4 i stykker", b"%PDF-1.7\n" + bytes(500)])
def test_a_broken_pdf_is_refused(tmp_path: Path, data: bytes) -> None:
    path = tmp_path / "a.pdf"
    path.write_bytes(data)
    assert "is damaged" in refused(path)


def test_a_pdf_with_far_too_many_pages_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("relational_screen.drafts.pdf.MAX_PAGES", 2)
    assert "is damaged" in refused(pdf_lines(tmp_path / "a.pdf", [["Lov om haver og stier i byen"]] * 3))


def test_pdfs_can_be_read_from_several_threads(tmp_path: Path) -> None:
    paths = [pdf_lines(tmp_path / f"{n}.pdf", [[f"Lov om {n} haver", "§ 1. Haver er åbne."]] * 5) for n in range(8)]
    with ThreadPoolExecutor(4) as pool:
        assert [draft.title for draft in pool.map(read_draft, paths)] == [f"Lov om {n} haver" for n in range(8)]
