"""The names of the report's formats, which the command's help needs before anything else is imported."""

FORMATS = ("text", "concise", "json", "sarif", "github", "gitlab", "junit", "rdjson", "markdown", "html")
