# One image for web server, worker and set-up. Plain on purpose: nothing is compiled, nothing comes from apt.
FROM python:3.12-slim

ENV PYTHONDONTWRITEBYTECODE=1 \
    PYTHONUNBUFFERED=1 \
    DJANGO_SETTINGS_MODULE=config.settings.production \
    STATIC_ROOT=/app/static-collected \
    VAR_DIR=/var/lib/vielfaltsnetz

RUN useradd --system --uid 10001 --user-group --no-create-home --home-dir /nonexistent vielfaltsnetz \
    && install -d -o vielfaltsnetz -g vielfaltsnetz /var/lib/vielfaltsnetz
WORKDIR /app

COPY requirements.txt .
RUN pip install --no-cache-dir --require-hashes --only-binary :all: -r requirements.txt

COPY . .
# Production's settings want a whole environment; this one is thrown away with the command.
RUN SECRET_KEY="$(python -c 'import secrets; print(secrets.token_urlsafe(64))')" ENV_FILE=deploy/sample.env \
    python manage.py collectstatic --noinput

USER vielfaltsnetz
EXPOSE 8000
CMD ["gunicorn", "--config", "deploy/gunicorn.conf.py", "config.wsgi"]
