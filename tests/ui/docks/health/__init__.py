"""Tests of journeymapper.ui.docks.health and of what else in the window tells of the health check."""
