"""The secretariat's registry on the command line."""

import click

from relational_screen.cli.registry import checking, figures, inbox, keys, lists, report
from relational_screen.cli.shared import add_commands


@click.group()
def registry() -> None:
    """The secretariat's registry of bundles."""


for module in (inbox, keys, figures, lists, report, checking):
    add_commands(registry, module)
