"""What holds for every test: an empty environment, no network, and the costly parts opened once a session."""

from __future__ import annotations

import fcntl
import ipaddress
import os
import shutil
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import settings
from playwright.sync_api import Browser, sync_playwright

from fogline.extract import Extractor
from fogline.places import Gazetteer
from fogline.speakers import SpeakerRegistry

CHROMIUM = ("chromium", "chromium-browser", "google-chrome")
FLAGS = ["--no-sandbox", "--disable-gpu", "--headless", "--disable-background-networking"]
NO_CHROMIUM = (
    "no Chromium found: run scripts/install-chromium as root (apt-get install chromium), or put 'chromium' on the PATH"
)


def pytest_configure(config: pytest.Config) -> None:
    """Empty the environment and shut the network before anything is imported by a test.

    The place index stands in a cache of the tests' own, so that places a user has added change no result.
    """
    for name in [name for name in os.environ if name.startswith("FOGLINE_") and name != "FOGLINE_CACHE"]:
        del os.environ[name]
    os.environ.setdefault("FOGLINE_CACHE", str(config.rootpath / ".pytest_cache" / "fogline"))
    config.addinivalue_line("markers", "accuracy: measures extraction on the annotated texts")
    settings.register_profile("fogline", deadline=None, derandomize=bool(os.environ.get("CI")))
    settings.load_profile("fogline")
    sys.addaudithook(refuse_network)


def refuse_network(event: str, arguments: tuple[object, ...]) -> None:
    """Let no test leave the machine: only loopback and Unix sockets may be connected to."""
    if event in ("socket.connect", "socket.sendto"):
        address = arguments[1]
        host = address[0] if isinstance(address, tuple) else None
    elif event == "socket.getaddrinfo":
        host = arguments[0]
    else:
        return
    if isinstance(host, bytes):
        host = host.decode()
    if isinstance(host, str) and host and not _is_loopback(host):
        raise RuntimeError(f"a test wanted the network: {host}")


def _is_loopback(host: str) -> bool:
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"


@pytest.fixture(scope="session")
def gazetteer() -> Gazetteer:
    """The whole gazetteer; the first worker builds its index, the others wait for it."""
    cache = Path(os.environ["FOGLINE_CACHE"])
    cache.mkdir(parents=True, exist_ok=True)
    with (cache / "building.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        return Gazetteer.open()


@pytest.fixture(scope="session")
def extractor(gazetteer: Gazetteer) -> Extractor:
    """The extractor with its language model, as the command line opens it."""
    return Extractor(gazetteer, SpeakerRegistry.open())


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """A headless system Chromium; skipped by name where there is none, an error in CI."""
    found = next((path for name in CHROMIUM if (path := shutil.which(name))), None)
    if found is None:
        if os.environ.get("CI"):
            pytest.fail(NO_CHROMIUM)
        pytest.skip(NO_CHROMIUM)
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=found, args=FLAGS)
        yield started
        started.close()
