"""The page of components: there for who builds the site, never for a reader."""

import pytest
from django.test import Client
from pytest_django.fixtures import Settings

from tests.integration.pages.reading_pages import shown
from tests.integration.pages.test_every_page import check_frame, check_words
from trials.views.stylesheet import PARTS

pytestmark = pytest.mark.django_db
PATH = "/about/components/"
TEMPLATES = PARTS.parents[1] / "templates" / "components"
# the map is drawn from the catalogue, on its own page; the others are parts of what is shown
NOT_SHOWN_HERE = {"map.jinja", "save.jinja", "earlier_copy.jinja"}


@pytest.mark.parametrize("path", [PATH, f"{PATH}errors/500/"])
def test_it_is_not_there_on_a_site_for_readers(
    client: Client, settings: Settings, path: str
) -> None:
    settings.ACCEPT_TEST_STUDIES = False
    assert client.get(path).status_code == 404


@pytest.mark.parametrize("name", ["DEBUG", "ACCEPT_TEST_STUDIES"])
def test_every_component_is_on_it(client: Client, settings: Settings, name: str) -> None:
    settings.ACCEPT_TEST_STUDIES = False
    setattr(settings, name, True)
    page = shown(client, PATH)
    check_frame(PATH, page)
    check_words(PATH, page)
    source = (TEMPLATES.parent / "about" / "components.jinja").read_text()
    macros = {file.name for file in TEMPLATES.glob("*.jinja")} - NOT_SHOWN_HERE
    assert not [name for name in macros if f'"components/{name}"' not in source]


def test_each_names_a_style_sheet_that_is_there() -> None:
    source = (TEMPLATES.parent / "about" / "components.jinja").read_text()
    sheets = [part.split('"')[0] for part in source.split('), "')[1:]]
    assert len(sheets) >= 15
    assert all((PARTS / sheet).is_file() for sheet in sheets)


@pytest.mark.parametrize("status", [400, 403, 404, 500])
def test_errors_can_be_looked_at(client: Client, settings: Settings, status: int) -> None:
    settings.ACCEPT_TEST_STUDIES = True
    page = shown(client, f"{PATH}errors/{status}/")
    assert page.status == status
    assert client.get(f"{PATH}errors/418/").status_code == 404
