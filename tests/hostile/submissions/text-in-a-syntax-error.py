"""Put escapes into the line that the parser complains of."""
# /// attack
# goal = "text"
# says = "cannot parse line 9"
# ///

SCENE = {}

x = = "[2J2J‮"  # <script>alert(1)</script>
