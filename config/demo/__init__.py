"""The demo: example people and dates, one-click sign-in. Never in production."""
