"""A real Chromium on a real server: each test has a site of its own with the sample and a quiz."""

from __future__ import annotations

import os
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

import pytest
from flask import Flask
from playwright.sync_api import Browser
from werkzeug.serving import make_server

from tests.browser.chromium import NoChromium, find_chromium
from tests.browser.visiting import Visitor
from tests.conftest import SettableClock

HERE = "tests/browser/"
DESKTOP = {"width": 1280, "height": 900}
PHONE = {"width": 360, "height": 740}

Visit = Callable[..., Visitor]
_told: list[str] = []


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if HERE in item.path.as_posix():
            item.add_marker(pytest.mark.browser)


@pytest.hookimpl(tryfirst=True)
def pytest_runtest_setup(item: pytest.Item) -> None:
    """Without a Chromium the first test fails with what to do, and the others point to it."""
    if "browser" not in getattr(item, "fixturenames", ()):
        return
    try:
        find_chromium()
    except NoChromium as error:
        if _told:
            pytest.skip("no Chromium: see the first failure")
        _told.append(str(error))
        pytest.fail(str(error), pytrace=False)


@pytest.fixture(scope="session")
def browser_type_launch_args() -> dict[str, Any]:
    return {"executable_path": str(find_chromium()), "chromium_sandbox": os.geteuid() != 0}  # root has no sandbox


@contextmanager
def serving(app: Flask) -> Iterator[str]:
    """The address of the application while it serves on threads, as in earnest."""
    app.config["WTF_CSRF_ENABLED"] = True
    server = make_server("127.0.0.1", 0, app, threaded=True)
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    thread.join()
    server.server_close()


@pytest.fixture
def site(app: Flask, clock: SettableClock, sample_quiz: int) -> Iterator[str]:
    """The address of a site with the sample, its bank and a quiz."""
    with serving(app) as address:
        yield address


@pytest.fixture
def visit(browser: Browser, site: str) -> Iterator[Visit]:
    """Opens a browser for a visitor: `visit(language="zh-CN")`, or with any option of a Playwright context."""
    visitors: list[Visitor] = []

    def open_browser(*, language: str = "en", **options: Any) -> Visitor:
        context = browser.new_context(base_url=site, locale=language, **{"viewport": DESKTOP, **options})
        visitor = Visitor(page=context.new_page())
        visitor.listen()
        visitors.append(visitor)
        return visitor

    yield open_browser
    for visitor in visitors:
        visitor.page.context.close()
    assert [complaint for visitor in visitors for complaint in visitor.complaints] == []
