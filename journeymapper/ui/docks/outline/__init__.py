"""The outline: the map as a tree."""
