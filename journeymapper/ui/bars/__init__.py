"""The slim bars under the canvas: find and replace, and the filter."""
