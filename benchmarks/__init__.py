"""`run.py bench`: sites of many posts, this builder and other generators measured on them side by side."""
