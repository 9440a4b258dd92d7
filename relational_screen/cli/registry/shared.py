"""What the registry's commands share: which registry, and which of its screenings."""

from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

from relational_screen.app.registering import acting, registry_path
from relational_screen.catalogue.catalogue import Catalogue
from relational_screen.cli.shared import FILE

if TYPE_CHECKING:
    from relational_screen.app.register import Register
    from relational_screen.registry.figures import Filter

PATH = click.option(
    "--registry", "registry", type=FILE, help="The registry's file; else the usual place of this system."
)

Command = TypeVar("Command", bound=Callable[..., Any])

_FILTERS = (
    click.option("--authority", "authorities", multiple=True, help="Only of this authority; may be given again."),
    click.option("--kind", "kinds", multiple=True, help="Only of this kind of proposal; may be given again."),
    click.option("--stage", default="", help="Only of this stage."),
    click.option("--since", default="", metavar="DATE", help="Last changed on this day or later."),
    click.option("--until", default="", metavar="DATE", help="Last changed before this day."),
    click.option("--arena", default="", help="Only those that touch this arena."),
    click.option("--method", default="", help="Only those scored with this version of the method."),
)


def filters(command: Command) -> Command:
    """Give a command the options that choose screenings; it gets them as keywords, for `chosen`."""
    for option in reversed(_FILTERS):
        command = option(command)
    return command


def chosen(options: dict[str, Any]) -> "Filter":
    """Return the filter that those options name."""
    from relational_screen.registry.figures import Filter

    return Filter(**options)


@contextmanager
def open_register(catalogue: Catalogue, path: Path | None) -> "Iterator[Register]":
    """Open the register for as long as it is needed."""
    from relational_screen.app.register import Register

    with closing(Register(path or registry_path(), catalogue, acting())) as register:
        yield register
