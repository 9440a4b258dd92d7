"""One section of an amending act cut into its numbers and the sections that they insert."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from relational_screen.drafts.draft import Level
from relational_screen.drafts.marks import MOST_HEADINGS, Mark
from relational_screen.drafts.paragraph import Paragraph
from relational_screen.drafts.pieces import Piece
from relational_screen.drafts.provisions import cited

_AMENDS = re.compile(r"foretages følgende ændring|ændres således:$")
_INSTRUCTION = re.compile(r"indsættes|affattes|ophæves|ændres|udgår|nyaffattes|bliver")
_BRINGS_TEXT = re.compile(r"indsættes|affattes")
_CONSEQUENCE = re.compile(
    r"»?(?:§|Stk\.|Nr\.|Litra|Kapitel|\d+\. pkt\.).{1,80}? bliver (?:herefter )?(?:til )?"
    r"(?:§|stk\.|nr\.|litra|kapitel|\d)"
)
_CHANGED = re.compile(
    r"\d+\. (?:(?:(?:\w+ steder )?i|som) )?(?P<place>\S.*?),? »?"
    r"\b(?:(?:der|som) bliver|indsættes|affattes|nyaffattes|ophæves|ændres|udgår|erstattes|flyttes|slettes|bliver)\b",
    re.IGNORECASE,
)


@dataclass
class _Chunk:
    """Paragraphs that are cut together: an item, or one inserted section (`inserted` is its label)."""

    label: str
    paragraphs: list[Paragraph]
    inserted: str | None = None
    changes: str = ""


def amends(text: str) -> bool:
    """Tell whether a section's opening words announce amendments of another act."""
    return _AMENDS.search(text) is not None


def section_label(mark: Mark) -> str:
    """Return »§ 4« or, for a range, »§§ 7-8«."""
    return f"§{mark.number}" if mark.number.startswith("§") else f"§ {mark.number}"


def amendments(paragraphs: Sequence[Paragraph], base: str) -> list[Piece]:
    """Cut an amending section: »§ 1«, »§ 1, nr. 2« and for inserted sections »§ 1, nr. 2, jf. § 137 b, stk. 1«."""
    chunks = [_Chunk(base, [paragraphs[0]])]
    last, item, changes = 0, base, ""
    for index, paragraph in enumerate(paragraphs[1:], 1):
        chunk = chunks[-1]
        mark = paragraph.mark
        if mark and _is_item(mark, paragraph.text, last):
            last, item = int(mark.number), f"{base}, nr. {mark.number}"
            changes = _changed(paragraph.text)
            chunks.append(_Chunk(item, [paragraph], changes=changes))
        elif last and mark and mark.kind == "section" and not mark.bare:
            _insert(chunks, item, section_label(mark), paragraph)
        elif chunk.inserted is not None and _heads_section(paragraphs, index):
            chunks.append(_Chunk(item, [paragraph], ""))
        elif chunk.inserted and _CONSEQUENCE.match(paragraph.text):
            chunks.append(_Chunk(f"{item} (fortsat)", [paragraph], changes=changes))
        else:
            chunk.paragraphs.append(paragraph)
    return [piece for chunk in chunks for piece in _pieces(chunk, base)]


def _is_item(mark: Mark, text: str, last: int) -> bool:
    """Tell whether »3. I § 4 …« is the next number; a few may be missing."""
    if mark.kind != "number" or mark.quoted:
        return False
    number = int(mark.number)
    return number == last + 1 or (last < number <= last + 5 and _INSTRUCTION.search(text) is not None)


def _insert(chunks: list[_Chunk], item: str, label: str, paragraph: Paragraph) -> None:
    """Begin an inserted section, in a chunk that waits with its heading or in one of its own."""
    if chunks[-1].inserted == "":
        chunks[-1].inserted = label
        chunks[-1].paragraphs.append(paragraph)
    else:
        chunks.append(_Chunk(item, [paragraph], label))


def _heads_section(paragraphs: Sequence[Paragraph], index: int) -> bool:
    """Tell whether a paragraph is a heading (or one of several) right before an inserted section."""
    for paragraph in paragraphs[index : index + MOST_HEADINGS]:
        if paragraph.mark and paragraph.mark.kind == "section":
            return paragraph is not paragraphs[index]
        if not (paragraph.heads or (paragraph.mark and paragraph.mark.kind == "chapter")):
            return False
    return False


def _changed(instruction: str) -> str:
    """Return the provision of the amended act that an item names: »§ 3, stk. 2, 2. og 3. pkt.«, »efter § 137«."""
    match = _CHANGED.match(instruction)
    return match["place"][0].lower() + match["place"][1:] if match else ""


def _pieces(chunk: _Chunk, base: str) -> list[Piece]:
    if not chunk.inserted:
        level: Level = "section" if chunk.label == base else "item"
        return [Piece(chunk.label, level, tuple(chunk.paragraphs), chunk.changes, _inserted(chunk))]
    pieces = cited(chunk.paragraphs, chunk.inserted)
    return [
        replace(piece, label=f"{chunk.label}, jf. {piece.label}", changes=piece.label, inserted=piece.paragraphs)
        for piece in pieces
    ]


def _inserted(chunk: _Chunk) -> tuple[Paragraph, ...]:
    """Return the new text of law that follows an item's instruction; what is only renumbered is instruction."""
    instruction, *rest = chunk.paragraphs
    if not (chunk.changes and _BRINGS_TEXT.search(instruction.text)):
        return ()
    return tuple(paragraph for paragraph in rest if not _CONSEQUENCE.match(paragraph.text))
