"""The revisions of the desk's tables, for Alembic; `assistant.desk.migrating` runs them."""
