"""Small Word drafts for the tests of insertion, all invented, and a reader of tracked changes of its own."""

from datetime import datetime
from pathlib import Path
from zipfile import ZipFile

import docx
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from lxml import etree

from relational_screen.export.insertion.insert import insert_note
from relational_screen.export.insertion.model import Inserted
from relational_screen.screening.document import Bullets, Heading, NoteDocument, Paragraph, Table

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
OURS = "Relationel bundlinje"
AT = datetime(2027, 3, 12, 9, 30)
INVENTED = Path(__file__).parents[2] / "data" / "drafts"
DRAFTS = ("bill-heading-styles", "bill-bold-headings", "local-plan")

NOTE = NoteDocument(
    title="Relationelle konsekvenser (opdigtet)",
    language="da",
    subject="Opdigtet",
    footer="Fod",
    blocks=(
        Heading("4. Relationelle konsekvenser"),
        Paragraph("Forslaget trækker begge veje.", "lead"),
        Heading("4.1. Hjem og bolig", 2),
        Paragraph("Forslaget vil skille naboer, jf. § 1, nr. 2."),
        Heading("4.2. Hvem er berørt", 2),
        Table("Berørte", "Hvem der er berørt", ("Gruppe", "Antal"), (("Lejere", "120"), ("Naboer", "80"))),
        Bullets(("Første råd.", "Andet råd.")),
        Paragraph("Screening af den 12. marts 2027.", "small"),
    ),
)
OTHER = NoteDocument(
    "Ny", "da", "Ny", "Fod", (Heading("4. Relationelle konsekvenser"), Paragraph("Et helt andet notat."))
)

LONG = "Det foreslås, at boligorganisationen kan stille et lokale til rådighed for beboerne i bebyggelsen."
BILL = (
    "b:Bemærkninger til lovforslaget",
    "b:Almindelige bemærkninger",
    "b:1. Indledning",
    LONG,
    "b:2. Lovforslagets hovedpunkter",
    "i:2.1. Lokaler",
    LONG,
    "b:4. Økonomiske konsekvenser og implementeringskonsekvenser for det offentlige",
    LONG,
    "b:5. Forholdet til EU-retten",
    LONG,
    "b:Bemærkninger til lovforslagets enkelte bestemmelser",
    "b:Til § 1",
    LONG,
)
SUMMARY = (
    "t:|Positive konsekvenser/mindreudgifter|Negative konsekvenser/merudgifter"
    ";Økonomiske konsekvenser for stat, kommuner og regioner|Ingen|Ingen"
    ";Administrative konsekvenser for borgerne|Ingen|Ingen"
    ";Forholdet til EU-retten|Ingen EU-retlige aspekter|"
)


def written(path: Path, *lines: str) -> Path:
    """Write a draft: `b:` bold, `i:` italic, `h1:` a heading style, `t:` a table, else running text."""
    document = docx.Document()
    for line in lines:
        kind, text = line.split(":", 1) if line[:2] in ("b:", "i:", "t:") or line[:3] in ("h1:", "h2:") else ("", line)
        if kind == "t":
            _add_table(document, text)
            continue
        paragraph = document.add_paragraph(style=f"Heading {kind[1]}" if kind.startswith("h") else None)
        run = paragraph.add_run(text)
        if kind in ("b", "i"):
            setattr(run, {"b": "bold", "i": "italic"}[kind], True)
    document.save(str(path))
    return path


def inserted(
    draft: Path, note: NoteDocument = NOTE, *, name: str = "ud.docx", **options: object
) -> tuple[Path, Inserted]:
    """Insert into a copy beside the draft."""
    out = draft.parent / name
    told = insert_note(draft, note, out, author="Fuldmægtig", at=AT, **options)  # type: ignore[arg-type] # as given
    return out, told


def changed(path: Path, name: str, old: str, new: str) -> Path:
    """Write a copy with another text in its document, as somebody might who edits it in Word."""
    copy = path.with_name(name)
    with ZipFile(path) as source, ZipFile(copy, "w") as target:
        for member in source.infolist():
            data = source.read(member)
            if member.filename == "word/document.xml":
                assert old.encode() in data
                data = data.replace(old.encode(), new.encode())
            target.writestr(member, data)
    return copy


def root(path: Path) -> etree._Element:
    with ZipFile(path) as archive:
        return etree.fromstring(archive.read("word/document.xml"))


def texts(tree: etree._Element) -> list[str]:
    """Return the visible text of each paragraph that has any; deletions are left out."""
    paragraphs = ("".join(node.text or "" for node in p.iter(f"{W}t")) for p in tree.iter(f"{W}p"))
    return [text.replace("\xa0", " ") for text in paragraphs if text]


def whole(element: etree._Element) -> str:
    """Return all text inside an element."""
    return "".join(map(str, element.itertext())).strip()


def rejected(tree: etree._Element) -> etree._Element:
    """Return the tree after all our tracked changes were refused, and without our bookmarks."""
    return _decided(tree, gone="ins", stays="del")


def accepted(tree: etree._Element) -> etree._Element:
    """Return the tree after all our tracked changes were accepted, and without our bookmarks."""
    return _decided(tree, gone="del", stays="ins")


def canonical(tree: etree._Element) -> bytes:
    return etree.tostring(tree, method="c14n")


def _decided(tree: etree._Element, gone: str, stays: str) -> etree._Element:
    names = {W + "delText": W + "t", W + "delInstrText": W + "instrText"}
    for block in [*tree.iter(f"{W}tr"), *tree.iter(f"{W}p")]:
        path = f"{W}trPr/{W}{gone}" if block.tag == f"{W}tr" else f"{W}pPr/{W}rPr/{W}{gone}"
        mark = block.find(path)
        if mark is not None and _is_ours(mark):
            _drop(block)
    for mark in [one for one in tree.iter(W + gone, W + stays) if _is_ours(one)]:
        for run in list(mark) if mark.tag == W + stays else []:
            for child in run:
                child.tag = names.get(str(child.tag), child.tag) if stays == "del" else child.tag
            mark.addprevious(run)
        _drop(mark)
    for table in [table for table in tree.iter(f"{W}tbl") if table.find(f"{W}tr") is None]:
        _drop(table)
    for start in [one for one in tree.iter(f"{W}bookmarkStart") if one.get(f"{W}name", "").startswith("RelationelB")]:
        for one in [one for one in tree.iter(f"{W}bookmarkEnd") if one.get(f"{W}id") == start.get(f"{W}id")]:
            _drop(one)
        _drop(start)
    return tree


def _is_ours(mark: etree._Element) -> bool:
    return mark.get(f"{W}author", "").startswith(OURS)


def _drop(element: etree._Element) -> None:
    parent = element.getparent()
    if parent is not None:
        parent.remove(element)


def _add_table(document: object, text: str) -> None:
    rows = "".join(
        "<w:tr>"
        + "".join(f"<w:tc><w:p><w:r><w:t>{cell}</w:t></w:r></w:p></w:tc>" for cell in row.split("|"))
        + "</w:tr>"
        for row in text.split(";")
    )
    table = parse_xml(f"<w:tbl {nsdecls('w')}><w:tblPr/><w:tblGrid/>{rows}</w:tbl>")
    document.element.body.insert(len(document.element.body) - 1, table)  # type: ignore[attr-defined] # python-docx's
