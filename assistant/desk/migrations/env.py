"""What Alembic runs: the revisions, on the connection and in the transaction that we hand it.

It configures no logging: the program's own stays as it is.
"""

from __future__ import annotations

from alembic import context

from assistant.desk.tables import METADATA

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=METADATA,
    render_as_batch=True,
)
with context.begin_transaction():
    context.run_migrations()
