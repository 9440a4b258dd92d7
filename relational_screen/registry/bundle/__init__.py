"""A bundle: one screening in one signed file, made and verified."""
