"""Front matter: the YAML between two lines of dashes at the beginning of a text."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping

from fogline.read.imprint import Imprint, imprint_of

_FRONT_MATTER = re.compile(r"---[ \t]*\n(.{0,65536}?\n)?(?:---|\.\.\.)[ \t]*(?:\n|\Z)", re.DOTALL)
_PLAIN_FIELD = re.compile(r"(?P<key>[\w-]+):(?:[ \t]+(?P<value>.*))?")


def split_front_matter(text: str, warn: Callable[[str], None]) -> tuple[Imprint, str]:
    """Give what the front matter says, and the text without it and the empty lines that follow it.

    A text that only begins with a ruled line keeps it. Front matter that is no YAML, for a title with a colon
    in it as a rule, is read line by line where every line is ``key: value``; else it stays in the text and
    ``warn`` gets the reason.
    """
    match = _FRONT_MATTER.match(text)
    if match is None:
        return Imprint(), text
    block = match[1] or ""
    fields, problem = _parse_fields(block)
    if fields is None:
        if problem:
            warn(f"front matter not understood: {problem}")
        return Imprint(), text
    return imprint_of(fields), text[match.end() :].lstrip("\n")


def _parse_fields(block: str) -> tuple[Mapping[str, object] | None, str | None]:
    """Give the fields, or None and what is wrong (nothing, where the block is prose between ruled lines)."""
    import yaml

    try:
        # Every scalar stays a string: an id 0012 is not ten, a date is parsed in one place only.
        fields = yaml.load(block, Loader=yaml.BaseLoader)  # noqa: S506 (it constructs no objects)
    except (yaml.YAMLError, RecursionError) as error:
        plain = _parse_plain_fields(block)
        return plain, None if plain else _where(error)
    return (fields if isinstance(fields, dict) else None), None


def _parse_plain_fields(block: str) -> dict[str, object] | None:
    matches = [_PLAIN_FIELD.fullmatch(line.rstrip()) for line in block.splitlines() if line.strip()]
    return {m["key"]: (m["value"] or "").strip("\"'") for m in matches if m} if all(matches) else None


def _where(error: Exception) -> str:
    mark, problem = getattr(error, "problem_mark", None), getattr(error, "problem", None)
    return f"{problem} in line {mark.line + 2}" if mark and problem else "it is no YAML"
