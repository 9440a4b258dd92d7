"""Lets `python -m relational_screen` do what the command does."""

from relational_screen.cli import main

main()
