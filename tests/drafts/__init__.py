"""Tests of reading drafts and cutting them into passages."""
