"""The map of the report: inline SVG, without network or script."""

from fogline.brief.map.draw import Maps, draw_maps

__all__ = ["Maps", "draw_maps"]
