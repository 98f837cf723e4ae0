"""``python -m quizapp.translations``: bring the catalogues up to date, and say what is left to translate."""

from __future__ import annotations

import click

from quizapp.translations import LOCALES, refresh, untranslated

for locale in LOCALES:
    catalogue = refresh(locale)
    left = untranslated(catalogue)
    click.echo(f"{locale}: {len(catalogue)} sentences, {len(left)} to translate.")
