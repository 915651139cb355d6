"""Draws grades: in the terminal, as a page, as data. A renderer sees a grade and nothing else."""
