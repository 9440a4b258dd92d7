"""OpenDocument texts: what is read, in what order, and what is refused. All texts here are invented."""

import zipfile
from pathlib import Path

import pytest

from relational_screen.drafts.draft import Draft
from relational_screen.drafts.reading import read_draft
from tests.drafts.files import labels, odt_file, words
from tests.drafts.test_reading_text import refused

LEVELS = (
    "<text:list-level-style-number text:level='1' style:num-prefix='§ ' style:num-format='1' style:num-suffix='.'/>"
    "<text:list-level-style-number text:level='2' style:num-format='a' style:num-suffix=')'/>"
    "<text:list-level-style-number text:level='3' style:num-format='1' text:display-levels='3' style:num-suffix='.'/>"
    "<text:list-level-style-bullet text:level='4' text:bullet-char='•'/>"
)
STYLE = f"<text:list-style style:name='L1'>{LEVELS}</text:list-style>"


def p(text: str) -> str:
    return f"<text:p>{text}</text:p>"


def item(*parts: str, more: str = "") -> str:
    return f"<text:list-item {more}>{''.join(parts)}</text:list-item>"


def listed(*items: str, more: str = "text:style-name='L1'") -> str:
    return f"<text:list {more}>{''.join(items)}</text:list>"


def texts(draft: Draft) -> list[str]:
    return [line for passage in draft.passages for line in passage.text.split("\n")]


def test_an_opendocument_text_is_read_like_a_text(tmp_path: Path) -> None:
    lines = ["Lov om haver", "§ 1", "Haver er åbne.", "Stk. 2. Også om natten."]
    draft = read_draft(odt_file(tmp_path / "a.odt", "".join(map(p, lines))))
    assert draft.format == "odt"
    assert labels(draft) == ["Titel", "§ 1, stk. 1", "§ 1, stk. 2"]


def test_spaces_tabs_and_line_breaks_of_the_file_are_kept_apart(tmp_path: Path) -> None:
    body = p("Lov<text:tab/>om<text:s text:c='3'/>haver") + p(
        "§ 1. Haver, jf.\n§ 4. De er <text:span>åb</text:span>ne.<text:line-break/>Stk. 2. Altid."
    )
    draft = read_draft(odt_file(tmp_path / "a.odt", body))
    assert texts(draft) == ["Lov om haver", "§ 1. Haver, jf. § 4. De er åbne.", "Stk. 2. Altid."]


def test_headings_come_from_the_file(tmp_path: Path) -> None:
    style = "<style:style style:name='P1' style:family='paragraph' style:parent-style-name='Title'/>"
    body = (
        f"{p('Udkast af 2. maj 2027')}<text:p text:style-name='P1'>Strategi for byens haver:</text:p>"
        f"<text:h text:outline-level='1'>Mål.</text:h>{p('Kort linje uden punktum')}{p('Vi vil mødes.')}"
    )
    draft = read_draft(odt_file(tmp_path / "a.odt", body, style))
    assert draft.title == "Strategi for byens haver"
    assert labels(draft) == ["afsnit 1", "Titel", "Mål", "Mål, afsnit 1", "Mål, afsnit 2"]


def test_numbers_that_the_office_counts_itself_are_read(tmp_path: Path) -> None:
    inner = listed(
        item(p("roser")), item(p("græs"), p("med klee"), listed(item(p("grus")), item(p("sand"))), p("")), more=""
    )
    bullets = listed(item(listed(item(listed(item(p("punkt")), more="")), more="")), more="")
    body = p("Lov om haver") + listed(
        item(p("Om"), inner), item(p("Om stier:"), listed(item(p("fliser"), bullets), more=""))
    )
    assert texts(read_draft(odt_file(tmp_path / "a.odt", body, STYLE))) == [
        "Lov om haver", "§ 1. Om", "a) roser", "b) græs", "med klee", "1.b.1. grus", "1.b.2. sand", "§ 2. Om stier:",
        "a) fliser", "punkt",
    ]  # fmt: skip


def test_a_list_that_goes_on_after_other_text_counts_on(tmp_path: Path) -> None:
    one = "xml:id='one' text:style-name='L1'"
    again = "text:style-name='L1' text:continue-numbering='true'"
    within = item(listed(item(p("c")), more="text:continue-numbering='true'"))
    body = (
        listed(item(p("Om"), listed(item(p("a")), item(p("b")), more="")), more=one)
        + p("mellem")
        + listed(within, item(p("Om")), more=again)
        + listed(item(p("ny")), item(p("spring"), more="text:start-value='7'"))
        + listed(item(p("Om igen")), more="text:continue-list='one' text:style-name='L1'")
    )
    assert texts(read_draft(odt_file(tmp_path / "a.odt", p("Lov om haver") + body, STYLE)))[1:] == [
        "§ 1. Om", "a) a", "b) b", "mellem", "c) c", "§ 2. Om", "§ 1. ny", "§ 7. spring", "§ 3. Om igen",
    ]  # fmt: skip


def test_a_pattern_that_libreoffice_writes_goes_before_prefix_and_suffix(tmp_path: Path) -> None:
    loext = "xmlns:loext='urn:org:documentfoundation:names:experimental:office:xmlns:loext:1.0'"
    level = (
        f"<text:list-level-style-number {loext} text:level='1' style:num-format='I' loext:num-list-format='Del %1%:'/>"
    )
    style = f"<text:list-style style:name='L1'>{level}</text:list-style>"
    body = p("Lov om haver") + listed(item(p("Om")), item(p("Mere")))
    assert texts(read_draft(odt_file(tmp_path / "a.odt", body, style)))[1:] == ["Del I: Om", "Del II: Mere"]


def test_headings_are_numbered_by_the_outline(tmp_path: Path) -> None:
    levels = "".join(
        f"<text:outline-level-style text:level='{n}' style:num-format='1' text:display-levels='{n}'/>" for n in (1, 2)
    )

    def h(level: int, text: str, more: str = "") -> str:
        return f"<text:h text:outline-level='{level}' {more}>{text}</text:h>"

    body = (
        h(1, "Mål")
        + h(2, "Haver")
        + h(2, "Stier")
        + h(1, "Forord", "text:is-list-header='true'")
        + h(1, "Midler")
        + h(2, "Penge")
    )
    path = odt_file(tmp_path / "a.odt", body, f"<text:outline-style style:name='Outline'>{levels}</text:outline-style>")
    assert texts(read_draft(path)) == ["1 Mål", "1.1 Haver", "1.2 Stier", "Forord", "2 Midler", "2.1 Penge"]


def test_a_number_written_in_the_file_is_not_counted_again(tmp_path: Path) -> None:
    body = p("Lov om haver") + listed(item(p("<text:number>§ 4. </text:number>Om")))
    assert texts(read_draft(odt_file(tmp_path / "a.odt", body, STYLE)))[1:] == ["§ 4. Om"]


def test_tables_text_boxes_and_sections_are_read_where_they_stand(tmp_path: Path) -> None:
    cells = "".join(f"<table:table-cell>{p(f'celle{n}')}</table:table-cell>" for n in range(2))
    box = f"<draw:frame><draw:text-box>{p('Boks.')}</draw:text-box></draw:frame>"
    body = (
        f"{p('En plan for alle.')}<table:table><table:table-row>{cells}</table:table-row></table:table>"
        f"{p(f'Før{box} efter.')}<text:section>{p('Slut.')}</text:section>"
    )
    draft = read_draft(odt_file(tmp_path / "a.odt", body))
    assert " ".join(words(draft)) == "En plan for alle. celle0 celle1 Før efter. Boks. Slut."


def test_notes_are_read_under_their_own_labels_and_comments_are_not(tmp_path: Path) -> None:
    def note(kind: str, text: str) -> str:
        return (
            f"<text:note text:note-class='{kind}'><text:note-citation>9</text:note-citation><text:note-body>{p(text)}"
            "</text:note-body></text:note>"
        )

    comment = f"<office:annotation>{p('Er det rigtigt?')}</office:annotation>"
    body = p("Lov om haver") + p(
        f"§ 1. Haver{note('footnote', 'En note.')} er{comment} åbne{note('endnote', 'Sidst.')}."
    )
    draft = read_draft(odt_file(tmp_path / "a.odt", body))
    assert [(one.label, one.text) for one in draft.passages[1:]] == [
        ("§ 1", "§ 1. Haver er åbne."),
        ("Fodnote 1", "En note."),
        ("Slutnote 1", "Sidst."),
    ]


def test_tracked_insertions_are_read_and_deletions_are_not(tmp_path: Path) -> None:
    deletion = f"<text:changed-region><text:deletion>{p('lukkede')}</text:deletion></text:changed-region>"
    body = (
        f"<text:tracked-changes>{deletion}</text:tracked-changes>{p('Lov om haver')}"
        f"{p('§ 1. Haver er <text:change/><text:change-start/>åbne<text:change-end/>.')}"
    )
    draft = read_draft(odt_file(tmp_path / "a.odt", body))
    assert texts(draft) == ["Lov om haver", "§ 1. Haver er åbne."]
    assert draft.remarks == ("tracked-deletions-skipped",)


def test_an_encrypted_text_is_refused(tmp_path: Path) -> None:
    manifest = {"META-INF/manifest.xml": "<manifest:encryption-data/>"}
    assert "protected with a password" in refused(odt_file(tmp_path / "a.odt", p("x"), **manifest))


def test_an_opendocument_without_text_is_refused(tmp_path: Path) -> None:
    assert "is empty" in refused(odt_file(tmp_path / "a.odt", p(" ")))


def test_a_packed_file_that_holds_no_text_document_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "a.odt"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("content.xml", "<x/>")
    assert "is not a text document" in refused(path)


@pytest.mark.parametrize("doctype", ["<!DOCTYPE d [<!ENTITY a 'ha'>]>", "<!DOCTYPE d SYSTEM 'file:///etc/hostname'>"])
def test_a_document_type_definition_is_refused(tmp_path: Path, doctype: str) -> None:
    path = tmp_path / "a.odt"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("content.xml", f"{doctype}<x/>")
    assert "in a way that office programs do not use" in refused(path)


def test_a_text_that_would_swell_too_much_is_refused(tmp_path: Path) -> None:
    assert "would unpack to far more" in refused(odt_file(tmp_path / "a.odt", "<text:p/>" * 1_000_000))
