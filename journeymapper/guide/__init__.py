"""The know-how inside: what comes with the program as data, and what it does for a map."""
