"""Values as JSON and files: one module a form."""
