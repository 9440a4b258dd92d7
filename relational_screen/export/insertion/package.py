"""The draft's Word file: checked before it is touched, and packed again with every other part as it was."""

from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

from lxml import etree

from relational_screen.drafts.docx import not_word
from relational_screen.drafts.docx_xml import W, value
from relational_screen.drafts.guarded_xml import Element, parsed
from relational_screen.drafts.reading import read_draft
from relational_screen.drafts.zipped import Container
from relational_screen.errors import N_, ScreenError

_MAIN = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
_OFF = ("0", "false", "off")


class WordFile:
    """A draft's parts, with the main document as a tree that may be changed."""

    def __init__(self, path: Path) -> None:
        """Open the file.

        Raises:
            ScreenError: it is missing, damaged, locked, signed, or no Word document.
        """
        if read_draft(path).format != "docx":
            raise ScreenError(
                N_("{name} is not a Word document, so nothing can be inserted into it."),
                N_("Choose the draft as .docx."),
                name=path.name,
            )
        self.name = path.name
        self._data = path.read_bytes()
        self._container = Container(self._data, path.name)
        self._main = self._main_part()
        if any(part.startswith("_xmlsignatures/") for part in self._container.parts):
            raise _signed(path.name)
        parsed(self._container, self._main)
        self.document = etree.fromstring(self._container.read(self._main), _exact_parser())
        self.body = self._body()

    def part(self, file: str) -> Element | None:
        """Return the root of a part that stands beside the main document, to be read only."""
        path = self._main.rpartition("/")[0] + "/" + file
        return parsed(self._container, path.lstrip("/")) if path.lstrip("/") in self._container else None

    def refuse_protected(self, *, tracked: bool) -> None:
        """Respect the editing restrictions of the draft; one that allows tracked changes allows them here too.

        Raises:
            ScreenError: the draft may not be edited in this way.
        """
        settings = self.part("settings.xml")
        protection = None if settings is None else settings.find(W + "documentProtection")
        if protection is None or protection.get(W + "enforcement", "0") in _OFF:
            return
        if not (tracked and protection.get(W + "edit") == "trackedChanges"):
            raise ScreenError(
                N_("{name} is protected against editing."),
                N_("Stop the protection in Word (Review, Restrict Editing) and try again."),
                name=self.name,
            )

    def packed(self) -> bytes:
        """Return the file with the changed document; all other members are the same, in the same order."""
        document = self._document_bytes()
        result = BytesIO()
        with ZipFile(BytesIO(self._data)) as source, ZipFile(result, "w") as target:
            for member in source.infolist():
                changed = member.filename == self._main
                target.writestr(member, document if changed else source.read(member))
            target.comment = source.comment
        return result.getvalue()

    def _document_bytes(self) -> bytes:
        """Return the document with an XML declaration that says what the draft's own says."""
        tree = self.document.getroottree()
        written = BytesIO()
        standalone = tree.docinfo.standalone
        encoding = tree.docinfo.encoding or "UTF-8"
        # the stub leaves out None, which lxml takes for a declaration that says nothing of it
        tree.write(written, encoding=encoding, xml_declaration=True, standalone=standalone)  # type: ignore[arg-type]
        return written.getvalue()

    def _main_part(self) -> str:
        for override in parsed(self._container, "[Content_Types].xml"):
            if override.get("ContentType") == _MAIN:
                return str(override.get("PartName", "")).lstrip("/")
        raise not_word(self.name)

    def _body(self) -> Element:
        body = self.document.find(W + "body")
        if body is None:
            raise not_word(self.name)
        return body


def is_on(switch: Element | None) -> bool:
    """Whether an on/off property is there and on."""
    return switch is not None and value(switch) not in (*_OFF, "none")


def _exact_parser() -> etree.XMLParser:
    """Return a parser that keeps comments and processing instructions, and reads nothing from outside."""
    return etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)


def _signed(name: str) -> ScreenError:
    return ScreenError(
        N_("{name} carries a digital signature that an insertion would break."),
        N_("Save a copy without the signature and choose that."),
        name=name,
    )
