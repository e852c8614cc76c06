"""What every page of 'My situation' is wrapped in: nothing of it is kept, cached or reported."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any, Concatenate, ParamSpec

from django.core.exceptions import BadRequest, PermissionDenied, SuspiciousOperation
from django.db import OperationalError
from django.http import Http404, HttpRequest, HttpResponse
from django.http.multipartparser import MultiPartParserError
from django.views.debug import SafeExceptionReporterFilter
from django.views.decorators.debug import sensitive_post_parameters, sensitive_variables

from trials.models.time_limit import is_cut_off
from trials.views.fit.sealed import PLAIN_NAME
from trials.views.headers import PRIVATE
from trials.views.same_site import from_this_site

UNREADABLE = (BadRequest, SuspiciousOperation, MultiPartParserError)
"""Django's own words on a request that can't be read."""
P = ParamSpec("P")
View = Callable[Concatenate[HttpRequest, P], HttpResponse]


class PageFailed(RuntimeError):
    """Stands in an error report for an error whose own words could hold an answer."""


class WithoutAnswers(SafeExceptionReporterFilter):
    """Reports of errors without the cookie, even sealed."""

    def cleanse_setting(self, key: Any, value: Any) -> Any:
        if PLAIN_NAME in str(key):
            return self.cleansed_substitute
        return super().cleanse_setting(key, value)


def private(view: View[P]) -> View[P]:
    """For a view that reads answers."""

    @wraps(view)
    def shielded(request: HttpRequest, /, *args: P.args, **kwargs: P.kwargs) -> HttpResponse:
        # Django looks for this attribute when it writes a report.
        request.exception_reporter_filter = WithoutAnswers()
        try:
            response = view(request, *args, **kwargs)
        except (Http404, PermissionDenied, *UNREADABLE):
            raise
        except OperationalError as error:
            if is_cut_off(error):  # its words are the database's alone
                raise
            raise PageFailed(type(error).__name__).with_traceback(error.__traceback__) from None
        except Exception as error:  # noqa: BLE001 whatever it is, its words must not get out
            raise PageFailed(type(error).__name__).with_traceback(error.__traceback__) from None
        response.headers["Cache-Control"] = PRIVATE
        return response

    return from_this_site(sensitive_post_parameters()(sensitive_variables()(shielded)))
