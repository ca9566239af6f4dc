"""Templates: maps that new maps begin with, the program's own and the user's."""
