"""What the site is: frozen dataclasses, standard library only, no input or output."""
