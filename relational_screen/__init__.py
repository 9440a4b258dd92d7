"""Relational Screen (Relationel bundlinje): what a draft does to people's relations."""

__version__ = "0.1.0"
