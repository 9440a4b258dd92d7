"""Commands for what the registry says: its screenings, its figures, and a sample for control."""

from pathlib import Path
from typing import Any

import click

from relational_screen.app.application import Application
from relational_screen.app.language import language_in_use
from relational_screen.app.registering import null_sample, open_registry, registry_path, told_statistics, told_uncounted
from relational_screen.cli.registry.shared import PATH, chosen, filters
from relational_screen.cli.shared import JSON, print_json, print_lines


@click.command(name="list")
@filters
@PATH
@JSON
@click.pass_context
def list_registered(context: click.Context, /, registry: Path | None, as_json: bool, **options: Any) -> None:
    """List the screenings that count."""
    from relational_screen.registry.statistics.statistics import listed

    with open_registry(registry or registry_path()) as opened:
        lines = listed(opened, chosen(options, opened))
    if as_json:
        print_json(lines)
        return
    label = context.ensure_object(Application).catalogue.method.label
    for line in lines:
        verdict = label("verdict", line["bottom_line"], language_in_use())
        click.echo(f"{line['id'][:8]}  {line['authority']:<36}  {verdict:<24}  {line['title']}")


@click.command()
@click.argument("screening", metavar="ID")
@PATH
def show(screening: str, registry: Path | None) -> None:
    """Print all that is known of one screening, as JSON: its chains, which of them counts, and its bundles."""
    with open_registry(registry or registry_path()) as opened:
        print_json(opened.screening(opened.full_id(screening)))


@click.command()
@filters
@PATH
@JSON
@click.pass_context
def stats(context: click.Context, /, registry: Path | None, as_json: bool, **options: Any) -> None:
    """Count verdicts, arenas, groups and remedies; with --json every figure."""
    from relational_screen.registry.statistics.statistics import statistics

    with open_registry(registry or registry_path()) as opened:
        found, uncounted = statistics(opened, chosen(options, opened)), told_uncounted(opened)
    if as_json:
        print_json(found.as_json())
    else:
        print_lines(told_statistics(found, context.ensure_object(Application).catalogue, language_in_use()))
        if uncounted:
            click.echo(uncounted, err=True)


@click.command()
@click.option("--seed", type=int, required=True, help="Draws the same screenings again.")
@click.option("--size", type=click.IntRange(min=1), default=10, help="How many are drawn.")
@filters
@PATH
def sample(seed: int, size: int, registry: Path | None, **options: Any) -> None:
    """Draw screenings that found nothing, for control; what is printed is enough to draw them again."""
    with open_registry(registry or registry_path()) as opened:
        print_json(null_sample(opened, seed, size, chosen(options, opened)))
