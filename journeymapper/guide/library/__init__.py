"""Building blocks: ready-made cards, by what they are and where in a journey they fit."""
