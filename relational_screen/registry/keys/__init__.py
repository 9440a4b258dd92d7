"""Keys: to sign with, to open what is sealed, where private ones lie and how public ones travel."""
