"""Files to records to model."""
