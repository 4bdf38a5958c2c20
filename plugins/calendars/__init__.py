"""iCalendar files: the events of a language, or one event."""
