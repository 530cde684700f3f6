"""Makes a Kolibri channel of zips in a folder, as it would stand on a USB stick; run with Kolibri's own Python.

Reads `{"folder", "name", "items": [{"title", "zip", "language", "preset", "options"}]}` and writes the ids of the channel and of its items.
The tables are those of Kolibri's own schema, so a column that a later Kolibri asks for is an error here.
"""

import hashlib
import json
import shutil
import sys
import uuid
from pathlib import Path

import kolibri.dist  # noqa: F401  brings what Kolibri carries with it
from kolibri.core.content.constants.schema_versions import CONTENT_SCHEMA_VERSION
from kolibri.core.content.contentschema.versions import content_schema_5 as schema
from sqlalchemy import create_engine
from sqlalchemy.orm import Session


def hexed(*words) -> str:
    return uuid.uuid5(uuid.NAMESPACE_URL, "/".join(words)).hex


def node(channel, title, place, **more):
    """A node of the tree with what every node must have."""
    key = hexed(channel, title)
    return schema.ContentContentnode(
        id=key, title=title, content_id=hexed(channel, title, "content"), channel_id=channel, description="", sort_order=place,
        license_owner="Amparo", author="", available=False, tree_id=1, coach_content=False, license_name="CC BY", **more,
    )


def item(session, content: Path, channel: str, root: str, place: int, wish: dict) -> str:
    """Puts a zip into the storage and a node for it into the tree; the node's id."""
    package = Path(wish["zip"])
    md5 = hashlib.md5(package.read_bytes()).hexdigest()
    goal = content / "storage" / md5[0] / md5[1] / f"{md5}.zip"
    goal.parent.mkdir(parents=True, exist_ok=True)
    shutil.copyfile(package, goal)
    one = node(
        channel, wish["title"], place, kind="html5", parent_id=root, lang_id=wish["language"], level=1, lft=2 * place, rght=2 * place + 1,
        learning_activities="", options=json.dumps(wish["options"]),
    )
    session.add(one)
    session.merge(schema.ContentLocalfile(id=md5, available=False, file_size=package.stat().st_size, extension="zip"))
    session.add(schema.ContentFile(
        id=hexed(channel, wish["title"], "file"), supplementary=False, thumbnail=False, priority=1, contentnode_id=one.id,
        lang_id=wish["language"], local_file_id=md5, preset=wish["preset"],
    ))
    return one.id


def main() -> dict:
    wishes = json.load(sys.stdin)
    name, items = wishes["name"], wishes["items"]
    content = Path(wishes["folder"]) / "content"
    channel = hexed("amparo", name)
    (content / "databases").mkdir(parents=True)
    engine = create_engine(f"sqlite:///{content / 'databases' / channel}.sqlite3")
    schema.Base.metadata.create_all(engine)
    with Session(engine) as session:
        root = node(channel, name, 0, kind="topic", level=0, lft=1, rght=2 * len(items) + 2)
        root.id = root.content_id = channel
        session.add(root)
        session.add(schema.ContentChannelmetadata(
            id=channel, name=name, description="", author="", version=1, thumbnail="", last_updated="2020-01-01 00:00:00.000000(UTC)",
            min_schema_version=CONTENT_SCHEMA_VERSION, root_id=channel,
        ))
        for code in sorted({wish["language"] for wish in items}):
            session.add(schema.ContentLanguage(id=code, lang_code=code, lang_name=code, lang_direction="rtl" if code == "ar" else "ltr"))
        nodes = [item(session, content, channel, channel, place, wish) for place, wish in enumerate(items, 1)]
        session.commit()
    return {"channel": channel, "nodes": nodes}


json.dump(main(), sys.stdout)
