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


def with_mode(mode):
    info = zipfile.ZipInfo("link")
    info.external_attr = mode << 16
    return archive([("imsmanifest.xml", manifest("link")), ("index.html", "x"), (info, "/etc")])


def patched(content, *changes):
    content = bytearray(content)
    for place, value in changes:
        content[place : place + len(value)] = value
    return bytes(content)


def listing_of(content, name):
    """Where the list of files has the record of a name."""
    place = 0
    while True:
        place = content.index(b"PK\1\2", place)
        if content[place + 46 :].startswith(name):
            return place
        place += 4


def encrypted():
    content = package([("b.js", "1")])
    own, listed = content.index(b"b.js") - 30, listing_of(content, b"b.js")
    return patched(content, (own + 6, b"\1\0"), (listed + 8, b"\1\0"))


def bad_name():
    content = package([("b_.js", "1")])
    return content.replace(b"b_.js", b"b\xff.js")


ENTITIES = "".join(
    f'<!ENTITY e{n} "{f"&e{n - 1};" * 10 if n else "lol"}">' for n in range(10)
)

HOSTILE = {
    "not a zip": (lambda: b"Hello, world", ["AMP1150"]),
    "empty": (lambda: b"", ["AMP1150"]),
    "web page": (lambda: b"<!DOCTYPE html><title>Please log in</title>", ["AMP1150"]),
    "zip slip": (lambda: package([("../../evil.php", "x")], text=manifest()), ["AMP1152"]),
    "absolute": (lambda: package([("/etc/cron.d/x", "x")], text=manifest()), ["AMP1152"]),
    "drive": (lambda: package([("C:/x.exe", "x")], text=manifest()), ["AMP1152"]),
    "link": (lambda: with_mode(0o120777), ["AMP1154"]),
    "password": (lambda: encrypted(), ["AMP1155"]),
    "bad UTF-8 name": (lambda: bad_name(), ["AMP1160", "AMP1178"]),
    "ratio": (
        lambda: package([("zeros.bin", bytes(150 << 20))]), ["AMP1153"]),
    "overlapping files": (lambda: overlapping(30_000, 60_000_000), ["AMP1153", "AMP1157", "AMP1161"]),
    "nested": (lambda: nested(4), ["AMP1161"]),
    "100,000 files": (
        lambda: archive([(f"f{n}", b"") for n in range(100_000)], zipfile.ZIP_STORED), ["AMP1153"]),
    "DOCTYPE": (
        lambda: package(text=manifest().replace("<manifest", "<!DOCTYPE manifest><manifest")), ["AMP1164"]),
    "billion laughs": (
        lambda: package(text=f"<!DOCTYPE m [{ENTITIES}]><manifest>&e9;</manifest>"), ["AMP1164"]),
    "file of the server": (
        lambda: package(text='<!DOCTYPE m [<!ENTITY x SYSTEM "file:///etc/passwd">]><m>&x;</m>'),
        ["AMP1164"]),
    "hidden DOCTYPE": (
        lambda: package(text='<?xml version="1.0" encoding="UTF-7"?>+ADwAIQ-DOCTYPE m+AD4-'), ["AMP1163"]),
    "wrong case of the manifest": (
        lambda: archive([("ImsManifest.xml", manifest()), ("index.html", "x")]), ["AMP1161"]),
    "wrong case of a file": (
        lambda: archive([("imsmanifest.xml", manifest()), ("Index.html", "x")]), ["AMP1178"]),
    "missing file": (lambda: archive([("imsmanifest.xml", manifest())]), ["AMP1178"]),
    "two manifests": (lambda: package([("cmi5.xml", "<a/>")]), ["AMP1162"]),
    "manifest in a folder": (
        lambda: archive([("course/imsmanifest.xml", manifest()), ("course/index.html", "x")]),
        ["AMP1161"]),
    "UTF-16 manifest": (lambda: package(text=manifest().encode("utf-16")), ["AMP1163"]),
    "byte order mark": (lambda: package(text=b"\xef\xbb\xbf" + manifest().encode()), []),
    "Latin-1 as UTF-8": (
        lambda: package(text=manifest().replace("Course", "L\u2019\xe9t\xe9").encode("cp1252")),
        ["AMP1163"]),
    "huge manifest": (lambda: package(text=manifest() + " " * (9 << 20)), ["AMP1163"]),
    "many elements": (
        lambda: package(text=manifest().replace("</manifest>", "<a/>" * 1_500_000 + "</manifest>")),
        ["AMP1163"]),
    "many attributes": (
        lambda: package(text="<m " + " ".join(f"a{n}=''" for n in range(600_000)) + "/>"), ["AMP1163"]),
    "many lines": (lambda: package(text=manifest() + "\n" * (7 << 20)), ["AMP1163"]),
    "deep manifest": (lambda: package(text="<a>" * 50_000 + "</a>" * 50_000), ["AMP1163"]),
    "one long line": (
        lambda: package(text=manifest().replace("\n", " ").replace("Item<", "I" * (6 << 20) + "&#39;<")),
        ["AMP1188"]),
    "unknown standard": (lambda: archive([("tincan.xml", "<tincan/>")]), ["AMP1165"]),
    "unknown manifest": (
        lambda: package(text=manifest().replace("ADL SCORM", "Other").replace("adlcp_", "x").replace(
            "1.2<", "9<")), ["AMP1165"]),
}
