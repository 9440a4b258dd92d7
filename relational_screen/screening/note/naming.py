"""What the file of a note is called: readable, sortable, and the same on every system."""

import re
import unicodedata

from relational_screen.screening.note.wording import Wording

LONGEST_TITLE = 40
SHORT_HASH = 6

_LETTERS = str.maketrans({"æ": "ae", "ø": "oe", "å": "aa"})


def file_name(wording: Wording, form: str) -> str:
    """Return a note's file name without suffix: form if not bill, title, stage, date of the last change, short hash."""
    state = wording.screening.state
    parts = [
        wording.get("file-note") if form == "bill" else wording.get(f"file-{form}"),
        _shortened(_plain(state.proposal.title)),
        _plain(wording.label("stage", state.proposal.stage)),
        state.changed[:10],
        state.content_hash[:SHORT_HASH],
    ]
    return "_".join(part for part in parts if part)


def _plain(text: str) -> str:
    """Return a text in small ASCII letters and digits with hyphens between its words."""
    letters = unicodedata.normalize("NFKD", text.casefold().translate(_LETTERS))
    return "-".join(re.findall(r"[a-z0-9]+", letters.encode("ascii", "ignore").decode()))


def _shortened(name: str) -> str:
    """Return a name cut between words."""
    if len(name) <= LONGEST_TITLE:
        return name
    return name[: LONGEST_TITLE + 1].rpartition("-")[0] or name[:LONGEST_TITLE]
