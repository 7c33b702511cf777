"""Canonical URLs."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fogline.read.urls import canonical_url


@pytest.mark.parametrize(
    ("url", "canonical"),
    [
        ("HTTPS://Example.COM:443/A/b?utm_source=x&id=3&fbclid=1#frag", "https://example.com/A/b?id=3"),
        ("http://example.com:8080", "http://example.com:8080/"),
        ("https://user:secret@example.com/a", "https://example.com/a"),
        ("https://example.com/?b=2&a=1", "https://example.com/?a=1&b=2"),
        ("https://example.com/story?12345", "https://example.com/story?12345"),
        ("https://example.com/story?cid=7&source=x", "https://example.com/story?cid=7&source=x"),
        ("https://t.me/channel/37932?single", "https://t.me/channel/37932"),
        ("https://x.com/u/status/1?s=20&t=abc", "https://x.com/u/status/1"),
        ("https://example.com/a?s=20", "https://example.com/a?s=20"),
        ("t.me/channel/37932", "https://t.me/channel/37932"),
        (" https://пример.рф/новость дня ", "https://пример.рф/новость%20дня"),
        ("http://[2001:DB8::1]/a", "http://[2001:db8::1]/a"),
    ],
)
def test_what_sharing_added_goes_and_the_address_stays(url: str, canonical: str) -> None:
    assert canonical_url(url) == canonical


@pytest.mark.parametrize(
    "url",
    [
        "javascript:alert(1)",
        "data:text/html,x",
        "file:///etc/passwd",
        "ftp://a.b/c",
        "",
        "no address",
        "http://[::1",
        "https://",
        "https:///path",
        "http://a.b:99999/",
        "https://a b/",
        'https://a"onload=x/',
    ],
)
def test_what_is_no_web_address_is_none(url: str) -> None:
    assert canonical_url(url) is None


@given(st.from_regex(r"https?://[A-Za-z]{1,9}\.com(/[\w %~'\"<>-]{0,9}){0,3}(\?[\w=&#%]{0,20})?", fullmatch=True))
def test_the_canonical_form_is_its_own_canonical_form(url: str) -> None:
    canonical = canonical_url(url)
    assert canonical is not None
    assert canonical_url(canonical) == canonical
    assert not set(canonical) & set(' "<>#\n')
