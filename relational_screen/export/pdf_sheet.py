"""How the pages of a PDF are set: with air, or densely where a note has one page."""

from dataclasses import dataclass

from reportlab.lib.styles import ParagraphStyle

from relational_screen.export import dense, look, pdf_style


@dataclass(frozen=True)
class Sheet:
    """Paragraph styles and measures of a page, in points."""

    styles: dict[str, ParagraphStyle]
    headings: dict[int, ParagraphStyle]
    side: float = look.MARGIN
    top: float = look.MARGIN
    below_footer: float = 34
    above_footer: float = 14
    above_rule: float = 14
    below_rule: float = 8

    @property
    def width(self) -> float:
        """Return the width of the text."""
        return look.PAGE_WIDTH - 2 * self.side


def _set(style: ParagraphStyle, kind: dense.Type, **more: object) -> ParagraphStyle:
    """Return a style in another size, else as it is."""
    size, leading, before, after = kind
    return ParagraphStyle(
        style.name, style, fontSize=size, leading=leading, spaceBefore=before, spaceAfter=after, **more
    )


_TYPES = {
    "body": dense.BODY,
    "lead": dense.LEAD,
    "small": dense.SMALL,
    "footer": dense.FOOTER,
    "caption": dense.CAPTION,
    "table_title": dense.CAPTION,
    "cell": dense.CELL,
    "head": dense.CELL,
}
_DENSE_STYLES = {name: _set(pdf_style.STYLES[name], kind) for name, kind in _TYPES.items()} | {
    "boxed": _set(pdf_style.STYLES["boxed"], dense.BOXED, borderPadding=dense.BOX_PADDING),
    "bullet": _set(pdf_style.STYLES["bullet"], dense.BULLET, leftIndent=dense.INDENT, bulletFontSize=dense.BULLET.size),
}
AIRY = Sheet(pdf_style.STYLES, pdf_style.HEADINGS)
DENSE = Sheet(
    _DENSE_STYLES,
    {level: _set(pdf_style.HEADINGS[level], kind) for level, kind in dense.HEADINGS.items()},
    side=dense.SIDE,
    top=dense.TOP,
    below_footer=dense.BELOW_FOOTER,
    above_footer=dense.ABOVE_FOOTER,
    above_rule=dense.ABOVE_RULE,
    below_rule=dense.BELOW_RULE,
)


def sheet_of(pages: int | None) -> Sheet:
    """Return how a note that may fill so many pages is set."""
    return DENSE if dense.is_dense(pages) else AIRY
