"""The same application without a screen. Exit 0: fine; 1: something the user can act on; 2: wrong usage."""

import sys
import traceback
from collections.abc import Callable
from pathlib import Path

import click

from relational_screen import __version__
from relational_screen.app.application import Application
from relational_screen.app.language import LANGUAGES, _, told, use_language
from relational_screen.app.settings import load_settings, settings_path
from relational_screen.cli import audit, content, drafts, reading, registry, screenings
from relational_screen.cli.shared import FILE, add_commands
from relational_screen.errors import ScreenError

Window = Callable[[Path | None, str | None, bool], int]
"""Opens the window with a store, a language and whether to show the example; returns the exit code."""


@click.group(invoke_without_command=True)
@click.option("--store", type=FILE, help="The file that holds the screenings.")
@click.option("--lang", type=click.Choice(LANGUAGES), help="Language of words and notes.")
@click.option("--example", is_flag=True, help="Open the window with the invented example.")
@click.version_option(__version__)
@click.pass_context
def cli(context: click.Context, store: Path | None, lang: str | None, example: bool) -> None:
    """Relational Screen: what a draft does to people's relations. Without a command the window opens."""
    settings = load_settings(settings_path())
    use_language("en" if (lang or settings.language) == "en" else "da")
    open_window: Window = context.obj
    context.obj = Application(store or settings.store_path, settings.name)
    if context.invoked_subcommand is None:
        raise SystemExit(open_window(store, lang, example))


cli.add_command(registry.registry)
for module in (content, drafts, screenings, reading, audit):
    add_commands(cli, module)


def run(open_window: Window) -> None:
    """Run a command; what a user can act on is told in one message without a traceback."""
    try:
        cli(standalone_mode=False, obj=open_window)
    except ScreenError as error:
        click.echo(told(error), err=True)
        sys.exit(1)
    except click.ClickException as error:
        error.show()
        sys.exit(error.exit_code)
    except click.Abort:
        sys.exit(1)
    except Exception as error:  # noqa: BLE001 - the outermost place: a bug is loud, and says that it is one
        traceback.print_tb(error.__traceback__)  # without the error's own words, which may hold words of a draft
        click.echo(type(error).__name__, err=True)
        click.echo(_("This is a fault in the program. Nothing that was saved is lost."), err=True)
        sys.exit(70)
