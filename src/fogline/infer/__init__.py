"""Infers who holds which place on which day from weighed events, with probabilities."""

from fogline.infer.area import Area, area_of
from fogline.infer.control import infer_control
from fogline.infer.named import parse_area

__all__ = ["Area", "area_of", "infer_control", "parse_area"]
