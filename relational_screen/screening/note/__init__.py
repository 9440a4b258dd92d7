"""The note: from answers and result to the content that every exporter renders."""
