"""What is printed: leaflets, placards, cards and labels, as plain data and as pages for a browser to print."""
