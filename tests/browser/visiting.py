"""A visitor: a browser of their own on the site, in which nothing may go wrong unseen."""

from __future__ import annotations

from dataclasses import dataclass, field

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import ConsoleMessage, Page, expect

from tests.conftest import TestPerson

SAVED = "[data-saved][data-state=saved]"


@dataclass(kw_only=True)
class Visitor:
    """Someone's browser. What its console or its scripts complain about fails the test at its end."""

    page: Page
    complaints: list[str] = field(default_factory=list)
    expected: tuple[str, ...] = ()

    def listen(self) -> None:
        self.page.on("console", self._note)
        self.page.on("pageerror", lambda error: self.complaints.append(f"{self.page.url}: {error}"))

    def _note(self, message: ConsoleMessage) -> None:
        if message.type in {"error", "warning"} and not any(part in message.text for part in self.expected):
            self.complaints.append(f"{self.page.url}: {message.text}")

    def open(self, path: str) -> None:
        reply = self.page.goto(path)
        assert reply is not None
        assert reply.status == 200, f"{path} answers {reply.status}"

    def sign_in(self, person: TestPerson) -> None:
        self.open("/sign-in")
        self.page.locator("#username").fill(person.username)
        self.page.locator("#password").fill(person.password)
        self.page.locator("#password").press("Enter")
        expect(self.page.locator(".site-person")).to_have_text(person.name)

    def start(self, quiz: int) -> None:
        """Start an attempt at the quiz from its page."""
        self.open(f"/quizzes/{quiz}")
        self.page.locator(f"form[action='/quizzes/{quiz}/attempts'] button").click()
        expect(self.page.locator("form.question").first).to_be_visible()
        self.page.wait_for_load_state()

    def answer_all(self) -> None:
        """Answer every question as one who knows nothing: the first option, a year, the order as it is shown."""
        for form in self.page.locator("form.question").all():
            kind = form.get_attribute("data-kind")
            if kind == "choice":
                form.locator("input[type=radio]").first.check()
            elif kind == "entry":
                form.locator("input[name=answer]").fill("2008")
                form.locator("input[name=answer]").blur()
            else:
                form.locator("button[data-move=down]").first.click()
            expect(form.locator(SAVED)).to_be_visible()

    def submit(self) -> None:
        """Finish in the two steps that it takes, and come to the review."""
        self.page.locator("a[href$='/submission']").click()
        self.page.locator("main form[action$='/submission']:not([data-ending]) button").click()
        expect(self.page.locator("article.reviewed").first).to_be_visible()

    def check_access(self) -> None:
        """No rule of axe is broken by the page as it is now, and nothing is cut off to the right."""
        found = Axe().run(self.page).response["violations"]
        broken = [f"{rule['id']}: {node['html']}" for rule in found for node in rule["nodes"]]
        assert broken == [], self.page.url
        width, shown = self.page.evaluate("[document.documentElement.scrollWidth, window.innerWidth]")
        assert width <= shown, f"{self.page.url} is {width} wide in a window of {shown}"
