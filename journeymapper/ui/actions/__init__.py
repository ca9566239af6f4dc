"""The action table, and the menus, toolbar and context menus that are views of it."""
