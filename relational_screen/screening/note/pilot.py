"""The pilot row of a bill's summary table (note form, Summary table): nothing in it that the point does not say."""

from dataclasses import replace

from relational_screen.catalogue.model import Language
from relational_screen.screening.answers import DIRECTIONS, Direction
from relational_screen.screening.document import NoteDocument, Paragraph
from relational_screen.screening.note.wording import Wording
from relational_screen.screening.result import ArenaResult, Result
from relational_screen.screening.screening import Screening
from relational_screen.screening.verdict import counts


def pilot_texts(screening: Screening, result: Result, language: Language) -> tuple[str, str]:
    """Return the two cells: the arenas with positive and with negative consequences and how strong they are."""
    wording = Wording(screening, result, language)
    raises, lowers = (_cell(wording, direction) for direction in DIRECTIONS)
    return raises, lowers


def with_pilot_remark(note: NoteDocument, screening: Screening, result: Result) -> NoteDocument:
    """Return the note with the sentence that its row in the summary table goes beyond the guide on law quality."""
    words = Wording(screening, result, note.language).get("pilot-remark")
    return replace(note, blocks=(*note.blocks, Paragraph(words, "small")))


def _cell(wording: Wording, direction: Direction) -> str:
    told = [
        wording.get("pilot-arena", arena=wording.arena(arena), said=said)
        for arena, found in wording.result.arenas.items()
        if (said := _said(wording, found, direction))
    ]
    return "\n".join(told) if told else wording.get("pilot-none")


def _said(wording: Wording, found: ArenaResult, direction: Direction) -> str:
    """Return what an arena's cell says: its band, or that it cannot be determined; nothing where nothing counts."""
    if found.verdict == "undetermined":
        return wording.label("verdict", found.verdict)
    band = getattr(found.pair, direction).band
    return wording.label("band", band) if counts(band) else ""
