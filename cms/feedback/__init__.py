"""Reports of barriers, without an account."""
