"""Settings of Open edX's XBlock workbench with its blocks for SCORM and cmi5, all state in the working folder.

The workbench stands in for the LMS. Where it differs from it so that the blocks don't work,
workbench_parts.py mends it; the blocks themselves are as published. Also the workbench's addresses
of handlers end in a query, so files can't be served through one: the SCORM block's own setting
`PROXY_ASSETS_LMS` has them served as media files.
"""

import os
from pathlib import Path

from workbench.settings import *  # noqa: F403
from workbench.settings import INSTALLED_APPS, MIDDLEWARE, WORKBENCH

STATE = Path.cwd()
DATABASES = {"default": {"ENGINE": "django.db.backends.sqlite3", "NAME": STATE / "workbench.db", "OPTIONS": {"timeout": 30}}}
LOGGING = {"version": 1, "disable_existing_loggers": False, "handlers": {"out": {"class": "logging.StreamHandler"}}, "root": {"handlers": ["out"], "level": "INFO"}}
MEDIA_ROOT = STATE / "media"
MEDIA_URL = "/media/"
ALLOWED_HOSTS = ["127.0.0.1"]
INSTALLED_APPS = [*INSTALLED_APPS, "workbench_parts.Parts"]
WORKBENCH = {**WORKBENCH, "services": {**WORKBENCH["services"], "enrollments": "workbench_parts.Enrollments", "user": "workbench_parts.Users"}}
MIDDLEWARE = ["workbench_parts.outside", *MIDDLEWARE]
LMS_ROOT_URL = "http://127.0.0.1"
XBLOCK_SETTINGS = {"ScormXBlock": {"PROXY_ASSETS_LMS": False}}
os.environ.setdefault("DJANGO_SETTINGS_MODULE", "workbench_site")
