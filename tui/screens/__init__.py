"""Screens: one a file, beside its layout."""
