"""From bytes to documents: the only room that touches files and, later, the network."""
