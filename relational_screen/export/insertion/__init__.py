"""The note put into the draft's own Word file, with nothing else of the file changed."""
