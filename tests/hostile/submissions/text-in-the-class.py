"""Put escapes into the names of the classes."""
# /// attack
# goal = "text"
# says = "has no class LinearRegression"
# ///

SCENE = {}

globals()["\x1b[2J"] = type("\x1b[2J", (), {})
globals()["<script>"] = type("<script>", (), {})


def fit():
    """There is nothing to see here."""
