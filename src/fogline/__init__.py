"""fogline reads war reporting, takes out every claim and weighs who says what."""

__version__ = "0.1.0"
