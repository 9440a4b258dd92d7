"""Lines of a text or a page put together to paragraphs."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from relational_screen.drafts.marks import Mark, mark_of
from relational_screen.drafts.paragraph import Paragraph, evened
from relational_screen.drafts.progress import Told, telling, untold, when_all_is_read

USUAL_WIDTH = 80
"""Characters of a wrapped line where most lines of a text are not wrapped."""

NARROWEST = 50
"""Characters; shorter lines are headings and lists rather than a narrow column."""

_DANGLING = re.compile(r"(?:\b(?:jf\.|dog|efter|i|og|eller|af|til|ved|samt|om|på|for|med|fra)|[,§–-])$")
"""How a line ends that is broken off right before a reference to a section."""


@dataclass(frozen=True)
class Line:
    """One line with evened spaces; `after_gap` says that an empty line stands before it."""

    text: str
    page: int | None = None
    after_gap: bool = False


def parted(text: str) -> list[str]:
    """Part a paragraph at a line break where the next line begins with a legal mark; other breaks become spaces."""
    chunks: list[str] = []
    for line in filter(None, map(evened, text.split("\n"))):
        if chunks and mark_of(line) is None:
            chunks[-1] += " " + line
        else:
            chunks.append(line)
    return chunks


def paragraphs_of(lines: Sequence[Line], told: Told = untold) -> list[Paragraph]:
    """Put wrapped lines together; a line that begins with a legal mark begins a paragraph."""
    widths = sorted(len(line.text) for line in lines)
    width = max(NARROWEST, widths[len(widths) * 9 // 10] if widths else 0)
    wrapped = width <= 130
    steps = telling(lines, when_all_is_read(told))
    return list(_joined(steps, width if wrapped else USUAL_WIDTH, wrapped))


def _joined(lines: Iterable[Line], width: int, wrapped: bool) -> Iterable[Paragraph]:
    texts: list[str] = []
    page: int | None = None
    mark_before: Mark | None = None
    for line in lines:
        mark = mark_of(line.text)
        goes_on = bool(texts) and not line.after_gap and _may_go_on(mark_before, mark, texts[-1])
        mark_before = mark
        if goes_on and (mark or _continues(texts[-1], line.text, width, wrapped)):
            texts.append(line.text)
            continue
        if texts:
            yield Paragraph(" ".join(texts), page)
        texts, page = [line.text], line.page
    if texts:
        yield Paragraph(" ".join(texts), page)


def _may_go_on(mark_before: Mark | None, mark: Mark | None, before: str) -> bool:
    """Tell whether marks let a line go on: a mark begins a paragraph, unless it ends a broken reference."""
    if mark_before and (mark_before.bare or mark_before.kind in ("chapter", "annex")):
        return False
    return mark is None or (mark.kind == "section" and not mark.bare and _DANGLING.search(before) is not None)


def _continues(before: str, line: str, width: int, wrapped: bool) -> bool:
    """Tell whether a line without a mark goes on with the sentence of the line before."""
    if line[0].islower() or before[-1] in "-–":
        return line[0] not in "•-–*"
    if line[0] in "•-–*·▪" or (line[0] == "(" and line[-1] == ")"):
        return False
    if before[-1] in ".:;!?»«":
        return wrapped and 0.92 * width <= len(before) <= 1.3 * width and len(line) >= 0.75 * width
    return 0.75 * width <= len(before) <= 1.3 * width
