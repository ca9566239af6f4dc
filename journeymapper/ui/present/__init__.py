"""Showing a map to a room: full screen, part by part, with a timer, votes and a parking lot."""
