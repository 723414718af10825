"""An article in each form: one module a form, strangers to each other."""
