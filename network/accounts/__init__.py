"""People, their accounts and sign-in."""
