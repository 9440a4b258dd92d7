"""Commands for what leaves the registry: the yearly report, and figures as tables."""

from pathlib import Path
from typing import Any

import click

from relational_screen.app.application import Application
from relational_screen.app.language import language_in_use
from relational_screen.cli.registry.shared import PATH, YEAR, chosen, filters, open_register
from relational_screen.cli.shared import FILE, pass_application, print_json
from relational_screen.screening.note.forms import FORMS, Form


@click.command()
@click.option("--year", type=YEAR, required=True, help="The parliamentary year, by the year it opens in.")
@click.option("-o", "--output", type=FILE, required=True, help="The .docx, .pdf or .txt file to write.")
@click.option("--seed", type=int, help="Draws the sample of null results; else taken from them.")
@PATH
@pass_application
def report(application: Application, year: int, output: Path, seed: int | None, registry: Path | None) -> None:
    """Write the yearly report."""
    from relational_screen.app.reporting import yearly_report
    from relational_screen.export.writing import check_path, export_note

    check_path(output)
    with open_register(application.catalogue, registry) as register:
        export_note(yearly_report(register, year, language_in_use(), seed), output)
    click.echo(output)


@click.command()
@click.option("-o", "--output", type=FILE, required=True, help="The .xlsx, .csv or .json file to write.")
@filters
@PATH
@pass_application
def export(application: Application, /, output: Path, registry: Path | None, **options: Any) -> None:
    """Write all figures and the screenings behind them for other programs; a .csv holds the screenings alone."""
    from relational_screen.app.reporting import write_figures

    with open_register(application.catalogue, registry) as register:
        write_figures(register, chosen(options, register.registry), output, language_in_use())
    click.echo(output)


@click.command()
@filters
@PATH
@pass_application
def quality(application: Application, /, registry: Path | None, **options: Any) -> None:
    """Print how screenings were made, and how far two readers of the same proposal agree, as JSON."""
    from relational_screen.registry.statistics.quality_sums import quality_sums
    from relational_screen.registry.statistics.read_twice import read_twice

    with open_register(application.catalogue, registry) as register:
        found = chosen(options, register.registry)
        sums, readers = quality_sums(register.registry, found), read_twice(register.registry, found)
        marks = {name: figure.count for name, figure in register.statistics(found).quality.items()}
    print_json({**sums.as_json(), **marks, "agreement": [each.as_json() for each in readers]})


@click.command()
@click.argument("screening", metavar="ID")
@click.option("-o", "--output", type=FILE, required=True, help="The .docx, .pdf, .json or .txt file to write.")
@click.option("--form", type=click.Choice(FORMS), default="full", help="The form of the note.")
@PATH
@pass_application
def note(application: Application, screening: str, output: Path, form: Form, registry: Path | None) -> None:
    """Write a screening's note anew, from the verified chain that counts."""
    from relational_screen.export.writing import check_path, export_note

    check_path(output)
    with open_register(application.catalogue, registry) as register:
        export_note(register.note(register.registry.full_id(screening), form, language_in_use()), output)
    click.echo(output)
