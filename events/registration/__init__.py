"""Who comes: registrations and seats."""
