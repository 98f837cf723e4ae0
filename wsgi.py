"""What a web server is pointed at: ``wsgi:app``."""

from quizapp import create_app

app = create_app()
