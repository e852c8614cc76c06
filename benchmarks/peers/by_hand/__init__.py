"""The search page written by hand: a bare WSGI function, SQL, and strings; no framework."""
