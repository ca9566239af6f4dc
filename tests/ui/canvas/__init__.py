"""Tests of the canvas, driven with keys and mouse."""
