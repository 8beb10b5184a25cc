"""What runs by the clock: the schedule, and the heartbeat that shows that somebody works it off."""
