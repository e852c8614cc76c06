"""Starts the project on one machine: virtual environment, servers, processes, tests.

Standard library only, because it runs before anything is installed.
"""
