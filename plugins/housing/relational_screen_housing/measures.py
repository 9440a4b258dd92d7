"""Whether the passages that a measure against relocation rests on say what the measure claims."""

from collections.abc import Iterator

from relational_screen.api import Finding, Measure, Screening, Text

RELOCATION = "housing.relocation"
CLAIMED = {
    "rehousing-nearby": (
        *("kvarter", "bydel", "nabolag", "nærhed", "boligområde", "samme afdeling", "samme bebyggelse"),
        *("neighbourhood", "nearby", "vicinity", "same estate", "same area"),
    ),
    "return-right": (
        *("vende tilbage", "vender tilbage", "tilbageflyt", "flytte tilbage", "genindflyt", "returret"),
        *("return", "move back"),
    ),
    "move-together": (
        *(
            "bolig sammen",
            "flytte sammen",
            "bo sammen",
            "nabo",
            "samlet flytning",
            "nær hinanden",
            "nærheden af hinanden",
        ),
        *("together", "neighbour", "near each other"),
    ),
    "moving-guide": (
        *("medarbejder", "vejled", "rådgiv", "støtteperson", "bistand", "personlig"),
        *("worker", "guide", "guidance", "counsel", "adviser", "support", "personal"),
    ),
}
"""Beginnings of words, one of which a passage holds when it carries a remedy."""


def check_measures(screening: Screening) -> Iterator[Finding]:
    """Yield a warning for each measure said to be in the draft whose passages do not speak of it."""
    answer = screening.answer(RELOCATION) if screening.asks(RELOCATION) else None
    measures = [measure for effect in answer.effects for measure in effect.measures] if answer else []
    for measure in measures:
        stems = CLAIMED.get(measure.remedy, ())
        text = _text(screening, measure)
        if stems and measure.counts and text and not any(stem in text for stem in stems):
            yield _finding(screening, measure)


def _text(screening: Screening, measure: Measure) -> str:
    """Return the text that a measure points at; a passage that is gone is the core's to report."""
    if screening.draft is None:
        return ""
    passages = (screening.draft.find(ref.label) for ref in measure.passages)
    return " ".join(passage.text.casefold() for passage in passages if passage)


def _finding(screening: Screening, measure: Measure) -> Finding:
    labels = tuple(ref.label for ref in measure.passages)
    title = next((item.title for item in screening.catalogue.remedies if item.id == measure.remedy), None)
    da, en = (title.da, title.en) if title else (measure.remedy, measure.remedy)
    text = Text(
        da=f"»{da}« står under »Flytning og genhusning« som en del af udkastet, men {', '.join(labels)} nævner "
        "det ikke. Se, om det er det rette sted, eller om det kun er lovet.",
        en=f"»{en}« stands under »Moving and rehousing« as part of the draft, but {', '.join(labels)} does not mention "
        "it. See if it is the right place, or if it has only been promised.",
    )
    return Finding("warning", text, RELOCATION, labels)
