"""The command that writes the registry's figures anew from its bundles."""

from pathlib import Path

import click

from relational_screen.app.language import _, ngettext, told
from relational_screen.app.registering import open_registry, registry_path
from relational_screen.cli.registry.inbox import tell_progress
from relational_screen.cli.registry.shared import PATH
from relational_screen.errors import raise_all


@click.command()
@PATH
def recount(registry: Path | None) -> None:
    """Write all entries and figures anew from the bundles, and say what was otherwise before."""
    from relational_screen.registry.inbox.checking import recount

    with open_registry(registry or registry_path()) as opened:
        found = recount(opened, tell_progress)
    for mended in found.mended:
        click.echo(told(mended))
    count = len(found.mended)
    words = ngettext("{count} thing was mended.", "{count} things were mended.", count)
    click.echo(
        words.format(count=count) if count else _("Every figure was what the bundles give; nothing was changed.")
    )
    raise_all(list(found.left))
