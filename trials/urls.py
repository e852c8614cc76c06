"""Addresses of the site's pages."""

from django.urls import path

from trials.views import about_data, home, robots, search, study

urlpatterns = [
    path("", home.home, name="home"),
    path("trials/", search.search_page, name="search"),
    path("trials/<str:typed>/", study.study_page, name="study"),
    path("about/data/", about_data.about_data, name="about_data"),
    path("robots.txt", robots.robots, name="robots"),
]
