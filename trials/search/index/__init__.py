"""An index of the listed studies in the web process, for catalogues of tens of thousands: ADR 13.

PostgreSQL stays the truth. The index is a folder of columns made of one edition; it answers
only while that edition is the current one, and what it can't answer is asked of PostgreSQL.
"""
