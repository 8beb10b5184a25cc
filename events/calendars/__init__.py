"""iCalendar entries, feeds and their secret addresses. Knows no event."""
