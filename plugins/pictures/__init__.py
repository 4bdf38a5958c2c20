"""Pictures as they are published: made anew from their pixels, so that nothing else in the file goes out."""
