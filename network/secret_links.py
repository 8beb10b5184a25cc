"""Secrets that travel in links: random, kept only as a hash, found by that hash.

Looking a link up by its hash takes the same path and time whatever was typed, and whoever reads the
database cannot rebuild the link.
"""

import hashlib
import secrets

SECRET_BYTES = 20  # 160 random bits


def secret_create() -> tuple[str, str]:
    """A new secret for a link and the digest to store: `(secret, digest)`."""
    secret = secrets.token_urlsafe(SECRET_BYTES)
    return secret, secret_digest(secret)


def secret_digest(secret: str) -> str:
    """The hex SHA-256 of `secret`. A plain hash is enough: 160 random bits cannot be guessed."""
    return hashlib.sha256(secret.encode()).hexdigest()
