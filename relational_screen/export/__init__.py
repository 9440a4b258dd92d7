"""A note written as a Word or PDF file. No wording of its own but the word for a page."""
