"""Commands for what follows the answers: comments, the second reader, the sign-off and the follow-up."""

from pathlib import Path

import click

from relational_screen.app.application import Application
from relational_screen.cli.shared import FILE, JSON, pass_application, print_json, print_lines
from relational_screen.screening.signing import ReadingOutcome

SCREENING = click.argument("screening", metavar="ID")
BY = click.option("--as", "by", metavar="NAME", default="", help="Who acts; left out, the name in the settings.")
READER = click.option("--reader", metavar="NAME", required=True, help="The second reader.")
OUTCOMES: dict[str, ReadingOutcome] = {"approve": "approved", "return": "returned"}


@click.command()
@SCREENING
@JSON
@pass_application
def status(application: Application, screening: str, as_json: bool) -> None:
    """Show comments, readings, sign-off and follow-up."""
    from relational_screen.app.signing_status import status_json, told_status

    session = application.open(screening)
    if as_json:
        print_json(status_json(session))
    else:
        print_lines(told_status(session))


@click.command()
@SCREENING
@click.argument("place")
@click.argument("text")
@BY
@pass_application
def comment(application: Application, screening: str, place: str, text: str, by: str) -> None:
    """Comment on a question or gate; with an empty PLACE ("") on the whole."""
    application.open(screening).signing.comment(place, text, by)


@click.command()
@SCREENING
@click.argument("number", type=int)
@BY
@pass_application
def settle(application: Application, screening: str, number: int, by: str) -> None:
    """Say that a comment is dealt with; status shows its number."""
    application.open(screening).signing.settle_comment(number, by)


@click.command(name="ask-review")
@SCREENING
@READER
@click.option("--blind", is_flag=True, help="The reader is to screen the proposal alone first.")
@BY
@pass_application
def ask_review(application: Application, screening: str, reader: str, blind: bool, by: str) -> None:
    """Ask a second reader."""
    application.open(screening).signing.ask_review(reader, blind=blind, by=by)


@click.command(name="read-blind")
@SCREENING
@READER
@pass_application
def read_blind(application: Application, screening: str, reader: str) -> None:
    """Start a second reader's own screening of the same proposal and print its id."""
    click.echo(application.read_blind(screening, reader).id)


@click.command(name="give-review")
@SCREENING
@click.argument("outcome", type=click.Choice(list(OUTCOMES)))
@click.option("--text", default="", help="What the reader says to it.")
@BY
@pass_application
def give_review(application: Application, screening: str, outcome: str, text: str, by: str) -> None:
    """Approve a screening as its second reader, or return it."""
    application.open(screening).signing.give_review(OUTCOMES[outcome], text, by)


@click.command(name="sign-off")
@SCREENING
@click.option("--review-date", metavar="DATE", default="", help="The day it is followed up (YYYY-MM-DD).")
@click.option("--indicators", type=FILE, help="A TOML file of what will show whether effects came.")
@BY
@pass_application
def sign_off(application: Application, screening: str, review_date: str, indicators: Path | None, by: str) -> None:
    """Sign a screening off as it stands."""
    from relational_screen.app.signing_files import read_indicators

    given = read_indicators(indicators) if indicators else ()
    application.open(screening).signing.sign_off(review_date, given, by)


@click.command()
@SCREENING
@click.option("--reason", required=True)
@BY
@pass_application
def reopen(application: Application, screening: str, reason: str, by: str) -> None:
    """Take a sign-off back."""
    application.open(screening).signing.reopen(reason, by)


@click.command(name="follow-up")
@SCREENING
@click.argument("file", type=FILE)
@BY
@pass_application
def follow_up(application: Application, screening: str, file: Path, by: str) -> None:
    """Say what came of the expected effects, with a TOML file."""
    from relational_screen.app.signing_files import read_follow_up

    told = read_follow_up(file)
    application.open(screening).signing.follow_up(told.text, told.outcomes, by)
