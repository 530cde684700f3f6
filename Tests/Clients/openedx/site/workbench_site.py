"""Settings of Open edX's XBlock workbench with the SCORM block, all state in the working folder.

The workbench stands in for the LMS. It differs from it in two ways that keep the block from
working, which workbench_parts.py mends; the block itself is as published. Also the workbench's
addresses of handlers end in a query, so files can't be served through one: the block's own setting
`PROXY_ASSETS_LMS` has them served as media files.
"""

import os
from pathlib import Path

from workbench.settings import *  # noqa: F403
from workbench.settings import INSTALLED_APPS, WORKBENCH

STATE = Path.cwd()
DATABASES = {"default": {"ENGINE": "django.db.backends.sqlite3", "NAME": STATE / "workbench.db", "OPTIONS": {"timeout": 30}}}
LOGGING = {"version": 1, "disable_existing_loggers": False, "handlers": {"out": {"class": "logging.StreamHandler"}}, "root": {"handlers": ["out"], "level": "INFO"}}
MEDIA_ROOT = STATE / "media"
MEDIA_URL = "/media/"
ALLOWED_HOSTS = ["127.0.0.1"]
INSTALLED_APPS = [*INSTALLED_APPS, "workbench_parts.Parts"]
WORKBENCH = {**WORKBENCH, "services": {**WORKBENCH["services"], "user": "workbench_parts.Users"}}
XBLOCK_SETTINGS = {"ScormXBlock": {"PROXY_ASSETS_LMS": False}}
os.environ.setdefault("DJANGO_SETTINGS_MODULE", "workbench_site")
