"""Reading: from paths to Documents."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from fogline.errors import InputError
from fogline.model import Document, Reject, document_id_of, story_id_of
from fogline.read.dates import Published, is_future, parse_published, published_on
from fogline.read.formats import read_drafts
from fogline.read.imprint import Draft, Drop, kept
from fogline.read.language import detect_language, language_code
from fogline.read.sources import STANDARD_INPUT, Source, find_sources
from fogline.read.urls import canonical_url


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadOptions:
    """What the caller knows better than the files, and how much may be read."""

    now: datetime
    """The clock (UTC): when the documents are first seen; no report is published after it."""
    published: datetime | date | None = None
    """For documents that carry no date of their own."""
    publisher: str | None = None
    """For documents that name no publisher."""
    language: str | None = None
    """ISO 639-1 code; overrules what a document says and what is detected."""
    max_bytes: int = 20_000_000
    """The largest file, or line of JSON lines, that is read."""


def read_documents(paths: Sequence[str], options: ReadOptions, reject: Callable[[Reject], None]) -> Iterator[Document]:
    """Give the documents in files, directories (recursively), patterns and standard input (``-``).

    Reads .txt, .md, .html, .json and .jsonl; other files are recognised by what they hold. ``reject`` is told
    of everything that is left out, and of flaws with which a document is kept; those reasons end in 'the
    document is kept'. One version of one story comes once. The documents are read as they are asked for, the
    paths at once: raises InputError, before anything is read, where a path does not exist, nothing is found
    or an option makes no sense.
    """

    def drop(item: str, reason: str) -> None:
        reject(Reject("read", item, reason, options.now))

    _check(options)
    return _read(find_sources(paths, drop), options, drop)


def _check(options: ReadOptions) -> None:
    if options.language is not None and language_code(options.language) is None:
        raise InputError(f"Language not understood: '{options.language}'. Give a two-letter code such as en, ru, uk.")
    if options.published is not None and is_future(options.published, options.now):
        raise InputError(f"Published in the future: {options.published}. Give the day on which the text appeared.")


def _read(sources: Sequence[Source], options: ReadOptions, drop: Drop) -> Iterator[Document]:
    origins: dict[str, str] = {}
    for source in sources:
        for draft in read_drafts(source, options.max_bytes, options.now, drop):
            if not draft.text.strip():
                drop(draft.origin, "empty")
                continue
            document = make_document(draft, options, drop)
            if document.id in origins:
                drop(document.origin, f"duplicate of {origins[document.id]}")
                continue
            origins[document.id] = document.origin
            yield document


def make_document(draft: Draft, options: ReadOptions, drop: Drop) -> Document:
    """Give the document that a draft makes, with its ids, date and language; ``drop`` is told of its flaws."""
    imprint = draft.imprint
    name = imprint.name or _name_of(draft)
    publisher = imprint.publisher or options.publisher
    url = _url_of(draft, drop)
    published = _published_of(draft, options, drop)
    story_id = story_id_of(publisher, url, name)
    return Document(
        id=document_id_of(story_id, imprint.title, draft.text),
        story_id=story_id,
        name=name,
        publisher=publisher,
        url=url,
        published_at=published.at if published else None,
        published_day=published.day if published else None,
        first_seen=options.now,
        language=_language_of(draft, options, drop),
        title=imprint.title,
        text=draft.text,
        sha256=draft.sha256,
        origin=draft.origin,
    )


def _name_of(draft: Draft) -> str:
    """Give the name of a story without an id: where it stands. Two texts on standard input are two stories."""
    from_standard_input = draft.origin.partition("#")[0] == STANDARD_INPUT
    return f"stdin:{draft.sha256[:12]}" if from_standard_input else draft.origin


def _url_of(draft: Draft, drop: Drop) -> str | None:
    given = draft.imprint.url
    url = canonical_url(given) if given else None
    if given and url is None:
        drop(draft.origin, kept(f"url not understood: '{given[:80]}'"))
    return url


def _published_of(draft: Draft, options: ReadOptions, drop: Drop) -> Published | None:
    """Give the date that the document carries, else that of the options; a wrong date is none at all."""
    given = draft.imprint.published
    if given is None:
        return published_on(options.published) if options.published else None
    try:
        return parse_published(given, options.now)
    except InputError as error:
        drop(draft.origin, kept(str(error)))
        return None


def _language_of(draft: Draft, options: ReadOptions, drop: Drop) -> str | None:
    if options.language:
        return language_code(options.language)
    given = draft.imprint.language
    code = language_code(given) if given else None
    if given and code is None:
        drop(draft.origin, kept(f"language not understood: '{given[:80]}'"))
    return code or detect_language(draft.text)
