"""The steps of a screening, one page each."""
