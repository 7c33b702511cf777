"""The sections of the report, in the order in which they stand."""

from collections.abc import Callable

from fogline.brief.page import Section
from fogline.brief.sections.apart import write_apart
from fogline.brief.sections.changes import write_changes
from fogline.brief.sections.disputed import write_disputed
from fogline.brief.sections.headline import write_headline
from fogline.brief.sections.holders import write_holders
from fogline.brief.sections.left_out import write_left_out
from fogline.brief.sections.losses import write_losses
from fogline.brief.sections.method import write_method
from fogline.brief.sections.silent import write_silent
from fogline.brief.sections.sources import write_sources
from fogline.brief.sections.topics import write_civilians, write_fighting, write_logistics, write_politics
from fogline.brief.sections.units import write_units
from fogline.brief.sentences import Writer

SECTIONS: tuple[Callable[[Writer], Section | None], ...] = (
    write_headline,
    write_holders,
    write_changes,
    write_disputed,
    write_silent,
    write_apart,
    write_losses,
    write_units,
    write_logistics,
    write_civilians,
    write_politics,
    write_fighting,
    write_sources,
    write_left_out,
    write_method,
)

__all__ = ["SECTIONS"]
