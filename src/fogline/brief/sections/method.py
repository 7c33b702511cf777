"""Method: four sentences on how the report was made and what its numbers mean."""

from __future__ import annotations

from fogline.brief.page import Note, Section
from fogline.brief.sentences import Writer

METHOD = (
    "Every statement of these documents was taken as a claim with its speaker, those who relay it and its publisher; "
    "claims of one event were put together, and reports that go back to one first word were counted as one origin. "
    "A probability adds up what independent origins are worth, more for an admission against the speaker's own side, "
    "less for a boast, and takes off what denials and contradictions are worth; its words are those of the yardstick "
    "of the UK Professional Head of Intelligence Assessment. "
    "The grade is that of the Admiralty scale: a letter from A (reliable) to F (cannot be judged) for the source, a "
    "figure from 1 (confirmed) to 6 (cannot be judged) for the claim. "
    "The map infers who holds a place from these events, day by day and from place to place; it shows what follows "
    "from what was said, not what was seen, and says “not known” where no side reaches 60 %."
)


def write_method(writer: Writer) -> Section:
    """Give the method, with the version that made the report."""
    made = f"{writer.desk.picture.made_at:%Y-%m-%d %H:%M} UTC"
    return Section(
        "method", "How this was made", (Note(METHOD), Note(f"Made by fogline {writer.desk.picture.version}, {made}."))
    )
