"""One record and everything that can be done with it: what every interface calls."""

from hoedong.workspace.workspace import Workspace

__all__ = ["Workspace"]
