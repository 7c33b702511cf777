"""When it was, where one clause tells how long after another it came."""

from fogline.extract import Extractor

from .texts import read


def test_what_happened_months_before_is_not_of_the_day(extractor: Extractor) -> None:
    text = "Ukrainian troops retook the village near Izium without a fight, two months after Russia took Lyman."
    earlier = next(c for c in read(extractor, text) if c.trigger.of(text) == "took")
    assert earlier.time
    assert earlier.time.start.isoformat() == "2022-06-25"
    assert earlier.time.end.isoformat() == "2022-07-25"
