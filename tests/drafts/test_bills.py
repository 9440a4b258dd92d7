"""Whole bills with their remarks: the labels a lawyer would cite. All texts here are invented."""

from pathlib import Path

import pytest

from relational_screen.drafts.reading import read_draft
from tests.drafts.files import draft_of, labels, words

INVENTED = Path(__file__).parents[1] / "data" / "drafts"

BILL = """Forslag

til

Lov om haver og om ændring af lov om stier

(Opdigtet)

Indholdsfortegnelse

Kapitel 1. Formål
Kapitel 2. Ændringer

Kapitel 1

Formål

§ 1. Loven skal fremme haver.

Kapitel 2

Ændringer

§ 2. I lov om stier foretages følgende ændringer:

1. Efter § 15 indsættes:

»§ 15 a. Stier er åbne.«

2. § 9 ophæves.

§ 3. Loven træder i kraft.

Bemærkninger til lovforslaget

Indholdsfortegnelse

Almindelige bemærkninger

1. Indledning

2. Hovedpunkter

2.1. Haver

2.1.1. Gældende ret

Bemærkninger til lovforslagets enkelte bestemmelser

Almindelige bemærkninger

1. Indledning

Regeringen ønsker åbne haver.

§ 5 i haveloven er nævnt her.

2. Hovedpunkter

2.1. Haver

2.1.1. Gældende ret

Det foreslås at indføre:

1. Åbne låger

2. Åbne døre

Ingen

Det er uden betydning.

Bemærkninger til lovforslagets enkelte bestemmelser

Til § 1

Haver er åbne.

Til § 2

Til nr. 1 (§ 15 a)

Stier findes.

Til § 15 a

Stier er åbne.

Til nr. 2

Bestemmelsen er overflødig.

Til § 3

Loven træder i kraft.
"""


def test_a_whole_bill_is_cited_by_provisions_and_remarks(tmp_path: Path) -> None:
    draft = draft_of(tmp_path, BILL)
    remarks = "Bemærkninger"
    assert labels(draft) == [
        "Indledning, afsnit 1",
        "Indledning, afsnit 2",
        "Titel",
        "Indledning, afsnit 3",
        "Indholdsfortegnelse",
        "Indholdsfortegnelse, afsnit 1",
        "Indholdsfortegnelse, afsnit 2",
        "Kapitel 1",
        "§ 1",
        "Kapitel 2",
        "§ 2",
        "§ 2, nr. 1",
        "§ 2, nr. 1, jf. § 15 a",
        "§ 2, nr. 2",
        "§ 3",
        "Bemærkninger til lovforslaget",
        "Indholdsfortegnelse (2)",
        *(f"Indholdsfortegnelse, afsnit {n}{' (2)' if n < 3 else ''}" for n in range(1, 7)),
        "Almindelige bemærkninger",
        f"{remarks}, pkt. 1",
        f"{remarks}, pkt. 1, afsnit 1",
        f"{remarks}, pkt. 1, afsnit 2",
        f"{remarks}, pkt. 2",
        f"{remarks}, pkt. 2.1",
        f"{remarks}, pkt. 2.1.1",
        f"{remarks}, pkt. 2.1.1, afsnit 1",
        f"{remarks}, pkt. 2.1.1, nr. 1",
        f"{remarks}, pkt. 2.1.1, nr. 2",
        f"{remarks}, pkt. 2.1.1, afsnit 2",
        f"{remarks}, pkt. 2.1.1, afsnit 3",
        "Bemærkninger til lovforslagets enkelte bestemmelser",
        f"{remarks} til § 1",
        f"{remarks} til § 1, afsnit 1",
        f"{remarks} til § 2",
        f"{remarks} til § 2, nr. 1",
        f"{remarks} til § 2, nr. 1, afsnit 1",
        f"{remarks} til § 2, nr. 1, jf. § 15 a",
        f"{remarks} til § 2, nr. 1, jf. § 15 a, afsnit 1",
        f"{remarks} til § 2, nr. 2",
        f"{remarks} til § 2, nr. 2, afsnit 1",
        f"{remarks} til § 3",
        f"{remarks} til § 3, afsnit 1",
    ]
    assert words(draft) == BILL.split()


def test_a_contents_list_holds_no_passage_that_an_answer_could_rest_on(tmp_path: Path) -> None:
    lines = [p for p in draft_of(tmp_path, BILL).passages if p.label.startswith("Indholdsfortegnelse")]
    assert {p.level for p in lines} == {"heading"}
    assert len(lines) == 10


def test_sections_quoted_from_a_later_act_are_cited_with_that_act(tmp_path: Path) -> None:
    draft = draft_of(
        tmp_path,
        "Bekendtgørelse af lov om haver\n\n§ 1. Haver er åbne.\n\n"
        "Lov nr. 9 af 5. juni 2027 (Åbne porte) indeholder følgende ikrafttrædelsesbestemmelse:\n\n§ 55\n\n"
        "Stk. 1. Loven træder i kraft.\n\nStk. 2-7. (Udelades)\n\nOfficielle noter\n\n1) Vedrører § 1.\n",
    )
    assert labels(draft) == [
        "Titel",
        "§ 1",
        "Lov nr. 9 af 5. juni 2027",
        "§ 55, stk. 1, i lov nr. 9 af 5. juni 2027",
        "§ 55, stk. 2-7, i lov nr. 9 af 5. juni 2027",
        "Officielle noter",
        "Officielle noter, nr. 1",
    ]


def test_the_title_of_a_bill_is_found_between_headings(tmp_path: Path) -> None:
    draft = draft_of(tmp_path, "UDKAST\n\nOpdigtet eksempel\n\nForslag til lov om haver\n\n§ 1\n\nHaver er åbne.\n")
    assert draft.title == "Forslag til lov om haver"
    assert labels(draft) == ["Indledning, afsnit 1", "Indledning, afsnit 2", "Titel", "§ 1"]


@pytest.mark.parametrize(
    ("name", "sections", "items", "inserted", "remarks"),
    [("bill-heading-styles", 4, [4, 3], 3, [4, 3]), ("bill-bold-headings", 3, [4], 0, [3])],
)
def test_the_invented_bills_have_the_items_and_remarks_counted_by_hand(
    name: str, sections: int, items: list[int], inserted: int, remarks: list[int]
) -> None:
    """Counted in the file's XML; in the second bill »Til nr. 3 og 4« is one heading."""
    draft = read_draft(INVENTED / f"{name}.docx")
    heads = {label.split(",")[0] for label in labels(draft) if label.startswith("§")}
    assert len(heads) == sections
    changed = [p.label for p in draft.passages if p.changes and "jf." not in p.label]
    assert changed == [f"§ {s}, nr. {n}" for s, last in enumerate(items, 1) for n in range(1, last + 1)]
    assert len({label.split(", jf. ")[1].split(",")[0] for label in labels(draft) if ", jf. §" in label}) == inserted
    to = [label for label in labels(draft) if label.startswith("Bemærkninger til §") and "afsnit" not in label]
    assert "Bemærkninger, pkt. 1, afsnit 1" in labels(draft)
    assert len([label for label in to if "nr." not in label]) == sections
    assert [sum(f"til § {s}, nr." in label for label in to) for s in range(1, len(items) + 1)] == remarks
