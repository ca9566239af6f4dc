"""Pure geometry: from records to display lists, in points."""
