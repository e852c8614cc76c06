"""What a web server calls."""

import os

import django
from django.conf import settings

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "trialfinder.settings")

django.setup(set_prefix=False)

from trialfinder.entry import Entry  # noqa: E402 when the models are there
from trials.models.time_limit import limit_statements  # noqa: E402
from trials.views.warm import warm_up  # noqa: E402

application = Entry()
limit_statements(settings.STATEMENT_TIMEOUT_MS)
warm_up()
