"""The native document: reading and writing NAME.journey."""
