"""The command palette: a few letters find an action or a place of the map."""
