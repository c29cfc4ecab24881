"""The files that the tiny content would be made of: to write in a folder, to break, and to load."""

from __future__ import annotations

import copy
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml

from guide.content import load_content
from guide.errors import ContentError
from tests.tiny_content import tiny_content

Data = dict[str, Any]
Files = dict[str, Any]
_Dumper = getattr(yaml, "CSafeDumper", yaml.SafeDumper)


def tiny_files() -> Files:
    """File name -> what stands in it; a fresh copy, to break."""
    return copy.deepcopy(_tiny_files())


@cache
def _tiny_files() -> Files:
    whole = tiny_content().model_dump(mode="json", exclude_defaults=True)
    return {
        "documents.yaml": {"items": whole["documents"]},
        "perspectives.yaml": {"items": whole["perspectives"]},
        "follow_ups.yaml": {"items": whole["follow_ups"]},
        "wording.yaml": whole["wording"],
        "library/alles.yaml": {"items": whole["library"]},
        "agendas/agenda.yaml": whole["agendas"][0],
        "frameworks/vo.yaml": whole["frameworks"][0],
        "frameworks/mo.yaml": whole["frameworks"][1],
    }


def written(folder: Path, files: Files) -> Path:
    """These files in a folder; a text is written as it is."""
    for name, data in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        if isinstance(data, bytes):
            path.write_bytes(data)
        else:
            path.write_text(data if isinstance(data, str) else _dumped(data), encoding="utf-8")
    return folder


def _dumped(data: Data) -> str:
    return yaml.dump(data, Dumper=_Dumper, allow_unicode=True)


def refused(folder: Path, files: Files) -> ContentError:
    with pytest.raises(ContentError) as caught:
        load_content(folder=written(folder, files))
    assert caught.value.next_step.endswith(".")
    return caught.value


def norm(data: Data, theme: int = 0, number: int = 0) -> Data:
    found: Data = data["themes"][theme]["norms"][number]
    return found


def step(data: Data, item: int = 0, number: int = 0) -> Data:
    found: Data = data["items"][item]["steps"][number]
    return found
