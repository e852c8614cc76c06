"""'My situation': answers that stay on the person's own device, beside what studies ask."""
