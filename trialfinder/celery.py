"""The Celery application. Start a worker with `celery -A trialfinder.celery worker`."""

from __future__ import annotations

import os
from datetime import UTC, datetime
from time import monotonic

from celery import Celery, Task
from celery.signals import task_postrun, task_prerun

from trialfinder.watching import ids, tasks

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "trialfinder.settings")

app = Celery("trialfinder")
app.config_from_object("django.conf:settings", namespace="CELERY")
app.autodiscover_tasks(["trials"])


@task_prerun.connect
def begin(task_id: str, task: Task[..., object], **_: object) -> None:
    ids.begin_task(task_id)
    task.request.update(began=monotonic())


@task_postrun.connect
def end(task: Task[..., object], state: str | None = None, **_: object) -> None:
    seconds = monotonic() - task.request.get("began", monotonic())
    tasks.note(task.name, (state or "unknown").lower(), seconds=seconds, at=datetime.now(UTC))
    ids.begin_task("")
