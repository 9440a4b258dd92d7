"""How drafts word the headings that matter for the place: ministries and municipalities vary them."""

import re

_I = re.IGNORECASE
NUMBER = re.compile(
    r"\s*(?P<number>§+ ?\d+(?: [a-z](?![a-zæøå]))?|\d+(?: [a-z](?=[.\s]))?(?:\.\d+)*)(?P<dot>\.?)(?P<gap>\s+)"
)
"""A number typed before a heading: »4. «, »3 a. «, »2.1 «, »§ 5 «, with what stands between it and the words."""

GENERAL = re.compile(r"almindelige bemærkninger", _I)
REMARKS = re.compile(r"bemærkninger til (?:lov)?forslaget$", _I)
SPECIAL = re.compile(
    r"(?:specielle )?bemærkninger til (?:de )?(?:enkelte|(?:lov)?forslagets (?:enkelte )?(?:bestemmelser|paragraffer))"
    r"|specielle bemærkninger|til § ?\d",
    _I,
)
CONTENTS = re.compile(r"indhold(?:sfortegnelse)?$|contents$", _I)
CAPTION = re.compile(r"(?:figur|tabel|kort|boks) \d", _I)
SUMMARY = re.compile(r"positive konsekvenser.*negative konsekvenser", _I | re.DOTALL)
EU_LAW = re.compile(r"forhold(?:et)? til eu|eu-ret", _I)

OWN = frozenset({"relationelle konsekvenser", "consequences for relations"})
"""Headings of sections that were inserted before, in small letters."""

_OTHERS = re.compile(
    r"ligestilling|regional|landdistrikt|frivillig|forening|verdensmål|børn|unge|handicap|grundlov|menneskeret"
    r"|databeskyttelse|ud over de obligatoriske|andre konsekvenser|øvrige konsekvenser",
    _I,
)
_MANDATORY = re.compile(
    r"økonomiske\b.*\bkonsekvenser|implementeringskonsekvenser|konsekvenser for (?:det offentlige|stat|kommuner|region)"
    r"|konsekvenser for (?:erhvervslivet|borgerne)|administrative (?:konsekvenser|byrder)|klimamæssige"
    r"|miljø(?:-| |mæssige|konsekvenser)|naturmæssige|forhold(?:et)? til eu",
    _I,
)

REPORT = re.compile(r"(?:lokalplan(?:en|ens)? )?redegørelse(?:n|sdel)?\b", _I)
PROVISIONS = re.compile(
    r"(?:lokalplan(?:en|ens)?s? ?|plan)?bestemmelser(?:ne)?$|juridiske bestemmelser|vedtagelse(?:spåtegning)?\b"
    r"|bilag\b|kortbilag\b",
    _I,
)
OTHER_PLANNING = re.compile(
    r"forhold(?:et)? til|sammenhæng(?:en)? med|miljø(?:vurdering|screening|rapport|mæssige|forhold)"
    r"|tilladelser\b|servitut|lokalplanens (?:midlertidige )?retsvirkninger|midlertidige retsvirkninger",
    _I,
)
"""The headings of a report that tell of other plans, acts and permissions, after those that tell of the plan itself."""


PARTS = (GENERAL, REMARKS, SPECIAL, REPORT, PROVISIONS)


def is_mandatory(title: str) -> bool:
    """Whether a heading or a row names a mandatory assessment (guide on law quality 2023, 4.2.1, points 5-10)."""
    return _MANDATORY.search(title) is not None and _OTHERS.search(title) is None


def is_known(title: str) -> bool:
    """Whether words alone tell that a line is a heading, even where nothing in its look does."""
    others = (GENERAL, REMARKS, SPECIAL)
    return is_mandatory(title) or any(one.match(title) for one in others)


def without_number(text: str) -> str:
    """Return a heading's words without a typed number."""
    match = NUMBER.match(text)
    return text[match.end() :].strip() if match else text.strip()
