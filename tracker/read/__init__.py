"""Reading the database into typed answers; nothing here writes."""
