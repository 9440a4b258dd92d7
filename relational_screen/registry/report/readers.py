"""How far two readers of one proposal agree, and what people read differently."""

from collections.abc import Iterator
from fractions import Fraction

from relational_screen.errors import N_
from relational_screen.registry.inbox.share import Share
from relational_screen.registry.report.comparing import and_before
from relational_screen.registry.report.data import ReportData, YearFigures
from relational_screen.registry.report.words import READINGS, Words
from relational_screen.registry.statistics.agreement import Agreement
from relational_screen.screening.document import Block, Heading, Paragraph

MOST_QUESTIONS = 15
"""How many questions are told that people read differently, the most different first."""


def reader_blocks(data: ReportData, words: Words) -> Iterator[Block]:
    """Yield how far two readers of one proposal agree, and on which questions they do not."""
    yield Heading(words.get(N_("Two readers' agreement")), 2)
    readers = data.year.readers
    if not readers:
        yield Paragraph(words.get(N_("No proposal of the year was screened by two readers.")))
        return
    now, before = (_alike(each, words) if each and each.readers else None for each in (data.year, data.before))
    told = words.get(N_("Two readers of one proposal gave the same answer in {share}."), share=now)
    yield Paragraph(and_before(words, told, before))
    yield Paragraph(
        words.get(
            N_(
                "Alpha is Krippendorff's: 1 is perfect agreement, 0 what chance would give, and below 0 is worse than "
                "chance. It has no value where all gave one answer. For effects it weighs how far apart answers are."
            )
        )
    )
    yield from _differing([item for item in readers if item.differing], words)


def _alike(year: YearFigures, words: Words) -> str:
    return words.share(sum((item.pairs for item in year.readers), Share(0, 0)), READINGS)


def _differing(found: list[Agreement], words: Words) -> Iterator[Block]:
    if not found:
        yield Paragraph(words.get(N_("No question was answered differently.")))
        return
    yield words.table(
        words.get(N_("Questions that people read differently")),
        words.get(N_("The questions that two readers answered differently, those that they agree on least first.")),
        tuple(words.get(name) for name in (N_("Question"), N_("Pairs alike"), N_("Alpha"), N_("Alpha of effects"))),
        [_question(item, words) for item in found[:MOST_QUESTIONS]],
    )
    if (left := len(found) - MOST_QUESTIONS) > 0:
        yield Paragraph(
            words.counted(
                left,
                N_("{count} more question was answered differently, by fewer of the readers."),
                N_("{count} more questions were answered differently, by fewer of the readers."),
            )
        )


def _question(item: Agreement, words: Words) -> tuple[str, ...]:
    numbers: tuple[Fraction | None, ...] = (item.alpha, item.ordinal)
    return (words.question(item.question), words.share(item.pairs), *map(words.decimals, numbers))
