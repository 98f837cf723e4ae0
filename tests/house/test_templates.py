"""Templates are text and macro calls: no code, no look of their own."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.house.markup import inline_code, unmarked_text
from tests.house.sources import templates, within


@pytest.mark.parametrize("path", templates(), ids=within)
def test_no_script_and_no_style_is_written_into_a_page(path: Path) -> None:
    assert [f"{within(path)}:{found.line} {found.text}" for found in inline_code(path.read_text("utf-8"))] == []


def test_inline_code_is_found() -> None:
    template = '<p style="x">\n<a onclick="y()" href="javascript:z">\n<script>1</script><script src="a.js"></script>'
    assert [(found.line, found.text) for found in inline_code(template)] == [
        (1, "p style=x"),
        (2, "a onclick=y()"),
        (2, "a href=javascript:z"),
        (3, "script"),
    ]


def test_text_that_is_not_marked_is_found() -> None:
    template = """{% block main_class %}wide{% endblock %}<p title="Hello">{{ _("Marked") }}
    {% if a %}bare{% endif %} · {{ card("A sentence", kind="primary") }}
    {% trans %}Marked too{% endtrans %}<img alt="{{ _('Seal') }}"></p>"""
    assert {found.text for found in unmarked_text(template)} == {"Hello", "0\n    bare · 0", "A sentence"}
