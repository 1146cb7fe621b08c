"""What a user has as files, told by their content: one module a format, `registry` names them all."""
