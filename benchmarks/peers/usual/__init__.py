"""The search as most Django sites have it: the ORM, a query for each filter, a Paginator."""
