"""Tests of what enters and leaves."""
