"""Open edX's XBlock workbench with one block."""

import base64
import json
import sqlite3
from pathlib import Path

from browsers import until
from clients import Server, free_port, lesson

SITE = Path(__file__).resolve().parent / "site"
UPLOAD = """
const [address, form, name, bytes, done] = arguments, body = new FormData();
for (const [key, value] of Object.entries(form)) body.append(key, value);
body.append('file', new File([Uint8Array.from(atob(bytes), (c) => c.charCodeAt(0))], name, {type: 'application/zip'}));
const token = document.cookie.match(/csrftoken=([^;]*)/)[1];
fetch(address, {method: 'POST', body, headers: {'X-CSRFToken': token}})
  .then(async (answer) => done([answer.status, await answer.text()]), (error) => done([0, String(error)]));
"""


class Workbench:
    """A workbench and a block of a kind in it: `scorm` or `openedx_cmi5_xblock`."""

    def __init__(self, client, folder, browser, standard, block="scorm"):
        environment = {"PYTHONPATH": SITE, "DJANGO_SETTINGS_MODULE": "workbench_site"}
        port = free_port()
        self.kind, self.driver = browser
        self.folder, self.standard, self.block = folder, standard, block
        client.run("django-admin", "migrate", "--run-syncdb", "--verbosity", "0", folder=folder, **environment)
        self.server = Server(client, folder, "django-admin", "runserver", "--noreload", "--insecure", f"127.0.0.1:{port}", port=port, **environment)

    def page(self, learner: str) -> str:
        return f"{self.server.address}/scenario/{self.block}.0/?student={learner}"

    def upload(self, package: Path, form: dict) -> dict:
        """The block's answer to the form of Studio."""
        self.driver.get(self.page("author"))
        block = self.driver.find_element("css selector", f"[data-block-type={self.block}]").get_attribute("data-usage")
        address = f"{self.server.address}/handler/{block}/studio_submit/?student=author"
        status, text = self.driver.execute_async_script(UPLOAD, address, form, package.name, base64.b64encode(package.read_bytes()).decode())
        assert status == 200, text[:2000]
        return json.loads(text)

    def open(self, learner: str):
        """The lesson: in the SCORM block's frame, or in the page to which the cmi5 block links."""
        self.driver.switch_to.default_content()
        self.driver.get(self.page(learner))
        if self.standard == "cmi5":
            link = until(lambda: self.driver.find_element("css selector", "a[data-launch-method]"), 30, "the block's link")
            self.driver.get(link.get_attribute("href"))
        else:
            frame = until(lambda: self.driver.find_element("css selector", "iframe.scorm-embedded"), 30, "the block's frame")
            self.driver.switch_to.frame(frame)
        return lesson(self.driver, self.kind, self.standard)

    def leave(self, waits: bool = True):
        """Goes to another page as learners do; before it, waits until the SCORM block has sent what it was told, or doesn't."""
        self.driver.switch_to.default_content()
        if waits:
            until(lambda: self.driver.execute_script("return jQuery.active === 0"), 30, "the block to be told")
        self.driver.get(f"{self.server.address}/")

    def stored(self, learner: str) -> dict:
        """Everything that the block keeps of a learner, and of itself."""
        with sqlite3.connect(self.folder / "workbench.db") as database:
            rows = database.execute(
                "SELECT state FROM workbench_xblockstate WHERE tag = ? AND (user_id = ? OR user_id IS NULL)", (self.block, learner)
            ).fetchall()
        found = {}
        for (state,) in rows:
            found |= json.loads(state)
        return found

    def close(self):
        self.driver.switch_to.default_content()
        self.driver.get("about:blank")
        self.server.close()
