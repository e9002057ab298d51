"""Which publication a text is: its canonical URL, else the text and who published it."""

from __future__ import annotations

import re
from urllib.parse import parse_qsl, urlencode, urlsplit

from tracker.db.keys import digest, name_key

# What newsletters, social networks and advertisers append; it never chooses the page.
_TRACKING = re.compile(
    r"utm_\w*|fbclid|gclid|gclsrc|dclid|msclkid|yclid|twclid|ttclid|igshid|igsh|wbraid|gbraid|mc_[ce]id|_g[al]"
    r"|mkt_tok|oly_\w+_id|vero_id|s_cid|cmpid|ns_(campaign|mchannel|source)|at_(medium|campaign|custom\d)|xtor"
    r"|smid|smtyp|ref_src",
    re.IGNORECASE,
)
_DEFAULT_PORTS = {"http": 80, "https": 443}


def canonical_url(url: str) -> str:
    """Return the form in which equal addresses are equal.

    Lower-case host without a default port, no user, fragment, tracking parameter or trailing slash,
    parameters sorted; http is https. What is not such an address is returned as it is, stripped.
    """
    try:
        parts = urlsplit(url.strip())
        port = parts.port
    except ValueError:
        return url.strip()
    if parts.scheme.lower() not in _DEFAULT_PORTS or not parts.hostname:
        return url.strip()
    host = parts.hostname.rstrip(".")
    if port is not None and port not in _DEFAULT_PORTS.values():
        host = f"{host}:{port}"
    kept = sorted(
        pair for pair in parse_qsl(parts.query, keep_blank_values=True) if not _TRACKING.fullmatch(pair[0])
    )
    query = f"?{urlencode(kept)}" if kept else ""
    return f"https://{host}{parts.path.rstrip('/')}{query}"


def identity_key(url: str | None, text_sha256: str, publisher: str | None) -> str:
    """Return the SHA-256, in hex, of what makes a source this one and no other."""
    if url is not None and url.strip():
        return digest("url", canonical_url(url))
    return digest("text", text_sha256, None if publisher is None else name_key(publisher))
