"""Addresses of the site's pages.

A page in ``kept(...)`` is public and made of its address alone: it has a mark and a copy.
All others are made anew each time; a new page is one of these until it is said to be kept.
"""

from django.urls import path

from trials.api import api
from trials.views import (
    about_data,
    accessibility,
    calendar_file,
    check,
    comfort,
    compare,
    components,
    export,
    feeds,
    guide,
    home,
    icon,
    privacy,
    questions,
    robots,
    search,
    security_txt,
    sitemap,
    status_page,
    study,
)
from trials.views.fit import forget, question, results, start, undo
from trials.views.follow import ask, links
from trials.views.kept.addresses import (
    by_criteria,
    by_criteria_and_area,
    by_order,
    by_studies,
    without_question,
)
from trials.views.kept.made_of import by_minute
from trials.views.kept.page import kept
from trials.views.map import map_view
from trials.views.saved import mine, others

urlpatterns = [
    path("", kept(home.home, is_dear=True), name="home"),
    path("trials/", kept(search.search_page, address=by_criteria), name="search"),
    path("trials/map/", kept(map_view, address=by_criteria_and_area, is_dear=True), name="map"),
    path("trials/feed.atom", feeds.search_feed, name="search_feed"),
    path("trials/<str:typed>/", kept(study.study_page), name="study"),
    path("trials/<str:typed>/feed.atom", feeds.study_feed, name="study_feed"),
    path("trials/<str:typed>/dates.ics", calendar_file.dates_file, name="study_dates"),
    path("trials/<str:typed>/questions/", kept(questions.questions), name="questions"),
    path("check/", kept(check.check, address=without_question), name="check"),
    path("check/earlier-cells/", kept(check.earlier_cells), name="earlier_cells"),
    path("guide/", kept(guide.guide), name="guide"),
    path("guide/<slug:slug>/", kept(guide.guide_page), name="guide_page"),
    path("about/data/", kept(about_data.about_data, moment=by_minute), name="about_data"),
    path("about/components/", components.components, name="components"),
    path("about/components/errors/<int:status>/", components.error_sample, name="components_error"),
    path("compare/", kept(compare.compare, address=by_studies), name="compare"),
    path("fit/", start.start, name="fit"),
    path("fit/results/", results.results, name="fit_results"),
    path("fit/undo/", undo.undo, name="fit_undo"),
    path("fit/forget/", forget.forget_answers, name="fit_forget"),
    path("fit/bring-back/", forget.bring_back, name="fit_bring_back"),
    path("fit/<slug:slug>/", question.question, name="fit_question"),
    path("comfort/", comfort.comfort_settings, name="comfort"),
    path("privacy/", kept(privacy.privacy), name="privacy"),
    path("privacy/health-data/", kept(privacy.health_data), name="health_data"),
    path("privacy/clear/", privacy.clear_device, name="clear_device"),
    path("accessibility/", kept(accessibility.accessibility), name="accessibility"),
    path("status/", kept(status_page.status, moment=by_minute), name="status"),
    path("export/", kept(export.export_page, address=by_order), name="export"),
    path("export/columns/", kept(export.columns_page), name="export_columns"),
    path("export/studies.<str:form>", export.export_file, name="export_file"),
    path("api/v1/", api.urls),
    path("sitemap.xml", kept(sitemap.sitemap, is_dear=True), name="sitemap"),
    path("opensearch.xml", kept(sitemap.opensearch), name="opensearch"),
    path("robots.txt", robots.robots, name="robots"),
    path("favicon.ico", icon.favicon, name="favicon"),
    path(".well-known/security.txt", security_txt.security_txt, name="security_txt"),
    path("saved/", mine.my_list, name="saved"),
    path("saved/save/", mine.save, name="saved_save"),
    path("saved/remove/", mine.remove, name="saved_remove"),
    path("saved/note/", mine.note, name="saved_note"),
    path("saved/order/", mine.move, name="saved_move"),
    path("saved/delete/", mine.delete, name="saved_delete"),
    path("saved/share/", others.share, name="saved_share"),
    path("saved/share/stop/", others.stop_sharing, name="saved_stop_sharing"),
    path("saved/move/", others.start_move, name="saved_start_move"),
    path("saved/move/<str:token>/", others.arrive, name="saved_arrive"),
    path("lists/<str:token>/", others.shared, name="shared_list"),
    path("saved/copy/<str:token>/", others.copy, name="shared_copy"),
    path("follow/", ask.follow_search, name="follow"),
    path("follow/sent/", ask.sent, name="follow_sent"),
    path("follow/confirm/<str:token>/", links.confirm, name="follow_confirm"),
    path("follow/renew/<str:token>/", links.renew, name="follow_renew"),
    path("follow/end/<str:token>/", links.end, name="follow_end"),
    path("follow/<str:typed>/", ask.follow_study, name="follow_study"),
]
