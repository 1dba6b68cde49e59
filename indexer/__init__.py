"""From documents to searchable passages. Start reading at `indexer.build`."""
