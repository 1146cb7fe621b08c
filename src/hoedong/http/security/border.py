"""The outermost catch: whatever goes wrong within becomes an answer, and nothing of our insides is told."""

from __future__ import annotations

from starlette.requests import Request
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from hoedong.http.security.refusal import Answer


class Border:
    """Answers for errors that no view has answered for."""

    def __init__(self, app: ASGIApp, answer: Answer) -> None:
        self._app = app
        self._answer = answer

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request."""
        has_begun = scope["type"] != "http"

        async def send_watched(message: Message) -> None:
            nonlocal has_begun
            has_begun = True
            await send(message)

        try:
            await self._app(scope, receive, send_watched)
        except Exception as error:
            if has_begun:
                raise
            await self._answer(Request(scope, receive), error)(scope, receive, send)
