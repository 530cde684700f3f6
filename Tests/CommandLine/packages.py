"""Packages for learning systems, right and wrong, made here."""

import io
import struct
import zipfile
import zlib

SCORM12 = """<?xml version="1.0" encoding="UTF-8"?>
<manifest xmlns="http://www.imsproject.org/xsd/imscp_rootv1p1p2"
 xmlns:adlcp="http://www.adlnet.org/xsd/adlcp_rootv1p2" identifier="M">
<metadata><schema>ADL SCORM</schema><schemaversion>1.2</schemaversion></metadata>
<organizations default="O"><organization identifier="O"><title>Course</title>
<item identifier="I" identifierref="R"><title>Item</title></item></organization></organizations>
<resources><resource identifier="R" type="webcontent" adlcp:scormtype="sco" href="index.html">
<file href="index.html"/>{files}</resource></resources>
</manifest>
"""


def manifest(*files):
    """A manifest of SCORM 1.2 that lists `index.html` and some more files."""
    return SCORM12.format(files="".join(f'<file href="{name}"/>' for name in files))


def package(files=(), text=None, **options):
    """The bytes of a package; `files` are pairs of a name and bytes."""
    names = [name for name, _ in files]
    return archive(
        [("imsmanifest.xml", manifest(*names) if text is None else text), ("index.html", "<p>Hi")]
        + list(files),
        **options,
    )


def archive(files, compression=zipfile.ZIP_DEFLATED):
    """The bytes of a zip with some files in the order given."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", compression) as target:
        for name, content in files:
            target.writestr(name, content)
    return buffer.getvalue()


def raw_deflate(content):
    """Bytes as zip packs them."""
    packer = zlib.compressobj(9, zlib.DEFLATED, -15)
    return packer.compress(content) + packer.flush()


def overlapping(count, size):
    """A bomb: many files that are all packed in the same bytes, as zeros of `size`."""
    zeros = bytes(size)
    packed, checksum = raw_deflate(zeros), zlib.crc32(zeros)
    head = struct.pack("<HHHHHIII", 20, 0, 8, 0, 33, checksum, len(packed), size)
    body = b"PK\3\4" + head + struct.pack("<HH", 1, 0) + b"a" + packed
    listing = b"".join(
        b"PK\1\2\x14\0" + head + struct.pack("<HHHHHII", len(name), 0, 0, 0, 0, 0, 0) + name
        for name in (f"f{number}".encode() for number in range(count))
    )
    end = struct.pack("<HHHHIIH", 0, 0, count, count, len(listing), len(body), 0)
    return body + listing + b"PK\5\6" + end


def nested(levels):
    """A zip in a zip in a zip, around 10 MB of zeros."""
    content = bytes(10 << 20)
    for level in range(levels):
        content = archive([(f"level{level}.zip", content)])
    return content
