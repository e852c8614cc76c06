# syntax=docker/dockerfile:1
# One image for web, worker, beat and prepare; which of them it is, is the command.

FROM python:3.11-slim-bookworm AS packages
WORKDIR /build
COPY requirements.txt ./
COPY trialfinder/launch/constraints.txt ./
# Wheels alone: nothing of a package runs while it is installed, and no compiler is needed.
RUN python -m venv --without-pip /packages \
    && python -m pip --python /packages/bin/python install --no-cache-dir --only-binary :all: \
       -r requirements.txt -c constraints.txt

FROM python:3.11-slim-bookworm
RUN useradd --uid 10001 --no-create-home --home-dir /nonexistent --shell /usr/sbin/nologin site
COPY --from=packages /packages /packages
WORKDIR /site
COPY LICENSE manage.py requirements.txt ./
COPY trialfinder trialfinder
COPY trials trials
COPY templates templates
COPY static static
ENV PATH=/packages/bin:$PATH \
    PYTHONUNBUFFERED=1 \
    PYTHONDONTWRITEBYTECODE=1 \
    DJANGO_SETTINGS_MODULE=trialfinder.settings \
    STATE_DIR=/site/var \
    LOG_FORMAT=json \
    PORT=8000
# The files for browsers are part of the image. The key is for this command alone, and is no secret.
RUN SECRET_KEY=for-collecting-static-files-only python manage.py collectstatic --no-input -v 0 \
    && python -m compileall -q trialfinder trials \
    && chmod -R a+rX /site
USER 10001:10001
EXPOSE 8000
HEALTHCHECK --interval=15s --timeout=12s --start-period=30s --retries=3 \
    CMD ["python", "-m", "trialfinder.watching.probe", "/health/ready"]
CMD ["python", "-m", "granian", "trialfinder.wsgi:application", "--interface", "wsgi", "--no-ws", \
     "--host", "0.0.0.0", "--port", "8000", "--workers", "2", "--blocking-threads", "16", \
     "--http1-buffer-size", "65536", "--log-config", "trialfinder/watching/granian.json", \
     "--no-access-log", "--respawn-failed-workers", "--workers-kill-timeout", "5"]
