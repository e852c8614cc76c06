"""The wall: what no request may do, tried on every route of the URL configuration."""
