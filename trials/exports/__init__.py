"""Handing over: one list of columns feeds every file, the help on the page and the API."""
