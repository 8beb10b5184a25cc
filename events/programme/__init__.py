"""Meetings and courses: planning and finding them."""
