"""`amparo serve` in a terminal, and who may ask it for what."""

import http.client
import json
import os
import signal
import socket
import subprocess
import time

import pytest
from browsers import until
from conftest import BINARY, free_port

# Where the pages find pictures and sounds.
MEDIA = "/" + "media"


def ask(preview, path, method="GET", headers=None, body=None):
    """Status, headers and text of an answer."""
    connection = http.client.HTTPConnection("127.0.0.1", preview.port, timeout=30)
    connection.putrequest(method, path, skip_host="Host" in (headers or {}))
    for name, value in (headers or {}).items():
        connection.putheader(name, value)
    if body is not None:
        connection.putheader("Content-Length", str(len(body)))
    connection.endheaders(body)
    response = connection.getresponse()
    text = response.read().decode("utf-8", "replace")
    connection.close()
    return response.status, dict(response.getheaders()), text


def own(preview):
    return {"Origin": preview.address, "Content-Type": "application/json"}


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_it_prints_the_address_and_ends_well(serve, content, number):
    preview = serve(content)
    assert ask(preview, "/en/m01.html")[0] == 200
    start = time.monotonic()
    assert preview.end(number) == 0
    assert time.monotonic() - start < 5
    until(lambda: "The preview has ended." in preview.said, 5, "the goodbye")
    assert f"Preview of {content}: {preview.address}/" in preview.said
    assert preview.errors == []


def test_a_port_that_is_taken(serve, content):
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        port = other.getsockname()[1]
        preview = serve(content, "--port", port)
        assert preview.process.wait(30) == 74
        until(lambda: "AMP0920" in "".join(preview.errors), 5)
        words = "".join(preview.errors)
        assert f"Port {port} is taken" in words and "Leave out `--port`" in words


def test_two_previews_of_one_folder(serve, content):
    first, second = serve(content), serve(content)
    assert first.port != second.port
    later = max([first, second], key=lambda p: "is taken, so this preview uses" in p.said)
    assert f"so this preview uses {later.port}" in later.said
    path = content / "modules/m01/en.md"
    path.write_text(path.read_text().replace("Protection and centrality", "Seen by both", 1))
    for preview in (first, second):
        until(lambda: "Seen by both" in ask(preview, "/en/m01.html")[2], 10)
    first.end()
    assert ask(second, "/en/m01.html")[0] == 200


def test_it_listens_on_this_computer_only(serve, content):
    preview = serve(content)
    local = f"{0x0100007F:08X}:{preview.port:04X}"  # 127.0.0.1
    lines = [line.split()[1] for file in ("/proc/net/tcp", "/proc/net/tcp6") for line in open(file).readlines()[1:]
             if line.split()[3] == "0A"]
    assert [address for address in lines if address.endswith(f":{preview.port:04X}")] == [local]


def test_who_may_ask(serve, content):
    preview = serve(content)
    assert ask(preview, "/en/m01.html", headers={"Host": f"localhost:{preview.port}"})[0] == 200
    for host in ["evil.example", f"evil.example:{preview.port}", "0.0.0.0", ""]:
        assert ask(preview, "/en/m01.html", headers={"Host": host})[0] == 403, host
    assert ask(preview, "/en/m01.html", headers={"Origin": "http://evil.example"})[0] == 403
    upgrade = {"Connection": "Upgrade", "Upgrade": "websocket", "Sec-WebSocket-Version": "13", "Sec-WebSocket-Key": "AAAAAAAAAAAAAAAAAAAAAA=="}
    assert ask(preview, "/_amparo/live", headers={**upgrade, "Origin": "http://evil.example"})[0] == 403
    wish = json.dumps({"path": "modules/m01/en.md", "line": 1}).encode()
    assert ask(preview, "/_amparo/open", "POST", {}, wish)[0] == 403
    assert ask(preview, "/_amparo/open", "POST", {"Origin": "null"}, wish)[0] == 403
    assert ask(preview, "/_amparo/open", "POST", own(preview), wish)[0] == 409  # no editor
    assert ask(preview, "/_amparo/picker/area", "POST", {"Origin": "http://localhost:1"}, b"{}")[0] == 403
    assert ask(preview, "/en/m01.html", "PUT")[0] == 405
    assert ask(preview, "/_amparo/open", "POST", own(preview), b"x" * 100_000)[0] == 413


def test_headers(serve, content):
    preview = serve(content)
    _, headers, _ = ask(preview, "/en/m01.html")
    assert headers["Cache-Control"] == "no-store"
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["Cross-Origin-Resource-Policy"] == "same-origin"
    policy = headers["Content-Security-Policy"]
    assert "default-src 'none'" in policy and "script-src 'self'" in policy and "'unsafe-inline'" not in policy
    picture = ask(preview, MEDIA + "/modules/m01/media/pier-two.svg")
    assert picture[0] == 200 and picture[1]["Content-Type"] == "image/svg+xml" and "sandbox" in picture[1]["Content-Security-Policy"]


def test_paths_stay_inside(serve, content):
    (content.parent / "secret.svg").write_text("<svg>secret</svg>")
    preview = serve(content)
    assert ask(preview, "/en/m01.html")[0] == 200
    os.symlink(content.parent / "secret.svg", content / "modules/m01/media/link.svg")
    until(lambda: "AMP0106" in ask(preview, "/_amparo/state?page=/en/m01.html")[2], 10)
    for path in [MEDIA + "/../../secret.svg", MEDIA + "/..%2f..%2fsecret.svg", "/_amparo/picker/picture/../secret.svg",
                 "/_amparo/picker/picture/%2e%2e/secret.svg", "/_amparo/picker/picture/modules/m01/media/link.svg",
                 "/_amparo/picker/picture/toolkit.yml", "/_amparo/facilitator/media/toolkit.yml", "//etc/passwd", "/_amparo/../toolkit.yml"]:
        status, _, text = ask(preview, path)
        assert status in (302, 404), path
        assert "secret" not in text and "root:" not in text and "default-language" not in text, path


def test_rubbish_does_not_end_it(serve, content):
    preview = serve(content)
    for rubbish in [b"\x00\xff" * 500, b"GET\r\n\r\n", b"GET / HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: -5\r\n\r\n",
                    b"GET /" + b"a" * 100_000 + b" HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n", b"POST /_amparo/open HTTP/1.1\r\nHost: 127.0.0.1\r\n"]:
        with socket.create_connection(("127.0.0.1", preview.port), 5) as connection:
            connection.sendall(rubbish)
            connection.settimeout(0.5)
            try:
                connection.recv(1000)
            except OSError:
                pass
    assert ask(preview, "/en/m01.html")[0] == 200
    assert preview.end() == 0


def test_it_writes_nothing(serve, content):
    before = {path: path.stat().st_mtime_ns for path in sorted(content.parent.rglob("*"))}
    preview = serve(content)
    for path in ["/en/m01.html", "/_amparo/picker", "/_amparo/picker/pictures", "/_amparo/toolkit/en.html"]:
        assert ask(preview, path)[0] == 200
    preview.end()
    assert {path: path.stat().st_mtime_ns for path in sorted(content.parent.rglob("*"))} == before


def run(*arguments, env=None):
    return subprocess.run([BINARY, "serve", *map(str, arguments)], capture_output=True, text=True, timeout=60, env={**os.environ, **(env or {})})


@pytest.mark.parametrize("arguments, words", [
    (["--editor", "vim"], "vim works inside a terminal"),
    (["--editor", "no-such-editor-here"], "There is no program `no-such-editor-here`"),
    (["--port", "0"], "--port needs a number from 1 to 65535"),
    (["--port", "x"], "port"),
])
def test_wrong_usage_is_said(content, arguments, words):
    result = run(content, *arguments)
    assert result.returncode == 64
    assert words in result.stderr


def test_a_terminal_editor_in_the_environment_is_no_mistake(serve, content):
    preview = serve(content, env={"EDITOR": "vi"})
    assert ask(preview, "/en/m01.html")[0] == 200
    until(lambda: "EDITOR: vi works inside a terminal" in "".join(preview.errors), 5)


def test_a_folder_that_is_not_there(serve, tmp_path):
    preview = serve(tmp_path / "nowhere", "--port", free_port())
    status, _, page = ask(preview, "/")
    assert status == 503 and "can't be read" in page


def test_open(serve, content, tmp_path):
    opener = tmp_path / "xdg-open"
    opener.write_text(f"#!/bin/sh\necho \"$1\" > '{tmp_path}/opened'\n")
    opener.chmod(0o755)
    preview = serve(content, "--open", env={"PATH": f"{tmp_path}:{os.environ['PATH']}"})
    opened = tmp_path / "opened"
    until(lambda: opened.exists() and opened.read_text(), 10, "the browser")
    assert opened.read_text().strip() == preview.address + "/"
