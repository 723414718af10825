"""The semantic document model. It imports only the standard library."""
