"""Files that are named on the command line are looked for where its caller stands."""

import pytest

from trialfinder.launch.modules import Named, values_of, words


@pytest.mark.parametrize(
    ("named", "given", "meant"),
    [
        (words, ["rel.json"], ["/here/rel.json"]),
        (words, ["../one", "/two", "--json"], ["/here/../one", "/two", "--json"]),
        (words, ["--help"], ["--help"]),
        (words, [], []),
        (
            values_of("--logs"),
            ["--seed", "2", "--logs", "rel"],
            ["--seed", "2", "--logs", "/here/rel"],
        ),
        (values_of("--logs"), ["--logs=rel", "--seed", "3"], ["--logs=/here/rel", "--seed", "3"]),
        (values_of("--logs"), ["--log", "rel"], ["--log", "/here/rel"]),  # argparse takes it so
        (values_of("--logs"), ["--logs", "/there"], ["--logs", "/there"]),
        (values_of("--logs"), ["--logs"], ["--logs"]),
        (values_of("--logs"), ["--hours=2", "--"], ["--hours=2", "--"]),
    ],
)
def test_a_file_is_looked_for_from_here(named: Named, given: list[str], meant: list[str]) -> None:
    assert named(given, "/here") == meant
