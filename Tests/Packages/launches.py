"""Launches of a cmi5 package from the strict record store, in the words of the tests."""

import time

from browsers import until
from visit import Visit


def launch(visits, store, **options):
    """Opens the package in a new session of the store's registration."""
    visits.driver.get("about:blank")
    visits.driver.get(f"{visits.server.address}/cmi5/index.html?{store.launch(**options)}")
    return Visit(visits, "cmi5").wait_ready()


def leave(visit, store):
    """Goes to another page; on the way to an empty one drivers end a page without telling it."""
    visit.visits.home()
    wait_end(store)


def wait_end(store):
    """Waits for what a page says as it ends."""
    until(lambda: "terminated" in store.said, 10, "the end")
    # The last state comes beside it, and both come twice.
    until(lambda: time.monotonic() - store.asked > 0.5, 10, "quiet")
