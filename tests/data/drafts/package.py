"""The parts of a Word package that say what the other parts are and how they hang together."""

import re
from collections.abc import Iterable
from pathlib import PurePosixPath
from posixpath import relpath

_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_TYPE = "application/vnd.openxmlformats-officedocument"
_OF_ITS_OWN = {
    "word/document.xml": f"{_TYPE}.wordprocessingml.document.main+xml",
    "word/theme/theme1.xml": f"{_TYPE}.theme+xml",
    "docProps/core.xml": "application/vnd.openxmlformats-package.core-properties+xml",
    "docProps/app.xml": f"{_TYPE}.extended-properties+xml",
    "customXml/itemProps1.xml": f"{_TYPE}.customXmlProperties+xml",
}
_IN_FOLDERS = ("word/media/", "word/theme/", "customXml/item1")
_FOLDERS = {"media": "image", "theme": "theme", "customXml": "customXml"}


def content_types(parts: Iterable[str]) -> dict[str, bytes]:
    """Return `[Content_Types].xml` for the parts with these paths."""
    defaults = {"rels": "application/vnd.openxmlformats-package.relationships+xml", "xml": "application/xml"}
    if any(part.endswith(".png") for part in parts):
        defaults["png"] = "image/png"
    rows = [f'<Default Extension="{ending}" ContentType="{kind}"/>' for ending, kind in defaults.items()]
    for part in sorted(parts):
        kind = _OF_ITS_OWN.get(part) or (f"{_TYPE}.wordprocessingml.{_kind(part)}+xml" if _is_word(part) else "")
        rows += [f'<Override PartName="/{part}" ContentType="{kind}"/>'] if kind else []
    types = f'<Types xmlns="{_PACKAGE}/content-types">{"".join(rows)}</Types>'
    return {"[Content_Types].xml": (_HEAD + types).encode()}


def root_relations() -> dict[str, bytes]:
    """Return the relations of the package itself."""
    rows = (
        ("document", f"{_OFFICE}/officeDocument", "word/document.xml"),
        ("core", f"{_PACKAGE}/relationships/metadata/core-properties", "docProps/core.xml"),
        ("app", f"{_OFFICE}/extended-properties", "docProps/app.xml"),
    )
    return _relations("_rels/.rels", rows)


def document_relations(parts: Iterable[str]) -> dict[str, bytes]:
    """Return the relations of the document; the name of a part is the id of its relation."""
    related = [part for part in sorted(parts) if _is_word(part) or part.startswith(_IN_FOLDERS)]
    rows = [(PurePosixPath(part).stem, f"{_OFFICE}/{_kind(part)}", relpath(part, "word")) for part in related]
    return _relations("word/_rels/document.xml.rels", rows)


def custom_relations(parts: Iterable[str]) -> dict[str, bytes]:
    """Return the relation between the custom XML, if there is one, and its properties."""
    if "customXml/item1.xml" not in parts:
        return {}
    row = ("properties", f"{_OFFICE}/customXmlProps", "itemProps1.xml")
    return _relations("customXml/_rels/item1.xml.rels", [row])


def _is_word(part: str) -> bool:
    return part.startswith("word/") and part.count("/") == 1 and part != "word/document.xml"


def _kind(part: str) -> str:
    """Return the last word of a part's relation type: »header« for `word/header2.xml`."""
    path = PurePosixPath(part)
    return _FOLDERS.get(path.parent.name) or re.sub(r"\d+$", "", path.stem)


def _relations(path: str, rows: Iterable[tuple[str, str, str]]) -> dict[str, bytes]:
    written = "".join(f'<Relationship Id="{name}" Type="{kind}" Target="{target}"/>' for name, kind, target in rows)
    return {path: f'{_HEAD}<Relationships xmlns="{_PACKAGE}/relationships">{written}</Relationships>'.encode()}
