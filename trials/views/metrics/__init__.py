"""/metrics: numbers for Prometheus."""
