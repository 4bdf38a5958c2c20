"""A newsletter as an e-mail: HTML and plain text of the same words, as a file that any mail program opens."""
