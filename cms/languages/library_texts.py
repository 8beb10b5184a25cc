"""Texts of Django and allauth that visitors and members read, so that they get into the catalogues."""
