import zipfile
from pathlib import Path

import pytest

from fogline.errors import InputError
from fogline.places import AddResult, PlaceKind, RejectedRow, add_places
from tests.places.small_world import open_small

DUMP_ROW = (
    "99000001\tNova Zoria\tNova Zorya\tНова Зоря,Новая Заря\t49.61\t37.11\tP\tPPL\tUA\t\t07\t\t\t\t321\t\t\t"
    "Europe/Kyiv\t2024-01-01"
)
ROAD_ROW = "99000002\tSome Road\tSome Road\t\t49.6\t37.1\tR\tRD\tUA\t\t07\t\t\t\t0\t\t\tEurope/Kyiv\t2024-01-01"


def write(path: Path, *lines: str) -> Path:
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return path


def test_places_of_a_csv_file_are_found_after_adding(tmp_path: Path) -> None:
    file = write(
        tmp_path / "own.csv",
        "name,lat,lon,country,region,population,kind,aliases",
        "Tykha Balka,49.5,37.0,ua,Kharkiv Oblast,120,,Тиха Балка;Tikhaya Balka",
        "Mokra Creek,49.4,37.2,UA,,,river,",
    )
    result = add_places(file, tmp_path / "places")
    assert result == AddResult(added=2, skipped=0, rejected=(), already_known=False)
    gazetteer = open_small(tmp_path / "places")
    place = gazetteer.find("Тиха Балка")[0]
    assert (place.name, place.country, place.region, place.population) == ("Tykha Balka", "UA", "Kharkiv Oblast", 120)
    assert gazetteer.place(place.id) == place
    assert gazetteer.find("Mokra Creek")[0].kind is PlaceKind.RIVER
    assert any(near.name == "Tykha Balka" for near, _ in gazetteer.near(49.5, 37.0, 1))


def test_places_of_a_dump_are_found_after_adding_and_roads_are_left_out(tmp_path: Path) -> None:
    result = add_places(write(tmp_path / "UA.txt", DUMP_ROW, ROAD_ROW), tmp_path / "places")
    assert (result.added, result.skipped) == (1, 1)
    place = open_small(tmp_path / "places").find("Новая Заря")[0]
    assert (place.id, place.region, place.population) == (99000001, "Kharkiv Oblast", 321)


def test_a_zipped_dump_is_read_like_a_plain_one(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "UA.zip", "w") as archive:
        archive.writestr("UA.txt", DUMP_ROW + "\n")
        archive.writestr("readme.txt", "what it is")
    assert add_places(tmp_path / "UA.zip", tmp_path / "places").added == 1


def test_adding_a_file_twice_changes_nothing(tmp_path: Path) -> None:
    file = write(tmp_path / "own.csv", "name,lat,lon", "Tykha Balka,49.5,37.0")
    first = add_places(file, tmp_path / "places")
    before = open_small(tmp_path / "places").version
    second = add_places(file, tmp_path / "places")
    after = open_small(tmp_path / "places")
    assert (first.already_known, second.already_known) == (False, True)
    assert after.version == before
    assert len(after.find("Tykha Balka")) == 1


def test_an_addition_of_a_known_id_replaces_the_place_and_keeps_its_names(tmp_path: Path) -> None:
    file = write(tmp_path / "own.csv", "name,lat,lon,id,population", "Izium,49.2,37.3,707292,50000")
    add_places(file, tmp_path / "places")
    gazetteer = open_small(tmp_path / "places")
    izium = gazetteer.find("Ізюм")[0]
    assert (izium.id, izium.lat, izium.population, izium.region) == (707292, 49.2, 50_000, "Kharkiv Oblast")
    assert len(gazetteer.find("Izium")) == 1


@pytest.mark.parametrize(
    ("row", "reason"),
    [
        ("Somewhere,91,37", "lat is outside -90 to 90: 91"),
        ("Somewhere,49,nan", "lon is outside -180 to 180: nan"),
        ("Somewhere,north,37", "lat is not a number: 'north'"),
        ("  ,49,37", "the name is empty"),
        ("Somewhere,49", "2 columns instead of 3"),
    ],
)
def test_bad_rows_come_back_with_line_and_reason_and_the_rest_is_kept(tmp_path: Path, row: str, reason: str) -> None:
    file = write(tmp_path / "own.csv", "name,lat,lon", "Tykha Balka,49.5,37.0", row)
    result = add_places(file, tmp_path / "places")
    assert (result.added, result.rejected) == (1, (RejectedRow(3, reason),))


@pytest.mark.parametrize(
    ("cells", "reason"),
    [
        ("Somewhere,49,37,UKR,", "country is not a code of two letters: 'UKR'"),
        ("Somewhere,49,37,UA,castle", "unknown kind 'castle'"),
    ],
)
def test_bad_cells_say_what_is_wrong(tmp_path: Path, cells: str, reason: str) -> None:
    file = write(tmp_path / "own.csv", "name,lat,lon,country,kind", "Tykha Balka,49.5,37.0,UA,", cells)
    (rejected,) = add_places(file, tmp_path / "places").rejected
    assert rejected.reason.startswith(reason)


@pytest.mark.parametrize(
    ("lines", "message"),
    [
        (["what is this"], "neither a GeoNames dump"),
        (["name,lat,lon,height", "A,1,1,5"], "unknown column height"),
        (["name,lat,lon", "A,100,1"], "no place that can be used; line 2: lat is outside"),
        (["name,lat,lon"], "no place that can be used"),
    ],
)
def test_a_file_of_another_form_is_refused_whole(tmp_path: Path, lines: list[str], message: str) -> None:
    with pytest.raises(InputError, match=message):
        add_places(write(tmp_path / "own.csv", *lines), tmp_path / "places")
    assert not list(tmp_path.glob("places-added/*"))


def test_a_file_that_is_missing_is_refused(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="cannot read"):
        add_places(tmp_path / "none.csv", tmp_path / "places")
