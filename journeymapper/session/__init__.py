"""One open map: where document, layout, history and file meet."""
