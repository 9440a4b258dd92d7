"""Acts, orders and bills: the labels a lawyer would cite. All texts here are invented."""

from pathlib import Path

import pytest

from tests.drafts.files import draft_of, labels, text_at, words

INVENTED = Path(__file__).parents[1] / "data" / "drafts"

ACT = """Lov om fælles haver

Kapitel 1

Formål

Anvendelse

§ 1. Loven skal fremme fælles haver.

§ 2. Kommunen kan give tilskud til
1) redskaber,
2) jord, herunder
a) muld,
b) grus, og
3) vand.
Stk. 2. Tilskud gives til foreninger.
Stk. 3. Foreninger er
a) haveforeninger, og
b) andre.

§ 24 a. Haver skal være åbne.

§§ 25-26. (Ophævet)

Under Vor Kongelige Hånd og Segl
"""

AMENDING = """Lov om ændring af lov om fælles haver og lov om stier

(Fælles drivhuse)

§ 1

I lov om fælles haver, jf. lovbekendtgørelse nr. 1 af 2. januar 2027, foretages følgende ændringer:

1. I § 2, stk. 1, indsættes som 2. pkt.:

2. pkt. gælder også drivhuse.

2. Efter § 24 indsættes i kapitel 4:

Drivhuse

§ 24 a. Foreningen kan opføre drivhuse, hvis

1) grunden er fælles, og

2) naboerne er hørt.

Stk. 2. Drivhuse skal være åbne.

Genhusning

§ 24 b. Planter har ret til genhusning.

§ 24 b bliver herefter § 24 c.

3. I § 30 indsættes efter stk. 1 som nye stykker:

»Stk. 2. Haver er åbne.

Stk. 3. Porte er ulåste.«

Stk. 2 bliver herefter stk. 4.

§ 2

I lov om stier foretages følgende ændring:

1. § 5 ophæves.

§ 3

Stk. 1. Loven træder i kraft den 1. juli 2027.

Stk. 2. § 1, nr. 2, gælder ikke for kolonihaver.
"""


def test_an_act_is_cited_by_section_subsection_number_and_letter(tmp_path: Path) -> None:
    assert labels(draft_of(tmp_path, ACT)) == [
        "Titel",
        "Kapitel 1",
        "Overskriften før § 1",
        "§ 1",
        "§ 2, stk. 1",
        "§ 2, stk. 1, nr. 1",
        "§ 2, stk. 1, nr. 2",
        "§ 2, stk. 1, nr. 2, litra a",
        "§ 2, stk. 1, nr. 2, litra b",
        "§ 2, stk. 1, nr. 3",
        "§ 2, stk. 2",
        "§ 2, stk. 3",
        "§ 2, stk. 3, litra a",
        "§ 2, stk. 3, litra b",
        "§ 24 a",
        "§§ 25-26",
        "Slutformel",
    ]


def test_an_act_keeps_its_title_and_its_chapters_title(tmp_path: Path) -> None:
    draft = draft_of(tmp_path, ACT)
    assert draft.title == "Lov om fælles haver"
    assert text_at(draft, "Kapitel 1") == "Kapitel 1\nFormål"
    assert text_at(draft, "§ 2, stk. 1") == "§ 2. Kommunen kan give tilskud til"


def test_an_amending_act_is_cited_by_its_own_numbers_and_the_sections_they_insert(tmp_path: Path) -> None:
    assert labels(draft_of(tmp_path, AMENDING)) == [
        "Titel",
        "Indledning, afsnit 1",
        "§ 1",
        "§ 1, nr. 1",
        "§ 1, nr. 2",
        "§ 1, nr. 2, jf. § 24 a, stk. 1",
        "§ 1, nr. 2, jf. § 24 a, stk. 1, nr. 1",
        "§ 1, nr. 2, jf. § 24 a, stk. 1, nr. 2",
        "§ 1, nr. 2, jf. § 24 a, stk. 2",
        "§ 1, nr. 2, jf. § 24 b",
        "§ 1, nr. 2 (fortsat)",
        "§ 1, nr. 3",
        "§ 2",
        "§ 2, nr. 1",
        "§ 3, stk. 1",
        "§ 3, stk. 2",
    ]


def test_what_an_item_inserts_without_a_section_stays_in_the_item(tmp_path: Path) -> None:
    draft = draft_of(tmp_path, AMENDING)
    assert text_at(draft, "§ 1, nr. 1").endswith("2. pkt. gælder også drivhuse.")
    assert text_at(draft, "§ 1, nr. 3").splitlines()[1:] == [
        "»Stk. 2. Haver er åbne.",
        "Stk. 3. Porte er ulåste.«",
        "Stk. 2 bliver herefter stk. 4.",
    ]


def test_a_heading_inside_an_item_stands_with_the_section_it_heads(tmp_path: Path) -> None:
    draft = draft_of(tmp_path, AMENDING)
    assert text_at(draft, "§ 1, nr. 2, jf. § 24 b") == "Genhusning\n§ 24 b. Planter har ret til genhusning."


@pytest.mark.parametrize("text", [ACT, AMENDING])
def test_no_word_of_an_act_is_lost(tmp_path: Path, text: str) -> None:
    assert words(draft_of(tmp_path, text)) == text.split()


def test_an_inserted_section_in_an_act_with_dotted_sections_is_not_the_acts_own(tmp_path: Path) -> None:
    draft = draft_of(
        tmp_path,
        "Lov om porte\n\n§ 40.\n\nI lov om haver foretages følgende ændring:\n\n1. § 21 affattes således:\n\n"
        "§ 21. Haver er åbne.\n\n§ 41. Loven gælder ikke for Grønland.\n",
    )
    assert labels(draft) == ["Titel", "§ 40", "§ 40, nr. 1", "§ 40, nr. 1, jf. § 21", "§ 41"]


def test_a_draft_that_begins_with_a_section_has_no_title_passage(tmp_path: Path) -> None:
    draft = draft_of(tmp_path, "§ 1. Haver er åbne.\n\nDet gælder også om natten.\n")
    assert [(p.label, p.text) for p in draft.passages] == [("§ 1", "§ 1. Haver er åbne.\nDet gælder også om natten.")]


def test_a_roman_number_in_a_letter_opens_nothing(tmp_path: Path) -> None:
    draft = draft_of(tmp_path, "Lov om x\n\n§ 1. Om\n1) haver:\na) roser,\ni) røde,\nb) græs.\n")
    assert text_at(draft, "§ 1, nr. 1, litra a") == "a) roser,\ni) røde,"
    assert draft.find("§ 1, nr. 1, litra b")


def test_a_reference_at_the_start_of_a_wrapped_line_opens_no_section(tmp_path: Path) -> None:
    draft = draft_of(
        tmp_path,
        "Lov om haver\n\n§ 1. Afgørelser om haver træffes af kommunalbestyrelsen efter\n§ 9. Det gælder alle.\n",
    )
    assert labels(draft) == ["Titel", "§ 1"]


def test_remarks_to_a_bill_are_cited_by_what_they_remark_on(tmp_path: Path) -> None:
    draft = draft_of(
        tmp_path,
        "Forslag til\n\nLov om haver\n\n§ 1\n\nHaver er åbne.\n\nBemærkninger til lovforslaget\n\n"
        "Almindelige bemærkninger\n\n1. Indledning\n\nRegeringen ønsker åbne haver.\n\n"
        "Bemærkninger til lovforslagets enkelte bestemmelser\n\nTil § 1\n\nTil nr. 2\n\n"
        "§ 9. Haver er nævnt her.\n\nDet foreslås, at haver er åbne.\n",
    )
    assert labels(draft) == [
        "Indledning, afsnit 1",
        "Titel",
        "§ 1",
        "Bemærkninger til lovforslaget",
        "Almindelige bemærkninger",
        "Bemærkninger, pkt. 1",
        "Bemærkninger, pkt. 1, afsnit 1",
        "Bemærkninger til lovforslagets enkelte bestemmelser",
        "Bemærkninger til § 1",
        "Bemærkninger til § 1, nr. 2",
        "Bemærkninger til § 1, nr. 2, afsnit 1",
        "Bemærkninger til § 1, nr. 2, afsnit 2",
    ]


def test_a_section_that_comes_twice_gets_a_label_of_its_own(tmp_path: Path) -> None:
    draft = draft_of(tmp_path, "Lov om x\n\n§ 1. Først.\n\n§ 1. Igen.\n")
    assert labels(draft) == ["Titel", "§ 1", "§ 1 (2)"]


def test_the_only_subsection_of_a_section_is_not_named(tmp_path: Path) -> None:
    assert labels(draft_of(tmp_path, "Lov om x\n\n§ 1\n\nStk. 1. Haver er åbne.\n")) == ["Titel", "§ 1"]


def test_a_quoted_section_is_never_the_acts_own(tmp_path: Path) -> None:
    draft = draft_of(
        tmp_path,
        "Lov om porte\n\n§ 1. I lov om haver foretages følgende ændring:\n\n1. Efter § 1 indsættes:\n\n"
        "»§ 2. Haver er åbne.«\n\n§ 2. Loven træder i kraft.\n",
    )
    assert labels(draft) == ["Titel", "§ 1", "§ 1, nr. 1", "§ 1, nr. 1, jf. § 2", "§ 2"]


@pytest.mark.parametrize(
    ("instruction", "changes"),
    [
        ("I § 2, stk. 1, ændres »a« til: »b«.", "§ 2, stk. 1"),
        ("§ 3, stk. 2, 2. og 3. pkt., ophæves.", "§ 3, stk. 2, 2. og 3. pkt."),
        ("Fire steder i § 5, stk. 5, der bliver stk. 4, ændres »a« til: »b«.", "§ 5, stk. 5"),
        ("I § 6, stk. 1, og § 7 a udgår »a«.", "§ 6, stk. 1, og § 7 a"),
        ("Overskriften før § 8 udgår.", "overskriften før § 8"),
        ("Efter § 9 indsættes i kapitel 4:", "efter § 9"),
        ("Som bilag 1 indsættes bilag 1 til denne lov.", "bilag 1"),
        ("Kapitel 3 ophæves.", "kapitel 3"),
    ],
)
def test_an_item_tells_which_provision_it_changes(tmp_path: Path, instruction: str, changes: str) -> None:
    draft = draft_of(
        tmp_path,
        f"Lov om x\n\n§ 1\n\nI lov om haver foretages følgende ændring:\n\n1. {instruction}\n\n§ 2\n\nIkraft.\n",
    )
    assert [(p.label, p.changes) for p in draft.passages if p.changes] == [("§ 1, nr. 1", changes)]


def test_a_line_under_a_repeal_is_no_new_text_of_law(tmp_path: Path) -> None:
    draft = draft_of(
        tmp_path,
        "Lov om x\n\n§ 1\n\nI lov om haver foretages følgende ændring:\n\n1. § 3 ophæves.\n\nStk. 2 udgår også.\n",
    )
    assert [(p.label, p.inserted) for p in draft.passages if p.changes] == [("§ 1, nr. 1", "")]


def test_new_text_of_law_is_told_from_instruction(tmp_path: Path) -> None:
    draft = draft_of(tmp_path, AMENDING)
    assert {p.label: (p.changes, p.inserted) for p in draft.passages if p.changes} == {
        "§ 1, nr. 1": ("§ 2, stk. 1", "2. pkt. gælder også drivhuse."),
        "§ 1, nr. 2": ("efter § 24", "Drivhuse"),
        "§ 1, nr. 2, jf. § 24 a, stk. 1": ("§ 24 a, stk. 1", "§ 24 a. Foreningen kan opføre drivhuse, hvis"),
        "§ 1, nr. 2, jf. § 24 a, stk. 1, nr. 1": ("§ 24 a, stk. 1, nr. 1", "1) grunden er fælles, og"),
        "§ 1, nr. 2, jf. § 24 a, stk. 1, nr. 2": ("§ 24 a, stk. 1, nr. 2", "2) naboerne er hørt."),
        "§ 1, nr. 2, jf. § 24 a, stk. 2": ("§ 24 a, stk. 2", "Stk. 2. Drivhuse skal være åbne."),
        "§ 1, nr. 2, jf. § 24 b": ("§ 24 b", "Genhusning\n§ 24 b. Planter har ret til genhusning."),
        "§ 1, nr. 2 (fortsat)": ("efter § 24", ""),
        "§ 1, nr. 3": ("§ 30", "»Stk. 2. Haver er åbne.\nStk. 3. Porte er ulåste.«"),
        "§ 2, nr. 1": ("§ 5", ""),
    }
