"""Values that come back from a browser and must be ours: signed with a key that never leaves the server."""

from __future__ import annotations

import hashlib
import hmac
import secrets


class Signer:
    """Signs values for one purpose each, so that a value signed for one is nothing for another."""

    def __init__(self, token: str | None = None) -> None:
        """A key that `token` gives, so that sessions outlive a restart; without one, a key of this process."""
        secret = token.encode() if token else secrets.token_bytes(32)
        self._key = hashlib.sha256(b"hoedong.signing/1|" + secret).digest()

    def signature(self, purpose: str, value: str) -> str:
        """The signature of a value, in hexadecimal digits."""
        return hmac.new(self._key, f"{purpose}|{value}".encode(), hashlib.sha256).hexdigest()

    def sign(self, purpose: str, value: str) -> str:
        """A value with its signature behind it."""
        return f"{value}.{self.signature(purpose, value)}"

    def verified(self, purpose: str, signed: str) -> str | None:
        """The value of what `sign` gave; None where the signature is not ours."""
        value, _, signature = signed.rpartition(".")
        return value if are_equal(signature, self.signature(purpose, value)) else None


def are_equal(one: str, other: str) -> bool:
    """Whether two secrets are the same, in a time that tells nothing of where they differ."""
    return hmac.compare_digest(one.encode("utf-8", "surrogatepass"), other.encode("utf-8", "surrogatepass"))
