"""What must be said of a draft that was read although something in its file was not, or not well."""

from relational_screen.app.language import in_words
from relational_screen.drafts.draft import Draft, Remark
from relational_screen.errors import N_

SENTENCES: dict[Remark, str] = {
    "macros": N_("The file holds macros or scripts. They were neither read nor run."),
    "external-references": N_(
        "Parts of the document lie in other files and were not fetched. Put them into it if they belong to it."
    ),
    "tracked-deletions-skipped": N_(
        "Text that is marked as deleted was not read; text that is marked as inserted was."
    ),
    "mojibake": N_("Some letters are wrongly encoded (»Ã¦« for »æ«). Save the draft anew as .docx or UTF-8 text."),
    "lost-section-signs": N_("The § signs seem to be lost, so sections could not be told apart. Get the original."),
    "broken-fonts": N_("The PDF's fonts name some letters wrongly, so words may be wrong. Get the draft as .docx."),
    "scanned-pages": N_("Some pages are pictures without text and were not read. Get the draft as .docx."),
}


def remarks(draft: Draft | None) -> list[str]:
    """Return what must be said of how a draft was read, as sentences."""
    return [in_words(SENTENCES[remark]) for remark in draft.remarks] if draft else []
