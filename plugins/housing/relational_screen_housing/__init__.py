"""The life arena housing: its checklist, and where its answers contradict the draft."""

from collections.abc import Sequence

from relational_screen.api import Checklist, Finding, Screening, Text, hookimpl, read_checklist

RELOCATION = "housing.relocation"


@hookimpl
def provide_checklist() -> Checklist:
    """Return the checklist of the arena."""
    return read_checklist(__file__, "housing.toml")


@hookimpl
def review_screening(screening: Screening) -> Sequence[Finding]:
    """Hold »no effect« on relocation against a draft that speaks of it."""
    answer, pointers = screening.answer(RELOCATION), screening.pointers(RELOCATION)
    if answer is None or answer.status != "no_effect" or not pointers:
        return []
    best = pointers[0]
    words = ", ".join(best.words)
    text = Text(
        da=f"{best.label} nævner »{words}«, men flytning og genhusning er besvaret med »ingen væsentlig virkning«.",
        en=f"{best.label} mentions »{words}«, but relocation is answered »no effect«.",
    )
    return [Finding("contradiction", text, RELOCATION, (best.label,))]
