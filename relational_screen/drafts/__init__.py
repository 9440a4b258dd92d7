"""What is screened: a draft's text, read from a file and cut into passages with their legal labels."""
