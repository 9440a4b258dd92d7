"""Local plans, reports and drafts without sections. All texts here are invented."""

from pathlib import Path

from tests.drafts.files import draft_of, labels, text_at, words

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
