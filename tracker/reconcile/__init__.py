"""From claims to things: identity and projection, as pure functions."""
