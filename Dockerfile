# One image for the site, the worker, the clock, the relay and the migrations.

FROM python:3.13-slim AS packages
ENV PIP_DISABLE_PIP_VERSION_CHECK=1 PIP_NO_CACHE_DIR=1
RUN python -m venv /opt/venv
COPY requirements/base.txt /tmp/base.txt
RUN /opt/venv/bin/pip install --require-hashes --only-binary=:all: --requirement /tmp/base.txt

FROM python:3.13-slim
RUN groupadd --system --gid 10001 throughline \
    && useradd --system --uid 10001 --gid 10001 --no-create-home --shell /usr/sbin/nologin throughline
ENV PATH=/opt/venv/bin:$PATH \
    PYTHONDONTWRITEBYTECODE=1 \
    PYTHONUNBUFFERED=1 \
    DJANGO_SETTINGS_MODULE=config.settings \
    STATIC_ROOT=/srv/static
COPY --from=packages /opt/venv /opt/venv
WORKDIR /app
COPY . .
# No server is asked anything here: the addresses and the key only let the settings be read.
RUN DATABASE_URL=postgresql://nobody@nowhere/none REDIS_URL=redis://nowhere/0 \
    SECRET_KEY=only-while-the-image-is-being-built-and-never-after \
    SITE_URL=https://localhost python manage.py collectstatic --no-input --verbosity=0 \
    && python -m compileall -q -j 0 /app /opt/venv
USER throughline
EXPOSE 8000
CMD ["granian", "--interface=wsgi", "--host=0.0.0.0", "--port=8000", "--workers=2", \
     "--blocking-threads=4", "--backpressure=64", "--respawn-failed-workers", \
     "--respawn-interval=1", "--workers-lifetime=6h", "--http1-header-read-timeout=10000", \
     "--workers-kill-timeout=30", "config.wsgi:application"]
