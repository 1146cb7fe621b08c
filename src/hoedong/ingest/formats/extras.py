"""Parts that are installed on demand."""

from __future__ import annotations

from importlib import import_module
from types import ModuleType

from hoedong.ingest.formats.material import Material


def need(material: Material, module: str, extra: str) -> ModuleType:
    """A module that an extra brings.

    Raises:
        Refused: it is not installed; the hint says how to.
    """
    try:
        return import_module(module)
    except ImportError as error:
        message = f"this kind of file is read with the extra {extra}, which is not installed"
        raise material.refused("source.needs-extra", message, f"pip install 'hoedong[{extra}]'") from error
