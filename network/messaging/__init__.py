"""The outbox: every mail the product sends, exactly once as far as SMTP allows."""
