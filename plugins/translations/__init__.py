"""What one language of an item says and the other does not, and the exchange with a translator."""
