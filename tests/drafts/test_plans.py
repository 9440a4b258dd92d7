"""Local plans, reports and drafts in other languages. All texts here are invented."""

from pathlib import Path

import pytest

from relational_screen.drafts.reading import read_draft
from tests.drafts.files import draft_of, labels, text_at, words

INVENTED = Path(__file__).parents[1] / "data" / "drafts"

LOCAL_PLAN = """Lokalplan 412 for Havnekvarteret

Indhold
Redegørelse 3
§ 1 Formål 5
Bilag 1 Kort 9

Redegørelse

Baggrund

Kommunen ønsker et levende kvarter.

Lokalplanens bestemmelser

§ 1 Formål

1.1 Planen skal sikre
a) fælles gårdrum,
b) stier.

1.2 Området kan ikke udstykkes.

§ 2 Område
Lokalplanen afgrænses som vist på bilag 1.

Bilag 1 Kort

Kortet viser området.
"""

NUMBERED_PLAN = """Lokalplan 7 for Opdigtet By

7. Bebyggelsens omfang

7.1 Der må opføres 120 boliger.

7.2 Der skal anlægges fællesrum.

a) Fællesrum skal ligge i stueetagen.

Rummene er åbne for alle.

8. Ubebyggede arealer

8.1 Arealerne skal være fælles.
"""


def test_a_local_plan_is_cited_by_sections_and_points(tmp_path: Path) -> None:
    assert labels(draft_of(tmp_path, LOCAL_PLAN)) == [
        "Titel",
        "Indhold",
        "Indhold, afsnit 1",
        "Indhold, afsnit 2",
        "Indhold, afsnit 3",
        "Redegørelse",
        "Redegørelse, Baggrund",
        "Redegørelse, Baggrund, afsnit 1",
        "Overskriften før § 1",
        "§ 1",
        "pkt. 1.1",
        "pkt. 1.1, litra a",
        "pkt. 1.1, litra b",
        "pkt. 1.2",
        "§ 2",
        "Bilag 1",
        "Bilag 1, afsnit 1",
    ]
    assert words(draft_of(tmp_path, LOCAL_PLAN)) == LOCAL_PLAN.split()


def test_a_plan_with_numbers_alone_is_cited_by_points(tmp_path: Path) -> None:
    draft = draft_of(tmp_path, NUMBERED_PLAN)
    assert labels(draft) == [
        "Titel",
        "pkt. 7",
        "pkt. 7.1",
        "pkt. 7.2",
        "pkt. 7.2, litra a",
        "pkt. 7.2, afsnit 2",
        "pkt. 8",
        "pkt. 8.1",
    ]
    assert text_at(draft, "pkt. 7.2") == "7.2 Der skal anlægges fællesrum."
    assert words(draft) == NUMBERED_PLAN.split()


def test_running_text_is_cited_by_heading_and_paragraph(tmp_path: Path) -> None:
    draft = draft_of(
        tmp_path,
        "En strategi\n\nDen første tekst.\n\nMål og midler\n\nVi vil mødes mere.\n\nVi vil mødes oftere.\n",
    )
    assert labels(draft) == [
        "Titel",
        "afsnit 1",
        "Mål og midler",
        "Mål og midler, afsnit 1",
        "Mål og midler, afsnit 2",
    ]


def test_a_long_heading_is_shortened_in_labels(tmp_path: Path) -> None:
    heading = "Om de mange forskellige måder hvorpå mennesker kan mødes i byens rum"
    draft = draft_of(tmp_path, f"En plan\n\nDet her er teksten.\n\n{heading}\n\nVi vil mødes.\n")
    label = labels(draft)[-1]
    assert label == "Om de mange forskellige måder hvorpå mennesker kan mødes i…, afsnit 1"
    assert text_at(draft, labels(draft)[-2]) == heading


def test_a_list_of_dashes_stays_with_the_paragraph_before_it(tmp_path: Path) -> None:
    draft = draft_of(tmp_path, "En plan\n\nVi vil sikre:\n\n- bænke\n\n- borde\n")
    assert text_at(draft, "afsnit 1") == "Vi vil sikre:\n- bænke\n- borde"


def test_a_plan_is_cited_as_it_prints_its_numbers(tmp_path: Path) -> None:
    draft = draft_of(
        tmp_path,
        "Lokalplan 7 for Opdigtet By\n\n§ 7 Bebyggelsens omfang\n\n§ 7.1 Der må opføres 120 boliger.\n\n"
        "§ 7.2. Der skal anlægges fællesrum.\n\nStk. 2. Fællesrum er åbne.\n\n§ 8 Ubebyggede arealer\n\n"
        "8.1 Arealerne skal være fælles.\n\n8.1.1. Der skal være bænke.\n",
    )
    assert labels(draft) == ["Titel", "§ 7", "§ 7.1", "§ 7.2, stk. 1", "§ 7.2, stk. 2", "§ 8", "pkt. 8.1", "pkt. 8.1.1"]


def test_a_municipal_plan_is_cited_by_its_headings(tmp_path: Path) -> None:
    draft = draft_of(
        tmp_path,
        "Kommuneplan 2027\n\nIndhold\n\n1 Vision ..... 3\n2 Byer ..... 5\n\n1 Vision\n\nVi vil mødes.\n\n2 Byer\n\n"
        "2.1 Mødesteder\n\nByens rum er fælles. Vi vil:\n\n1. Åbne gårde\n\n2. Åbne haver\n\nDet kan ske nu.\n",
    )
    assert labels(draft)[4:] == [
        "pkt. 1",
        "pkt. 1, afsnit 1",
        "pkt. 2",
        "pkt. 2.1",
        "pkt. 2.1, afsnit 1",
        "pkt. 2.1, nr. 1",
        "pkt. 2.1, nr. 2",
        "pkt. 2.1, afsnit 2",
    ]


def test_a_norwegian_plan_is_cited_in_norwegian(tmp_path: Path) -> None:
    draft = draft_of(
        tmp_path,
        "Reguleringsplan for Oppdiktet brygge\n\nPlanen er laget etter loven og av hensyn til husene.\n\n"
        "§ 4 Felles bestemmelser\n\n§ 4.1 Lekeplasser skal opparbeides av utbygger.\n\n§ 4-2 Uteoppholdsareal\n\n"
        "Det skal avsettes areal til:\n\na) lek\n\nb) opphold\n\n"
        "Vedlegg 1\n\n3.1 Gangveien skal være åpen.\n\nDen er grønn.\n",
    )
    assert labels(draft) == [
        "Tittel",
        "Innledning, avsnitt 1",
        "§ 4",
        "§ 4.1",
        "§ 4-2",
        "§ 4-2, bokstav a",
        "§ 4-2, bokstav b",
        "Vedlegg 1",
        "Vedlegg 1, punkt 3.1",
        "Vedlegg 1, punkt 3.1, avsnitt 2",
    ]


ORDER = """The Invented Gardens Order 2027

Made under the powers of the Act and laid before nobody.

PART 1

General

1.—(1) This Order may be cited as the Invented Gardens Order 2027.

(2) It comes into force on 1st May 2027.

Opening of gardens

2. Gardens are to be open to—

(a) neighbours;

(b) visitors, and

(i) their guests.

Children come first.

SCHEDULE 1 Gardens

1. The garden by the sea.

It is the oldest of them.

EXPLANATORY NOTE

This Order opens gardens.
"""


def test_an_english_order_is_cited_by_articles(tmp_path: Path) -> None:
    draft = draft_of(tmp_path, ORDER)
    assert labels(draft) == [
        "Title",
        "Preamble, paragraph 1",
        "PART 1",
        "Heading before article 1",
        "article 1(1)",
        "article 1(2)",
        "Heading before article 2",
        "article 2",
        "article 2(a)",
        "article 2(b)",
        "SCHEDULE 1",
        "SCHEDULE 1, para 1",
        "SCHEDULE 1, paragraph 1",
        "EXPLANATORY NOTE",
        "EXPLANATORY NOTE, paragraph 1",
    ]
    assert text_at(draft, "article 2(b)") == "(b) visitors, and\n(i) their guests.\nChildren come first."
    assert words(draft) == ORDER.split()


@pytest.mark.parametrize(
    ("title", "first", "label"),
    [
        ("The Gardens Regulations 2027", "1 1 These Regulations open gardens.", "regulation 1(1)"),
        ("The Gardens Rules 2027", "1. These Rules open gardens.", "rule 1"),
        ("The Gardens Bill", "1 Gardens are to be open.", "clause 1"),
        ("The Gardens Act 2027", "1. (1) Gardens are to be open.", "section 1(1)"),
    ],
)
def test_an_english_provision_is_named_after_its_instrument(tmp_path: Path, title: str, first: str, label: str) -> None:
    assert labels(draft_of(tmp_path, f"{title}\n\nOpening of the gardens\n\n{first}\n"))[-1] == label


def test_an_english_strategy_is_cited_by_its_headings(tmp_path: Path) -> None:
    draft = draft_of(tmp_path, "A strategy of the town\n\nThe first text.\n\nAims\n\nWe want to meet by the sea.\n")
    assert labels(draft) == ["Title", "paragraph 1", "Aims", "Aims, paragraph 1"]


def test_the_invented_local_plan_has_the_provisions_counted_by_hand() -> None:
    """Counted in the file's XML: 14 §§, and points 1.1, 2.1-2.3, 3.1-3.4 … 14.1-14.4."""
    found = labels(read_draft(INVENTED / "local-plan.docx"))
    assert [label for label in found if label.startswith("§")] == [f"§ {n}" for n in range(1, 15)]
    points = [label for label in found if label.startswith("pkt.") and "," not in label]
    last = {1: 1, 2: 3, 3: 4, 4: 1, 5: 4, 6: 5, 7: 2, 8: 4, 9: 3, 10: 1, 11: 2, 12: 2, 13: 2, 14: 4}
    assert points == [f"pkt. {section}.{n}" for section in last for n in range(1, last[section] + 1)]


def test_what_follows_the_last_provision_of_a_plan_is_no_part_of_it() -> None:
    draft = read_draft(INVENTED / "local-plan.docx")
    assert "Vedtagelsespåtegning" in labels(draft)
    assert "\n" not in text_at(draft, "pkt. 14.4")
