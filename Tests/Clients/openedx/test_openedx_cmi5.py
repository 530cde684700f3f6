"""A cmi5 package in Open edX's cmi5 block: as far as the block goes, which docs/packages.md tells."""

import browsers
import pytest
from block_workbench import Workbench
from clients import begin

FORM = {"display_name": "Protection", "width": "100", "height": "450", "has_score": "1", "weight": "1"}


@pytest.fixture(scope="module", params=[f"{kind}-cmi5" for kind in browsers.KINDS])
def workbench(request, client, running, tmp_path_factory):
    kind = request.param.removesuffix("-cmi5")
    workbench = Workbench(client, tmp_path_factory.mktemp(request.param), (kind, running(kind)), "cmi5", "openedx_cmi5_xblock")
    yield workbench
    workbench.close()


@pytest.fixture(scope="module")
def answer(workbench, packages):
    return workbench.upload(packages / "cmi5" / "m01-en.zip", FORM)


@pytest.fixture(scope="module")
def first(workbench, answer):
    visit = workbench.open("amina")
    done = begin(visit)
    done |= {"notices": visit.notices, "problems": visit.problems, "data": visit.js("return Amparo.LMS.store.link.data")}
    workbench.leave(waits=False)
    return done


def test_imports(answer, workbench):
    assert answer == {"result": "success", "errors": []}
    stored = workbench.stored("author")
    assert stored["index_page_path"] == "index.html" and stored["course_data"]["title"]


def test_plays(first, workbench):
    assert first["notices"] == [] == first["problems"]
    assert first["data"]["launchMode"] == "Normal" and first["data"]["contextTemplate"]["registration"]


def test_resumes_from_the_device(first, workbench):
    """The block keeps no document of ours."""
    visit = workbench.open("amina")
    assert visit.question(first["question"])["correct"] and visit.notices == []
    workbench.leave(waits=False)
