"""What an administrator looks after: copies of the database, and whether all is in order."""
