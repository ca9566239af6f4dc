"""Shaping: words to lines of glyph runs."""
