"""Where the section goes, and which number it gets."""

import re
from pathlib import Path

import pytest
from docx import Document

from relational_screen.errors import ScreenError
from relational_screen.export.insertion.insert import headings
from tests.export.insertion.word_files import BILL, INVENTED, LONG, W, changed, inserted, root, texts, whole, written

OWN = "Relationelle konsekvenser"


def _neighbours(path: Path) -> tuple[str, str, str]:
    """Return the paragraph before the section, its heading, and the paragraph after it."""
    found = texts(root(path))
    at = next(index for index, text in enumerate(found) if text.endswith(OWN))
    end = next(index for index, text in enumerate(found) if text.startswith("Screening af"))
    return found[at - 1], found[at], found[end + 1] if end + 1 < len(found) else ""


def _bill(tmp_path: Path, *lines: str) -> Path:
    return written(tmp_path / "udkast.docx", *lines)


def test_the_section_stands_right_before_the_first_mandatory_assessment(tmp_path: Path) -> None:
    out, told = inserted(_bill(tmp_path, *BILL))
    assert _neighbours(out) == (LONG, f"3. {OWN}", BILL[7][2:])
    assert (told.after, told.number, told.replaced, told.row) == (BILL[4][2:], "3", False, "not_asked")


@pytest.mark.parametrize(
    "wording",
    [
        "Økonomiske konsekvenser og implementeringskonsekvenser for det offentlige",
        "Økonomiske og administrative konsekvenser for det offentlige",
        "De økonomiske konsekvenser for stat, kommuner og regioner",
        "Lovforslagets økonomiske konsekvenser m.v.",
        "Konsekvenser for det offentlige",
        "Økonomiske og administrative konsekvenser for erhvervslivet m.v.",
        "Forholdet til EU-retten",
    ],
)
@pytest.mark.parametrize("look", ["b:", "i:", ""])
def test_the_first_mandatory_assessment_is_known_by_what_it_holds(wording: str, look: str, tmp_path: Path) -> None:
    lines = (*BILL[:7], f"{look}4. {wording}", LONG, *BILL[-3:])
    assert _neighbours(inserted(_bill(tmp_path, *lines))[0])[2] == f"4. {wording}"


@pytest.mark.parametrize("other", ["Ligestillingsmæssige konsekvenser for borgerne", "Regionale konsekvenser"])
def test_the_section_stands_after_other_consequences(other: str, tmp_path: Path) -> None:
    out, told = inserted(_bill(tmp_path, *BILL[:7], f"b:3. {other}", LONG, *BILL[7:]))
    assert told.after == f"3. {other}"
    assert _neighbours(out)[2] == BILL[7][2:]


def test_a_heading_inside_another_point_is_not_the_place(tmp_path: Path) -> None:
    lines = (*BILL[:7], "i:2.2. Økonomiske konsekvenser", LONG, *BILL[7:])
    assert _neighbours(inserted(_bill(tmp_path, *lines))[0])[2] == BILL[7][2:]


@pytest.mark.parametrize("look", ["", "b:"])
def test_a_typed_contents_list_is_not_the_place(look: str, tmp_path: Path) -> None:
    listed = [look + line[2:] for line in BILL[2:10] if line[:2] in ("b:", "i:")]
    lines = (*BILL[:2], "b:Indholdsfortegnelse", *listed, *BILL[2:])
    out, told = inserted(_bill(tmp_path, *lines))
    assert _neighbours(out)[::2] == (LONG, BILL[7][2:])
    assert told.number == "3"
    assert [one.text for one in headings(tmp_path / "udkast.docx")].count(BILL[4][2:]) == 1


def test_a_contents_list_with_page_numbers_is_not_the_place(tmp_path: Path) -> None:
    listed = [line[2:] + "\t7" for line in BILL[2:10] if line[:2] in ("b:", "i:")]
    assert _neighbours(inserted(_bill(tmp_path, *BILL[:2], *listed, *BILL[2:]))[0])[::2] == (LONG, BILL[7][2:])


def test_a_contents_list_without_a_heading_is_not_the_place(tmp_path: Path) -> None:
    listed = [line for line in BILL[2:10] if line[:2] in ("b:", "i:")]
    assert _neighbours(inserted(_bill(tmp_path, *BILL[:2], *listed, *BILL[2:]))[0])[::2] == (LONG, BILL[7][2:])


def test_the_end_of_a_page_stays_before_the_part_that_it_belongs_to(tmp_path: Path) -> None:
    plan = ("b:Redegørelse", "b:Baggrund", LONG, "SIDESKIFT", "b:Bestemmelser", "b:§ 1 Formål")
    draft = changed(_bill(tmp_path, *plan), "brudt.docx", "<w:t>SIDESKIFT</w:t>", '<w:br w:type="page"/>')
    document = root(inserted(draft)[0])
    found = [whole(one) + "|" * len(list(one.iter("{*}br"))) for one in document[0].iterchildren("{*}p")]
    assert found[found.index("|") - 1 : found.index("|") + 2] == [
        "Screening af den 12. marts 2027.",
        "|",
        "Bestemmelser",
    ]


def test_a_bookmark_that_begins_before_the_next_heading_still_does(tmp_path: Path) -> None:
    heading = "<w:p><w:r><w:rPr><w:b/></w:rPr><w:t>4. Ø"
    mark = '<w:bookmarkStart w:id="700" w:name="_Toc700"/>'
    draft = changed(_bill(tmp_path, *BILL), "maerket.docx", heading, mark + heading)
    (start,) = [one for one in root(inserted(draft)[0]).iter("{*}bookmarkStart") if "_Toc700" in one.values()]
    following = start.getnext()
    assert following is not None
    assert whole(following) == BILL[7][2:]


def test_the_special_remarks_and_the_summary_table_are_not_the_place(tmp_path: Path) -> None:
    special = ("b:Bemærkninger til lovforslagets enkelte bestemmelser", "b:5. Økonomiske konsekvenser", LONG)
    with pytest.raises(ScreenError, match=r"no place was found"):
        inserted(_bill(tmp_path, *BILL[:7], "t:Økonomiske konsekvenser|Ingen|Ingen", *special))


@pytest.mark.parametrize(
    ("before", "after", "number"),
    [
        ("2. Hovedpunkter", "4. Økonomiske konsekvenser", "3"),
        ("2. Hovedpunkter", "3. Økonomiske konsekvenser", "2 a"),
        ("2 a. Hovedpunkter", "3. Økonomiske konsekvenser", "2 b"),
        ("2 Hovedpunkter", "4 Økonomiske konsekvenser", "3"),
        ("Hovedpunkter", "Økonomiske konsekvenser", ""),
    ],
)
def test_a_typed_number_is_the_next_free_one_or_has_a_letter(
    before: str, after: str, number: str, tmp_path: Path
) -> None:
    lines = ("b:Almindelige bemærkninger", f"b:{before}", LONG, f"b:{after}", LONG)
    out, told = inserted(_bill(tmp_path, *lines))
    found = texts(root(out))
    dot = "." if "." in before else ""
    assert told.number == number
    assert _neighbours(out)[1] == (f"{number}{dot} {OWN}" if number else OWN)
    assert [text for text in found if text.endswith("Hjem og bolig")] == [
        f"{number}.1{dot} Hjem og bolig" if number else "Hjem og bolig"
    ]


def test_sub_points_look_as_the_drafts_own_and_are_numbered_with_the_section(tmp_path: Path) -> None:
    found = texts(root(inserted(_bill(tmp_path, *BILL))[0]))
    assert [text for text in found if text.startswith("3.")] == [
        f"3. {OWN}",
        "3.1. Hjem og bolig",
        "3.2. Hvem er berørt",
    ]


def test_headings_with_styles_keep_their_style_one_level_down_for_sub_points(tmp_path: Path) -> None:
    lines = [f"h1:{line[2:]}" if line.startswith("b:") else line for line in BILL if not line.startswith("i:")]
    document = root(inserted(_bill(tmp_path, *lines))[0])
    styles = {whole(p): style.values()[0] for p in document.iter("{*}p") for style in p.iter("{*}pStyle")}
    assert styles[f"3. {OWN}"] == "Heading1"
    assert styles["3.1. Hjem og bolig"] == "Heading2"


def test_a_number_that_word_counts_is_told_and_not_typed(tmp_path: Path) -> None:
    draft = tmp_path / "udkast.docx"
    draft.write_bytes((INVENTED / "bill-heading-styles.docx").read_bytes())
    out, told = inserted(draft)
    assert told.number == "5"
    assert _neighbours(out)[1] == OWN


def test_points_under_headings_that_word_counts_are_counted_one_level_down(tmp_path: Path) -> None:
    listed = '<w:p><w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="{}"/></w:numPr></w:pPr>'
    number = Document().styles["List Number"].element.xpath("w:pPr/w:numPr/w:numId/@w:val")[0]
    draft = _bill(tmp_path, *(re.sub(r"^b:\d\. ", "b:", line) for line in BILL if not line.startswith("i:")))
    for title in ("Indledning", "Lovforslagets hoved", "Økonomiske", "Forholdet"):
        run = f"<w:r><w:rPr><w:b/></w:rPr><w:t>{title}"
        draft = changed(draft, f"{title}.docx", f"<w:p>{run}", listed.format(number) + run)
    out, told = inserted(draft)
    levels = {whole(p): [one.get(W + "val") for one in p.iter("{*}ilvl", "{*}numId")] for p in root(out).iter("{*}p")}
    assert told.number == "3"
    assert levels[OWN] == ["0", number]
    assert levels["Hjem og bolig"] == ["1", number]


def test_a_list_is_in_the_look_of_the_drafts_own_lists(tmp_path: Path) -> None:
    draft = _bill(tmp_path, *BILL[:7], "Et punkt på en liste", *BILL[7:])
    item = "<w:p><w:r><w:t>Et punkt"
    styled = item.replace("<w:p>", '<w:p><w:pPr><w:pStyle w:val="ListBullet"/></w:pPr>')
    document = root(inserted(changed(draft, "liste.docx", item, styled))[0])
    styles = {whole(p): [one.get(W + "val") for one in p.iter("{*}pStyle")] for p in document.iter("{*}p")}
    assert styles["Første råd."] == ["ListBullet"]


def test_running_text_looks_as_most_of_it_does(tmp_path: Path) -> None:
    draft = _bill(tmp_path, *BILL[:6], LONG.replace("Det", "Her"), LONG, *BILL[6:])
    first = "<w:p><w:r><w:t>Her foreslås"
    document = root(
        inserted(
            changed(draft, "luft.docx", first, first.replace("<w:p>", '<w:p><w:pPr><w:jc w:val="right"/></w:pPr>'))
        )[0]
    )
    own = next(p for p in document.iter("{*}p") if whole(p) == "Forslaget trækker begge veje.")
    assert own.find("{*}pPr/{*}jc") is None


def test_a_local_plan_gets_it_in_the_report_before_other_planning(tmp_path: Path) -> None:
    plan = (
        "b:Redegørelse",
        "b:Baggrund",
        LONG,
        "b:Forholdet til kommuneplanen",
        LONG,
        "b:Bestemmelser",
        "b:§ 1 Formål",
    )
    out, told = inserted(_bill(tmp_path, *plan))
    assert _neighbours(out) == (LONG, OWN, "Forholdet til kommuneplanen")
    assert told.after == "Baggrund"


def test_a_local_plan_without_such_headings_gets_it_at_the_end_of_the_report(tmp_path: Path) -> None:
    plan = ("b:Redegørelse", "b:Baggrund", LONG, "b:Bestemmelser", "b:§ 1 Formål", LONG)
    assert _neighbours(inserted(_bill(tmp_path, *plan))[0]) == (LONG, OWN, "Bestemmelser")


def test_a_report_after_the_provisions_gets_it_at_the_end_of_the_document(tmp_path: Path) -> None:
    plan = ("b:Bestemmelser", "b:§ 1 Formål", LONG, "b:Redegørelse", "b:Baggrund", LONG)
    assert _neighbours(inserted(_bill(tmp_path, *plan))[0]) == (LONG, OWN, "")


def test_where_no_place_is_found_the_error_says_what_was_looked_for_and_offers_a_choice(tmp_path: Path) -> None:
    draft = _bill(tmp_path, "b:Bekendtgørelse (opdigtet)", "b:Kapitel 1", LONG, "b:Kapitel 2", LONG)
    with pytest.raises(ScreenError, match=r"Økonomiske konsekvenser .*Redegørelse.*Choose the heading"):
        inserted(draft)
    assert [one.text for one in headings(draft)] == ["Bekendtgørelse (opdigtet)", "Kapitel 1", "Kapitel 2"]
    assert not (tmp_path / "ud.docx").exists()


@pytest.mark.parametrize("after", ["Kapitel 1", "kapitel  1", "2"])
def test_a_chosen_heading_is_named_by_its_words_or_its_number_in_the_list(after: str, tmp_path: Path) -> None:
    draft = _bill(tmp_path, "b:Bekendtgørelse (opdigtet)", "b:Kapitel 1", LONG, "b:Kapitel 2", LONG)
    out, told = inserted(draft, after=after)
    assert _neighbours(out) == (LONG, OWN, "Kapitel 2")
    assert told.after == "Kapitel 1"


def test_a_chosen_heading_that_is_missing_or_not_the_only_one_is_refused(tmp_path: Path) -> None:
    draft = _bill(tmp_path, "b:Kapitel 1", LONG, "b:Formål", LONG, "b:Formål", LONG)
    with pytest.raises(ScreenError, match="no heading »Kapitel 9«"):
        inserted(draft, after="Kapitel 9")
    with pytest.raises(ScreenError, match=r"several headings »Formål«.*: 2, 3\."):
        inserted(draft, after="Formål")


def test_empty_paragraphs_for_the_space_are_put_as_the_draft_puts_them(tmp_path: Path) -> None:
    spaced = [text for line in BILL for text in ([line, ""] if line == LONG else [line])]
    document = root(inserted(_bill(tmp_path, *spaced))[0])
    found = ["".join(node.text or "" for node in p.iter("{*}t")) for p in document[0].iterchildren("{*}p")]
    at = next(index for index, text in enumerate(found) if text.endswith(OWN))
    end = found.index("Screening af den 12. marts 2027.")
    assert found[at - 2 : at] == [LONG, ""]
    assert found[end + 1 : end + 3] == ["", BILL[7][2:]]
    assert [found[index - 1] for index in range(at, end) if found[index].startswith("3.1")] == [""]
