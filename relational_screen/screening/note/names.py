"""Personal names that must not leave with the public copy of a note."""

import re
from collections.abc import Callable, Iterable, Sequence
from unicodedata import normalize

from relational_screen.screening.events import Event
from relational_screen.screening.screening import Screening

Change = Callable[[str], str]

_BETWEEN = r"[\W_]+"
_GENITIVE = r"(?:['’]?s|['’])?"


def names_in(screening: Screening, history: Sequence[Event]) -> list[str]:
    """Return the names of all who were ever responsible for the screening, were to read it, or worked on it."""
    state = screening.state
    found = [state.proposal.responsible, *(reading.reader for reading in state.readings)]
    found += [event.data.get("proposal", {}).get("responsible", "") for event in history]
    found += [event.by for event in history]
    return list(dict.fromkeys(" ".join(normalize("NFC", name).split()) for name in found if name.strip()))


def without_names(screening: Screening, history: Sequence[Event], instead: str) -> Change:
    """Return a function that puts `instead` where a text holds one of the screening's names.

    A name is found however its words are parted, also with the last word first, without the words in the middle, and
    in the genitive. A name of one word that the program's own content uses too, as a login »om« would be, cannot be
    told from that word and stays.
    """
    words = _words_of_content(screening)
    names = [name for name in names_in(screening, history) if _is_a_name(name, words)]
    wanted = {form for name in names for one in (name, name.upper()) for form in _forms(one)}  # ß in capitals is SS
    if not wanted:
        return lambda text: text
    either = "|".join(sorted(wanted, key=len, reverse=True))
    pattern = re.compile(rf"(?<![^\W_])(?:{either}){_GENITIVE}(?![^\W_])", re.IGNORECASE)
    return lambda text: pattern.sub(lambda _match: instead, normalize("NFC", text))


def _is_a_name(name: str, words: set[str]) -> bool:
    """Whether a name has letters and is not a word that may stand in a note for other reasons."""
    return any(letter.isalnum() for letter in name) and name.casefold() not in words


def _forms(name: str) -> Iterable[str]:
    """Return a name's ways of being written, as patterns."""
    parts = [re.escape(part) for part in re.split(_BETWEEN, name) if part]
    ending = re.escape(re.split(r"[^\W_]", name)[-1])
    forms = {f"{_BETWEEN.join(parts)}(?:{ending})?"}
    if len(parts) > 1:
        first, *middle, last = parts
        forms |= {_BETWEEN.join(order) for order in ((last, first, *middle), (first, last), (last, first))}
    return forms


def _words_of_content(screening: Screening) -> set[str]:
    return set(re.findall(r"\w+", screening.catalogue.model_dump_json().casefold()))
