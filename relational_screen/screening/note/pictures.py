"""The pictures of mechanisms and of groups, each with a description that says in words all that it shows."""

from relational_screen.screening.document import Bar, BarPair, Bars, Matrix, MatrixRow
from relational_screen.screening.note.wording import Wording, whole
from relational_screen.screening.result import Pair, Side

MOST_GROUPS = 8


def band_bar(wording: Wording, side: Side) -> Bar:
    """Return a bar with its band and score beside it."""
    score = wording.number(whole(side.net))
    return Bar(side.net, wording.get("bars-word", band=wording.label("band", side.band), score=score))


def matrix(wording: Wording) -> Matrix:
    """Return raising and lowering by arena in scope and mechanism that any of them asks about."""
    arenas = wording.result.mechanisms
    values = wording.screening.catalogue.method.mechanism
    asked = [value.id for value in values if any(value.id in cells for cells in arenas.values())]
    rows = tuple(
        MatrixRow(wording.arena(arena), tuple(_cell(wording, cells.get(name)) for name in asked))
        for arena, cells in arenas.items()
    )
    columns = tuple(wording.label("mechanism", name) for name in asked)
    return Matrix(
        title=_matrix_title(wording, rows),
        description=" ".join(_told(wording, row, columns) for row in rows),
        raises=wording.label("direction", "raises"),
        lowers=wording.label("direction", "lowers"),
        columns=columns,
        rows=rows,
    )


def people(wording: Wording) -> Bars:
    """Return who gains and who loses: the groups with the largest effect, the largest first."""
    order = [group.id for group in wording.screening.catalogue.groups if group.id in wording.result.groups]
    found = sorted(order, key=lambda name: -_largest(wording.result.groups[name]))
    pairs = tuple(_group(wording, name) for name in found[:MOST_GROUPS])
    told = [
        wording.get("people-group", group=pair.label, raises=pair.raises.word, lowers=pair.lowers.word)
        for pair in pairs
    ]
    left = len(found) - len(pairs)
    if left:
        told.append(wording.get("people-more", count=left))
    title = wording.get("people-title-some" if left else "people-title", shown=len(pairs), all=len(found))
    return Bars(
        title=title,
        description=" ".join(told),
        raises=wording.label("direction", "raises"),
        lowers=wording.label("direction", "lowers"),
        pairs=pairs,
    )


def _cell(wording: Wording, pair: Pair | None) -> tuple[Bar, Bar] | None:
    return (_span_bar(wording, pair.raises), _span_bar(wording, pair.lowers)) if pair else None


def _span_bar(wording: Wording, side: Side) -> Bar:
    """Return a bar with its score, or with the span that open questions leave: a bare 0 would look like a finding."""
    low, high = whole(side.low), whole(side.high)
    if low == high:
        return Bar(side.net, wording.number(low))
    return Bar(side.net, wording.get("matrix-span", low=wording.number(low), high=wording.number(high)))


def _matrix_title(wording: Wording, rows: tuple[MatrixRow, ...]) -> str:
    """Return the title with the signs that the picture has and that need an explanation."""
    pairs = [pair for cells in wording.result.mechanisms.values() for pair in cells.values()]
    has_span = any(side.low != side.high for pair in pairs for side in (pair.raises, pair.lowers))
    has_gap = any(cell is None for row in rows for cell in row.cells)
    signs = [wording.get(name) for name, there in (("matrix-open", has_span), ("matrix-gap", has_gap)) if there]
    return wording.get("matrix-title", signs="".join(signs))


def _told(wording: Wording, row: MatrixRow, columns: tuple[str, ...]) -> str:
    cells = list(zip(columns, row.cells, strict=True))
    asked = [
        wording.get("matrix-cell", mechanism=name, raises=cell[0].word, lowers=cell[1].word)
        for name, cell in cells
        if cell
    ]
    missing = [f"»{name}«" for name, cell in cells if not cell]
    told = wording.get("matrix-row", arena=row.label, cells="; ".join(asked))
    if not missing:
        return told
    return f"{told} {wording.get('matrix-not-asked', mechanisms=wording.join(missing, longest=len(missing)))}"


def _largest(pair: Pair) -> float:
    return float(max(pair.raises.net, pair.lowers.net))


def _group(wording: Wording, name: str) -> BarPair:
    pair, label = wording.result.groups[name], wording.group(name)
    shown = label[0].upper() + label[1:]
    return BarPair(shown, band_bar(wording, pair.raises), band_bar(wording, pair.lowers))
