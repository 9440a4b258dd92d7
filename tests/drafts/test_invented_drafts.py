"""The three invented drafts as Word files: made anew they are the same, and they hold what real drafts hold."""

from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import docx
import pytest
from lxml import etree
from openxml_audit import OpenXmlValidator

from relational_screen.drafts.reading import read_draft
from tests.data.drafts.make import HERE, NAMES, made

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
ON_FIRST_PAGE = 1500
"""Characters; less than what the first page of each holds."""

Members = list[tuple[str, tuple[int, int, int, int, int, int], bytes]]

drafts = pytest.mark.parametrize("name", NAMES)


def _file(name: str) -> Path:
    return HERE / f"{name}.docx"


def _members(content: bytes) -> Members:
    """Return what a package holds; how tightly it is packed is the machine's matter."""
    with ZipFile(BytesIO(content)) as archive:
        return [(member.filename, member.date_time, archive.read(member)) for member in archive.infolist()]


def _document(name: str) -> etree._Element:
    with ZipFile(_file(name)) as archive:
        return etree.fromstring(archive.read("word/document.xml"))


@drafts
def test_a_draft_made_anew_is_the_one_that_lies_here(name: str) -> None:
    assert _members(made(name)) == _members(_file(name).read_bytes())


@drafts
def test_two_runs_give_equal_bytes(name: str) -> None:
    assert made(name) == made(name)


@drafts
def test_each_says_on_its_first_page_and_in_its_properties_that_it_is_invented(name: str) -> None:
    text = "".join(map(str, _document(name).itertext(f"{W}t")))
    properties = docx.Document(str(_file(name))).core_properties
    assert "Opdigtet eksempel – ikke e" in text[:ON_FIRST_PAGE]
    assert properties.subject.startswith("Opdigtet eksempel – ikke e")
    assert properties.comments.startswith("Opdigtet eksempel – ikke e")


@drafts
def test_each_satisfies_the_open_xml_validator_and_is_small(name: str) -> None:
    assert OpenXmlValidator().validate(_file(name)).errors == []
    assert _file(name).stat().st_size < 80_000


@pytest.mark.parametrize(
    ("name", "wanted"),
    [
        (
            "bill-heading-styles",
            "ins del bookmarkStart commentReference footnoteReference fldChar hyperlink sdt txbxContent drawing tbl",
        ),
        ("bill-bold-headings", "tab tbl gridSpan rFonts sz br"),
        ("local-plan", "tab tbl drawing"),
    ],
)
def test_each_holds_what_drafts_of_its_kind_hold(name: str, wanted: str) -> None:
    held = {etree.QName(element).localname for element in _document(name).iter(etree.Element)}
    assert set(wanted.split()) - held == set()


def test_one_bill_has_heading_styles_that_number_themselves() -> None:
    with ZipFile(_file("bill-heading-styles")) as archive:
        styles = etree.fromstring(archive.read("word/styles.xml"))
    numbered = {
        str(style.get(f"{W}styleId")) for style in styles if style.find(f"{W}pPr/{W}numPr/{W}numId") is not None
    }
    assert {"Overskrift1", "Overskrift2", "Overskrift3"} <= numbered


def test_the_other_bill_has_no_styles_and_a_page_across() -> None:
    document = _document("bill-bold-headings")
    assert list(document.iter(f"{W}pStyle")) == []
    assert [size.get(f"{W}orient") for size in document.iter(f"{W}pgSz")] == [None, "landscape", None]


@pytest.mark.parametrize(
    ("name", "label", "start"),
    [
        ("bill-heading-styles", "§ 1, nr. 2, jf. § 6 g, stk. 2", "Stk. 2. Det midlertidige lokale skal ligge"),
        ("bill-bold-headings", "§ 1, nr. 3", "3. I § 137 d, stk. 4, indsættes som 4. pkt.:"),
        ("local-plan", "pkt. 8.2, litra b", "b) borde og siddepladser"),
    ],
)
def test_each_is_read_with_the_labels_a_lawyer_would_cite(name: str, label: str, start: str) -> None:
    passage = read_draft(_file(name)).find(label)
    assert passage is not None
    assert passage.text.startswith(start)
