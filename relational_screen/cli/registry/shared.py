"""What the registry's commands share: which registry, and which of its screenings."""

from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar, get_args

import click

from relational_screen.app.language import _
from relational_screen.app.registering import acting, registry_path
from relational_screen.catalogue.catalogue import Catalogue
from relational_screen.catalogue.model import KINDS
from relational_screen.cli.shared import FILE
from relational_screen.errors import N_, ScreenError
from relational_screen.screening.proposal import Stage

if TYPE_CHECKING:
    from relational_screen.app.register import Register
    from relational_screen.registry.inbox.bitmaps import Mark
    from relational_screen.registry.inbox.registry import Registry
    from relational_screen.registry.statistics.figures import Filter

PATH = click.option(
    "--registry", "registry", type=FILE, help="The registry's file; else the usual place of this system."
)

YEAR = click.IntRange(1900, 2200)
"""A parliamentary year, by the year it opens in: written with all four digits."""

Command = TypeVar("Command", bound=Callable[..., Any])


def _day(_context: click.Context, _parameter: click.Parameter, text: str) -> str:
    """Return a day as it is compared with others.

    Raises:
        ScreenError: it is not written as 2026-10-06.
    """
    try:
        return date.fromisoformat(text).isoformat() if text else ""
    except ValueError as error:
        raise ScreenError(N_("{day} is not a day."), N_("Write it as 2026-10-06."), day=text) from error


def _marks(_context: click.Context, _parameter: click.Parameter, texts: tuple[str, ...]) -> "tuple[Mark, ...]":
    """Return what screenings must bear.

    Raises:
        ScreenError: one names nothing that screenings are counted by.
    """
    from relational_screen.registry.statistics.marks import read_mark

    return tuple(map(read_mark, texts))


_FILTERS = (
    click.option("--authority", "authorities", multiple=True, help="Only of this authority; may be given again."),
    click.option(
        "--kind",
        "kinds",
        multiple=True,
        type=click.Choice(KINDS),
        help="Only of this kind of proposal; may be given again.",
    ),
    click.option("--stage", type=click.Choice(get_args(Stage)), help="Only of this stage."),
    click.option("--since", default="", callback=_day, metavar="DATE", help="Last changed on this day or later."),
    click.option("--until", default="", callback=_day, metavar="DATE", help="Last changed before this day."),
    click.option("--arena", default="", help="Only those that touch this arena."),
    click.option("--method", default="", help="Only those scored with this version of the method."),
    click.option(
        "--mark",
        "marks",
        multiple=True,
        callback=_marks,
        metavar="KIND:NAME[:PART]",
        help="Only those that a figure counts, such as lowers:housing:places; all given must hold.",
    ),
)


def filters(command: Command) -> Command:
    """Give a command the options that choose screenings; it gets them as keywords, for `chosen`."""
    for option in reversed(_FILTERS):
        command = option(command)
    return command


def chosen(options: dict[str, Any], registry: "Registry") -> "Filter":
    """Return the filter that those options name; what nothing that counts is called is told beside the output."""
    from relational_screen.registry.statistics.figures import Filter
    from relational_screen.registry.statistics.marks import written
    from relational_screen.registry.statistics.statistics import statistics, within

    found = Filter(**{**options, "stage": options["stage"] or ""})
    if names := {*found.authorities, found.arena, found.method} - {""}:
        there = statistics(registry)
        names -= {*there.authorities, *there.arenas, *there.methods}
    names |= {written(mark) for mark in found.marks if not within(registry, Filter(marks=(mark,))).bits}
    for name in sorted(names):
        click.echo(_("No screening that counts has the name {name}.").format(name=name), err=True)
    return found


@contextmanager
def open_register(catalogue: Catalogue, path: Path | None) -> "Iterator[Register]":
    """Open the register for as long as it is needed."""
    from relational_screen.app.register import Register

    with closing(Register(path or registry_path(), catalogue, acting())) as register:
        yield register
