"""The canvas: painting, gestures and editing in place."""
