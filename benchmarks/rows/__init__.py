"""One row of the table a file: `outcomes(size)` asserts that the answers are equal, then times."""
