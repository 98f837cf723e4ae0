"""Whatever a file holds is shown as text: no payload of any format becomes markup, before or after it is imported."""

from __future__ import annotations

import re
from html import escape
from html.parser import HTMLParser

import pytest
from sqlalchemy import select

from questions import Language, Option, Question, QuestionType
from questions.exchange import Citation, Format, Item, write
from quizapp.bank.models import Question as Stored
from quizapp.database import db
from tests.exchange.conftest import Counter

PAYLOADS = (
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    '"><svg onload=alert(1)>',
    "'\" onfocus=alert(1) autofocus x='",
    "<a href=javascript:alert(1)>a</a>",
    "&lt;script&gt;alert(1)&lt;/script&gt;",
    "{{ 7 * 7 }}{% raw %}",
    "</textarea><iframe srcdoc='<script>alert(1)</script>'>",
    "]]><script>alert(1)</script>",
    "%(what)s %s {0}",
)
ADDRESSES = frozenset({"href", "src", "action", "formaction"})
SCRIPT = re.compile(r"\s*(?:java|vb)script:|\s*data:", re.IGNORECASE)
READ = tuple(form for form in Format if form is not Format.ANKI)


def item(payload: str, number: int) -> Item:
    """A question with the payload in every field that people write."""
    question = Question(
        id=f"q{number}",
        type=QuestionType.SINGLE_CHOICE,
        language=Language.ENGLISH,
        stem=f"Which one, number {number}? {payload}",
        options=(
            Option(id="a", text=f"right {payload}", correct=True, feedback=f"because {payload}"),
            Option(id="b", text=f"wrong {payload}", feedback=f"not {payload}"),
        ),
    )
    address = Citation(number=1, text=f"A title. {payload} http://x.example/{payload}")
    return Item(question=question, references=(address,), remark=f"remark {payload}", category=f"c{number} {payload}")


class Page(HTMLParser):
    """Collects what a page would run."""

    def __init__(self) -> None:
        super().__init__()
        self.runs: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in {"iframe", "object", "embed", "base"} or (tag == "script" and not dict(attrs).get("src")):
            self.runs.append(tag)
        for name, text in attrs:
            if name.startswith("on") or name in {"srcdoc", "style"} or (name in ADDRESSES and SCRIPT.match(text or "")):
                self.runs.append(f"{tag} {name}={text}")


def run_by(page: str) -> list[str]:
    reader = Page()
    reader.feed(page)
    return [*reader.runs, *re.findall(r"<img src=x", page)]


@pytest.mark.parametrize("form", READ)
def test_payloads_are_text_on_every_page(counter: Counter, form: Format) -> None:
    items = [item(payload, number) for number, payload in enumerate(PAYLOADS)]
    address = counter.hand_in(write(items, format=form).content, name="<script>alert(1)</script>.txt")
    pages = [counter.client.get(address).text]
    counter.take_over(address)
    with counter.app.app_context():
        ids = list(db.session.scalars(select(Stored.id)))
    assert len(ids) >= len(PAYLOADS) - 1
    paths = ["/bank", "/bank/export", *(f"/bank/{id_}" for id_ in ids), f"/bank/{ids[0]}/edit", f"/review/{ids[0]}"]
    pages += [counter.client.get(path).text for path in paths]
    assert [found for page in pages for found in run_by(page)] == []
    assert "49" not in re.findall(r"number 6\? *(\d*)", pages[0])


def test_what_would_run_is_found() -> None:
    assert len(run_by("<script>1</script><p onclick=x><img src=x><a href='javascript:1'>")) == 4
    assert run_by(escape("<script>1</script>")) == []


def test_a_mistake_quotes_the_file_as_text(counter: Counter) -> None:
    page = counter.client.get(
        counter.hand_in(b"stem,option_a,option_b,key\nWhich?,A,B,<script>1\nGood?,A,B,a\n", "a.csv")
    ).text
    assert run_by(page) == []
    assert "The key names “&lt;script&gt;1”" in page


def test_a_page_shows_each_payload_as_it_was_written(counter: Counter) -> None:
    items = [item(payload, number) for number, payload in enumerate(PAYLOADS)]
    page = counter.client.get(counter.hand_in(write(items, format=Format.CSV).content)).text
    assert [
        payload
        for payload in PAYLOADS
        if str(escape(payload)).replace("&#x27;", "&#39;").replace("&quot;", "&#34;") not in page
    ] == []
