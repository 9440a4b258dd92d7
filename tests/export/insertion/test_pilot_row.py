"""The pilot row in the summary table."""

from pathlib import Path

import pytest

from relational_screen.export.insertion.model import PilotRow
from tests.export.insertion.word_files import (
    BILL,
    DRAFTS,
    INVENTED,
    LONG,
    SUMMARY,
    accepted,
    canonical,
    inserted,
    root,
    texts,
    whole,
    written,
)

ROW = PilotRow("Flere mødesteder", "Færre naboer")


def _rows(path: Path) -> list[list[str]]:
    """Return the rows of the summary table as they will be."""
    table = next(one for one in accepted(root(path)).iter("{*}tbl") if "Positive" in whole(one))
    return [[whole(cell) for cell in row.iter("{*}tc")] for row in table.iter("{*}tr")]


@pytest.mark.parametrize("tracked", [True, False])
@pytest.mark.parametrize("name", [name for name in DRAFTS if name.startswith("bill")])
def test_the_row_stands_after_the_last_obligatory_one_before_eu_law(name: str, tracked: bool, tmp_path: Path) -> None:
    draft = tmp_path / "udkast.docx"
    draft.write_bytes((INVENTED / f"{name}.docx").read_bytes())
    out, told = inserted(draft, tracked=tracked, pilot_row=ROW)
    rows = _rows(out)
    at = rows.index(["Relationelle konsekvenser", "Flere mødesteder", "Færre naboer"])
    assert "EU-retten" in rows[at + 1][0]
    assert "ilj" in rows[at - 1][0]
    assert told.row == "added"


def test_the_row_looks_as_its_neighbour(tmp_path: Path) -> None:
    draft = tmp_path / "udkast.docx"
    draft.write_bytes((INVENTED / "bill-heading-styles.docx").read_bytes())
    document = accepted(root(inserted(draft, pilot_row=ROW)[0]))
    own = next(row for row in document.iter("{*}tr") if "Flere mødesteder" in whole(row))
    neighbour = own.getprevious()
    assert neighbour is not None
    looks = [[canonical(one) for one in row.iter("{*}tcPr", "{*}pStyle")] for row in (own, neighbour)]
    assert looks[0] == looks[1] != []


def test_no_row_is_put_unless_it_is_asked_for(tmp_path: Path) -> None:
    draft = written(tmp_path / "udkast.docx", *BILL, SUMMARY)
    out, told = inserted(draft, tracked=False)
    assert told.row == "not_asked"
    assert _rows(out) == _rows(draft)


def test_a_draft_without_the_table_is_told(tmp_path: Path) -> None:
    out, told = inserted(written(tmp_path / "udkast.docx", *BILL), pilot_row=ROW)
    assert told.row == "no_table"
    assert "Flere mødesteder" not in texts(root(out))


@pytest.mark.parametrize("rest", ["", ";Økonomiske konsekvenser|Ingen"])
def test_a_table_without_a_row_to_copy_is_told(rest: str, tmp_path: Path) -> None:
    table = "t:|Positive konsekvenser|Negative konsekvenser" + rest
    _, told = inserted(written(tmp_path / "udkast.docx", *BILL, table), pilot_row=ROW)
    assert told.row == "no_row"


def test_varied_labels_are_known_by_what_they_hold(tmp_path: Path) -> None:
    table = (
        "t:Emne|Positive konsekvenser (hvis ja, angiv omfang)|Negative konsekvenser (hvis ja, angiv omfang)"
        ";De økonomiske følger for det offentlige|Ingen|Ingen;Konsekvenser for miljø- og natur|Ingen|Ingen"
        ";Er i strid med EU-retten|Nej|;Overimplementering|Nej|"
    )
    out, _ = inserted(written(tmp_path / "udkast.docx", *BILL, LONG, table), pilot_row=ROW)
    assert [row[0] for row in _rows(out)][2:5] == [
        "Konsekvenser for miljø- og natur",
        "Relationelle konsekvenser",
        "Er i strid med EU-retten",
    ]
