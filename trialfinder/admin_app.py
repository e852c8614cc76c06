"""Django's admin, with the entrance that asks for a second factor."""

from django.contrib.admin.apps import AdminConfig


class CuratorsAdminConfig(AdminConfig):
    default_site = "trials.entrance.site.CuratorsSite"
