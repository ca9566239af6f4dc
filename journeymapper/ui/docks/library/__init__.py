"""The library beside the map: building blocks and personas to be put in."""
