"""Share cards: the picture that stands for a page where its link is shared, words only, in the theme's fonts."""
