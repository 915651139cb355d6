"""Turns what came back, in whatever layout or archive, into the texts that answer the exercises."""
