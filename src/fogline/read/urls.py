"""Canonical URLs: one address for one story, however the link was shared."""

from __future__ import annotations

import re
from urllib.parse import quote, urlsplit, urlunsplit

from fogline.read.parameters import UrlParameters, reading_parameters

_DEFAULT_PORTS = {"http": 80, "https": 443}
_BARE_HOST = re.compile(r"[\w-]+(\.[\w-]+)+(/|$)")
_HOST = re.compile(r"[\w.:-]+")
_SAFE_IN_URL = "%/:?&=+,;@!$'()*~[]"


def canonical_url(url: str) -> str | None:
    """Give the address of a story without what the link's sharing added, or None where it is no web address.

    Scheme and host in lower case, no default port, user name, fragment or tracking parameters, the rest of the
    query in order of names. The path stays as it is: upper and lower case may be two pages.
    """
    text = url.strip()
    try:
        parts = urlsplit(f"https://{text}" if _BARE_HOST.match(text) else text)
        host, port = parts.hostname, parts.port
    except ValueError:
        return None
    if parts.scheme not in _DEFAULT_PORTS or not host or not _HOST.fullmatch(host):
        return None
    address = f"[{host}]" if ":" in host else host
    if port not in (None, _DEFAULT_PORTS[parts.scheme]):
        address = f"{address}:{port}"
    query = _clean_query(parts.query, host, reading_parameters().urls)
    return urlunsplit((parts.scheme, address, _quote(parts.path) or "/", _quote(query), ""))


def _clean_query(query: str, host: str, urls: UrlParameters) -> str:
    tracking = urls.tracking | urls.tracking_at.get(host.removeprefix("www."), frozenset())
    kept = [
        part
        for part in query.split("&")
        if (name := part.partition("=")[0].lower()) not in tracking and not name.startswith(urls.tracking_prefixes)
    ]
    return "&".join(sorted(filter(None, kept)))


def _quote(part: str) -> str:
    """Encode blanks, quotation marks and angle brackets; letters of any alphabet stay readable."""
    return "".join(char if char.isalnum() else quote(char, safe=_SAFE_IN_URL) for char in part)
