"""Ralph's HTTP interface over its file backend, with new statements added to the file.

Ralph 5.1 opens the file for creation each time, so the first batch would be the only one. Its data
backend can append; only the default of the record store is another.
"""

from ralph.backends.data.base import BaseOperationType
from ralph.backends.lrs.fs import FSLRSBackend

FSLRSBackend.default_operation_type = BaseOperationType.APPEND

from ralph.api import app  # noqa: E402, F401  it makes the backend
