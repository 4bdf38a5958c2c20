"""Press kits: one file for journalists, made of what is said already. Shapes to bytes; nothing is read here."""
