"""Little markup becomes elements, and nothing else does."""

from __future__ import annotations

from time import process_time

import pytest

from quizapp.rich import rich

LINK = '<a href="https://a.example/?b=1&amp;c" rel="external noopener noreferrer">words</a>'


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("", ""),
        ("plain", "<p>plain</p>"),
        ("one\r\ntwo\n\n\nthree", "<p>one<br>two</p><p>three</p>"),
        ("**bold** and *italic*", "<p><strong>bold</strong> and <em>italic</em></p>"),
        ("**粗体**与*斜体*。", "<p><strong>粗体</strong>与<em>斜体</em>。</p>"),
        ("[words](https://a.example/?b=1&c)", f"<p>{LINK}</p>"),
        ("Why:\n- one\n- **two**\nand", "<p>Why:</p><ul><li>one</li><li><strong>two</strong></li></ul><p>and</p>"),
        ("1. one\n2) two", "<ol><li>one</li><li>two</li></ol>"),
        ("2 * 3 * 4, ** and a*", "<p>2 * 3 * 4, ** and a*</p>"),
        ('<script>x</script> & "q"', "<p>&lt;script&gt;x&lt;/script&gt; &amp; &#34;q&#34;</p>"),
        ("**<b>**", "<p><strong>&lt;b&gt;</strong></p>"),
        ("[x](javascript:alert(1)) [y](javascript:z)", "<p>[x](javascript:alert(1)) [y](javascript:z)</p>"),
        ('[x](https://a"onclick=b)', "<p>[x](https://a&#34;onclick=b)</p>"),
        (
            "[<i>](https://a.example)",
            '<p><a href="https://a.example" rel="external noopener noreferrer">&lt;i&gt;</a></p>',
        ),
        ("2008. It began.", "<p>2008. It began.</p>"),
    ],
)
def test_little_markup_becomes_elements(text: str, shown: str) -> None:
    assert rich(text) == shown


@pytest.mark.parametrize("text", ["*a", "**a", "[a](https://", "- ", "[", "*a " * 2])
def test_what_is_built_to_be_slow_is_not(text: str) -> None:
    begin = process_time()
    rich(text * (20_000 // len(text)))
    assert process_time() - begin < 1
