"""What the commands share: types of arguments, and how data, lines and remarks are printed."""

import json
from collections.abc import Iterable
from pathlib import Path
from types import ModuleType

import click

from relational_screen.app.application import Application
from relational_screen.app.language import _
from relational_screen.app.remarks import remarks
from relational_screen.drafts.draft import Draft

FILE = click.Path(path_type=Path)
JSON = click.option("--json", "as_json", is_flag=True, help="Print JSON.")
KEYS = click.option("--keys", "folder", type=FILE, help="The folder of keys; else the usual place of this system.")

pass_application = click.make_pass_decorator(Application)


def add_commands(group: click.Group, module: ModuleType) -> None:
    """Add all commands that a module defines to a group."""
    for command in vars(module).values():
        if isinstance(command, click.Command):
            group.add_command(command)


def ask_password(*, new: bool = False) -> str:
    """Ask for the password of the office's keys, twice for a new one."""
    again = _("The same once more") if new else False
    words = _("A new password for the keys, of at least 16 characters") if new else _("Password of the keys")
    return str(click.prompt(words, hide_input=True, confirmation_prompt=again, err=True))


def print_json(data: object) -> None:
    """Print data as JSON."""
    click.echo(json.dumps(data, ensure_ascii=False, indent=2))


def print_lines(lines: Iterable[str]) -> None:
    """Print lines of text."""
    for line in lines:
        click.echo(line)


def print_remarks(draft: Draft | None) -> None:
    """Print what must be said of how a draft was read, beside the output."""
    for sentence in remarks(draft):
        click.echo(sentence, err=True)
