"""The note's record inside the Word file: a custom XML part, which Word and LibreOffice keep when they save."""

import re
from typing import TYPE_CHECKING

from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from lxml import etree

from relational_screen.export.reading_back import RECORD, RECORD_NAMESPACE

if TYPE_CHECKING:
    from docx.document import Document

STORE = f"""<?xml version="1.0" encoding="UTF-8" standalone="no"?>
<ds:datastoreItem xmlns:ds="http://schemas.openxmlformats.org/officeDocument/2006/customXml"\
 ds:itemID="{{5F0B3D63-2B0E-5E0B-9C53-7C1C7A0F6E21}}">\
<ds:schemaRefs><ds:schemaRef ds:uri="{RECORD_NAMESPACE}"/></ds:schemaRefs></ds:datastoreItem>""".encode()
"""Word wants an id for every custom part; a fixed one keeps equal notes equal."""

_REFUSED_BY_XML = re.compile("[\ufffe\uffff]")


def add_record(document: "Document", record: bytes) -> None:
    """Give the document a custom XML part that holds the JSON text of the record.

    The two characters that JSON allows and XML does not are written as JSON escapes.
    """
    text = _REFUSED_BY_XML.sub(lambda found: f"\\u{ord(found[0]):04x}", record.decode())
    element = etree.Element(RECORD, nsmap={"note": RECORD_NAMESPACE})
    element.text = text
    content = etree.tostring(element, encoding="UTF-8", xml_declaration=True, standalone=True)
    package = document.part.package
    part = Part(PackURI("/customXml/item1.xml"), CONTENT_TYPE.XML, content, package)
    document.part.relate_to(part, RELATIONSHIP_TYPE.CUSTOM_XML)
    properties = PackURI("/customXml/itemProps1.xml")
    store = Part(properties, CONTENT_TYPE.OFC_CUSTOM_XML_PROPERTIES, STORE, package)
    part.relate_to(store, RELATIONSHIP_TYPE.CUSTOM_XML_PROPS)
