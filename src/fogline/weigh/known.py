"""Known speakers: who is meant by a name that a text gives in part, with a title, or with the body it belongs to."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from fogline.model import Speaker
from fogline.speakers import SpeakerRegistry, fold_name


class KnownSpeakers:
    """Looks up the register of speakers, also by names that are not written out as they stand there."""

    def __init__(self, registry: SpeakerRegistry) -> None:
        self._registry = registry
        self._by_start: dict[str, list[tuple[str, Speaker]]] = defaultdict(list)
        self._all: list[tuple[str, Speaker]] = []
        self._owners: dict[str, Speaker] = {}
        for speaker in registry:
            for name in (speaker.name, *speaker.aliases):
                folded = fold_name(name)
                if is_listed(speaker):
                    self._all.append((folded, speaker))
                    self._by_start[" ".join(folded.split()[:2])].append((folded, speaker))
            if speaker.owner and speaker.side:
                self._owners.setdefault(fold_name(speaker.owner), speaker)

    def find(self, name: str, side: str | None = None) -> Speaker | None:
        """Give who is meant, or None; somebody of whom more than the name is known goes before a bare record.

        'President Volodymyr Zelensky' is Volodymyr Zelensky; 'head of the X administration' speaks for the X
        administration; 'Ministry of Defence', said of or by one side, is that side's only body so called.
        """
        exact = self._registry.find(name)
        if exact and is_listed(exact):
            return exact
        return self._with_title(name, side) or self._cut_short(name, side) or exact

    def named_before(self, text: str, word: str) -> Speaker | None:
        """Give the listed speaker whose name holds a word and stands last in a text ('the ministry': which one?)."""
        folded, inside = f" {fold_name(text)} ", f" {fold_name(word)} "
        ends = [
            (folded.rfind(f" {name} ") + len(name), name, who)
            for name, who in self._all
            if inside in f" {name} " and f" {name} " in folded
        ]
        return max(ends, key=lambda end: end[:2])[2] if ends else None

    def side_of(self, name: str) -> tuple[str | None, str | None]:
        """Give side and owner of a body whose name holds that of a known owner ('… of the Armed Forces of Ukraine')."""
        words = fold_name(name).split()
        for length in range(len(words), 2, -1):
            for start in range(len(words) - length + 1):
                one = self._owners.get(" ".join(words[start : start + length]))
                if one:
                    return one.side, one.owner
        return None, None

    def _with_title(self, name: str, side: str | None) -> Speaker | None:
        words = name.split()
        ends = (" ".join(words[start:]) for start in range(1, len(words) - 1))
        found = (self._registry.find(end) for end in ends)
        return _one(who for who in found if who and is_listed(who) and self._may_be(who, name, side))

    def _may_be(self, who: Speaker, name: str, side: str | None) -> bool:
        """Tell whether a side fits: a body's head may be counted to the side of its region, a person may not."""
        return side in (None, who.side) or " of " in name

    def _cut_short(self, name: str, side: str | None) -> Speaker | None:
        folded = fold_name(name)
        words = folded.split()
        if side is None or len(words) < 2:
            return None
        starting = self._by_start.get(" ".join(words[:2]), ())
        return _one(who for full, who in starting if who.side == side and full.startswith(folded + " "))


def is_listed(speaker: Speaker) -> bool:
    """Tell whether more than name, kind and side is known of a speaker: the register has it, not just a text."""
    return bool(speaker.aliases or speaker.owner)


def _one(speakers: Iterable[Speaker]) -> Speaker | None:
    found = {speaker.id: speaker for speaker in speakers}
    return next(iter(found.values())) if len(found) == 1 else None
