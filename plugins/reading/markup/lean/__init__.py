"""The converter's slow steps again, in a form that leaves out what a text gives them nothing to find for."""
