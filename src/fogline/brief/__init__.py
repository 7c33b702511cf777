"""Writes the situation report: a page and a Markdown text in which every sentence rests on claims."""

from fogline.brief.picture import BriefFiles, Picture
from fogline.brief.write import write_brief

__all__ = ["BriefFiles", "Picture", "write_brief"]
