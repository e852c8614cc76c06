"""What a web server calls."""

import os

from django.conf import settings
from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "trialfinder.settings")

application = get_wsgi_application()

from trials.models.time_limit import limit_statements  # noqa: E402 when the models are there
from trials.views.warm import warm_up  # noqa: E402

limit_statements(settings.STATEMENT_TIMEOUT_MS)
warm_up()
