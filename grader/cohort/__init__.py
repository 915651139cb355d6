"""Grades many: takes hand-ins in, grades them on all processors, keeps what comes, and publishes it."""
