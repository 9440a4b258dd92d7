"""What came of effects that were expected."""

from collections.abc import Iterator

from relational_screen.errors import N_
from relational_screen.registry.report.comparing import cell, in_parentheses
from relational_screen.registry.report.data import ReportData
from relational_screen.registry.report.words import Words
from relational_screen.registry.statistics.statistics import HARM_FIRST
from relational_screen.screening.document import Block, Heading, Paragraph

CAME = {
    "as_expected": N_("As expected"),
    "less": N_("Less than expected"),
    "more": N_("More than expected"),
    "opposite": N_("The opposite"),
    "not_known": N_("Not known"),
}
"""What can come of an expected effect."""


def follow_up_blocks(data: ReportData, words: Words) -> Iterator[Block]:
    """Yield what was expected against what came."""
    yield Heading(words.get(N_("Follow-up: expected against actual")), 2)
    now, before = (each.statistics.follow_up if each else {} for each in (data.year, data.before))
    if not now and not before:
        yield Paragraph(
            words.get(N_("No screening has been followed up, so it cannot be said whether what was expected came."))
        )
        return
    rows = [
        (
            words.get(name),
            *(
                cell(words, data, *(each.get(direction, {}).get(came) for each in (now, before)))
                for direction in HARM_FIRST
            ),
        )
        for came, name in CAME.items()
    ]
    heads = {"lowers": N_("Expected to lower"), "raises": N_("Expected to raise")}
    yield words.table(
        in_parentheses(words, words.get(N_("What came of expected effects")), data),
        words.get(
            N_(
                "How many screenings say in their last follow-up that an effect came as expected, less, more, as the "
                "opposite, or that it is not known. A screening with many effects can be in many rows."
            )
        ),
        (words.get(N_("What came")), *(words.get(heads[direction]) for direction in HARM_FIRST)),
        rows,
    )
