import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from fogline.errors import GazetteerError
from fogline.places import Gazetteer, build_index, curated
from fogline.places.index import Meta
from tests.places import child
from tests.places.small_world import open_small, save_world, small_world

ROOT = Path(child.__file__).parents[child.__name__.count(".")]


def start(task: str, *paths: Path) -> subprocess.Popen[str]:
    command = [sys.executable, "-m", child.__name__, task, *map(str, paths)]
    return subprocess.Popen(command, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)


def versions(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_processes_that_build_at_once_end_with_one_index(tmp_path: Path) -> None:
    world = save_world(tmp_path / "world.pickle")
    builders = [start("build", tmp_path / "places", world) for _ in range(3)]
    for builder in builders:
        assert builder.stdout is not None
        assert builder.stdout.readline() == "ready\n"
    answers = {builder.communicate("go\n")[0] for builder in builders}
    assert [builder.returncode for builder in builders] == [0, 0, 0]
    assert len(answers) == 1
    assert versions(tmp_path / "places") == [json.loads(answers.pop())[0]]


def test_a_built_index_is_opened_not_built_again(tmp_path: Path) -> None:
    first = open_small(tmp_path)
    steps: list[str] = []
    again = Gazetteer.open(tmp_path, progress=lambda step, share: steps.append(step))
    assert (steps, again.version) == ([], first.version)


def test_a_stale_index_is_built_anew_beside_the_old_one(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    old = open_small(tmp_path).version
    changed = curated.read_bytes() + b"\n# changed"
    monkeypatch.setattr(curated, "read_bytes", lambda: changed)
    new = open_small(tmp_path).version
    assert new != old
    assert versions(tmp_path) == sorted([old, new])


def test_only_the_newest_three_versions_are_kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    content, built = curated.read_bytes(), []
    with small_world():
        for number in range(4):
            monkeypatch.setattr(curated, "read_bytes", lambda n=number: content + bytes([n]))
            built.append(build_index(tmp_path).name)
    assert built[-1] in versions(tmp_path)
    assert len(versions(tmp_path)) == 3


def test_an_index_without_its_last_file_is_built_again(tmp_path: Path) -> None:
    version = open_small(tmp_path).version
    (tmp_path / version / "meta.json").unlink()
    assert open_small(tmp_path).find("Izium")


def test_a_damaged_index_says_which_folder_to_delete(tmp_path: Path) -> None:
    version = open_small(tmp_path).version
    (tmp_path / version / "meta.json").write_text("{")
    with pytest.raises(GazetteerError, match=f"{version} is damaged.*delete that folder"):
        Gazetteer.open(tmp_path)


def test_a_build_that_fails_leaves_nothing_behind(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("fogline.places.build.write_index", lambda *parts: (_ for _ in ()).throw(OSError("disk full")))
    with pytest.raises(OSError, match="disk full"):
        open_small(tmp_path)
    assert versions(tmp_path) == []


def test_progress_goes_from_nothing_towards_all(tmp_path: Path) -> None:
    shares: list[float] = []
    with small_world():
        build_index(tmp_path, lambda step, share: shares.append(share))
    assert shares[0] == 0.0
    assert shares == sorted(shares)
    assert shares[-1] < 1.0


def test_every_curated_name_meets_its_place(gazetteer: Gazetteer) -> None:
    meta: Meta = gazetteer._meta
    assert meta.unresolved == []


def test_the_whole_index_opens_fast_and_light(gazetteer: Gazetteer) -> None:
    output, _ = start("weigh", Path(os.environ["FOGLINE_CACHE"]) / "places").communicate()
    seconds, added_mb = json.loads(output)
    assert seconds < 2  # measured: 0.02 s
    assert added_mb < 80
