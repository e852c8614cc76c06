"""Buttons on the map never touch and never leave it."""

from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st

from trials.views.presenters.map.spread import Placed, Room, Wanted, spread

ROOM = Room(720, 540, reach=170, name_height=22)
numbers = st.floats(-300, 1000, allow_nan=False)
anchors = st.lists(
    st.tuples(numbers, numbers, st.floats(26, 45), st.sampled_from([0.0, 60.0, 150.0])),
    max_size=30,
)


def wanted(*anchors: tuple[float, float, float, float]) -> list[Wanted]:
    return [
        Wanted(str(number), (x, y), radius, name_width)
        for number, (x, y, radius, name_width) in enumerate(anchors)
    ]


def box(one: Placed) -> tuple[float, float, float, float]:
    (x, y), radius = one.centre, one.wanted.radius
    half = max(radius, one.wanted.name_width / 2) if one.is_named else radius
    return x - half, y - radius, x + half, y + radius + (ROOM.name_height if one.is_named else 0)


@given(anchors)
def test_no_two_touch_and_all_stay_inside(anchors: list[tuple[float, float, float, float]]) -> None:
    placed = spread(wanted(*anchors), ROOM)
    boxes = [box(one) for one in placed]
    for west, north, east, south in boxes:
        assert min(west, north) >= -1e-6
        assert east <= ROOM.width + 1e-6
        assert south <= ROOM.height + 1e-6
    for one, other in combinations(boxes, 2):
        apart = max(one[0] - other[2], other[0] - one[2], one[1] - other[3], other[1] - one[3])
        assert apart >= ROOM.gap - 1e-6


@given(anchors)
def test_the_same_places_stand_the_same_way(
    anchors: list[tuple[float, float, float, float]],
) -> None:
    assert spread(wanted(*anchors), ROOM) == spread(wanted(*anchors), ROOM)


def test_the_first_stands_at_its_place_and_the_next_beside_it() -> None:
    first, second = spread(wanted((300, 200, 40, 0), (302, 200, 30, 0)), ROOM)
    assert (first.centre, first.is_away) == ((300, 200), False)
    assert second.is_away


def test_a_name_is_given_up_before_the_place_is() -> None:
    first, second = spread(wanted((300, 200, 30, 150), (390, 200, 30, 150)), ROOM)
    assert (first.is_named, second.is_named, second.is_away) == (True, False, False)


def test_what_finds_no_room_is_left_out() -> None:
    narrow = Room(130, 130, reach=100)
    assert len(spread(wanted((60, 60, 60, 0), (70, 60, 60, 0)), narrow)) == 1


def test_a_place_beyond_the_edge_is_named_at_the_edge() -> None:
    (one,) = spread(wanted((2000, 200, 30, 0)), ROOM)
    assert one.is_away
    assert one.centre == (ROOM.width - 30, 200)
