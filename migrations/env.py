"""What Alembic runs: the guarded migration of `tracker.db.migrate`, or SQL text with ``--sql``."""

from logging.config import fileConfig

from alembic import context

from tracker.config import database_url
from tracker.db import migrate
from tracker.db.models import Base

config = context.config
if config.config_file_name is not None:
    fileConfig(config.config_file_name, disable_existing_loggers=False)

url = config.attributes.get("url") or database_url()

if context.is_offline_mode():
    context.configure(dialect_name=url.get_backend_name(), target_metadata=Base.metadata, literal_binds=True)
    with context.begin_transaction():
        context.run_migrations()
else:
    migrate.run(context, Base.metadata, url, config.attributes.get("ran"))
