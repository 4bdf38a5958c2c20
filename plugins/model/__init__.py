"""What the site is: frozen dataclasses and named tuples, standard library only, no input or output."""
