"""The database: models, sessions, migrations, and rows in and out."""
