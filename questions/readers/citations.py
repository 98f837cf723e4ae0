"""Citation templates → references."""

from __future__ import annotations

import re

from questions.calendar_forms import calendar_date
from questions.dates import DateValue
from questions.document import Reference
from questions.readers.assembling import line_of
from questions.readers.wikitext_templates import Template
from questions.regex import regex

_CITATION = regex(
    r"(?:cite|引用|引)[ -]?(?:web|news|book|journal|magazine|press release|report|encyclopedia|video|av media|thesis"
    r"|conference|tweet|interview|newspaper|paper|网页|網頁|新闻|新聞|书籍|書籍|期刊|报告|報告)|citation|vcite \w+"
    r"|(?:网站|網站|网页|網頁)(?:引用|资料|資料)|cite"
)


def is_citation(template: Template) -> bool:
    """Whether the template says what a reference is."""
    return _CITATION.fullmatch(template.name) is not None


def reference_of_citation(template: Template, *, number: int, rest: str = "") -> Reference:
    """The reference that the template's parameters give; `rest` is what stands beside the template."""
    get = template.first
    fields = Reference(
        number=number,
        text="",
        start=0,
        end=0,
        title=_line(
            get("title", "script-title", "trans-title", "chapter", "标题", "標題", "题目", "題目", "题名", "題名")
        ),
        author=_author(template),
        publisher=_line(get(*_PUBLISHERS)),
        place=_line(get("location", "place", "publication-place", "地点", "地點", "位置", "出版地")),
        issued=_date(get("date", "publication-date", "日期") or _year_and_month(template)),
        accessed=_date(get("access-date", "accessdate", "访问日期", "訪問日期", "存取日期", "查阅日期", "查閱日期")),
        archived=_date(get("archive-date", "archivedate", "存档日期", "存檔日期")),
        url=_address(get("url", "网址", "網址", "链接", "連結")),
        archive_url=_address(get("archive-url", "archiveurl", "存档网址", "存檔網址", "存档链接")),
        language=_line(get("language", "lang", "语言", "語言")),
    )
    text = line_of(" ".join([_written(fields, template), rest])) or "—"
    return Reference(**{**vars(fields), "text": text, "end": len(text)})


_PUBLISHERS = (
    *("work", "newspaper", "website", "journal", "magazine", "periodical", "publisher", "agency", "encyclopedia"),
    *("报纸", "報紙", "报章", "報章", "杂志", "雜誌", "期刊", "网站", "網站", "出版社", "出版者"),
    *("发布者", "發布者", "作品", "通讯社"),
)


def _line(text: str) -> str | None:
    return line_of(text) or None


def _address(text: str) -> str | None:
    address = line_of(text)
    return address if re.fullmatch(r"https?://\S+", address, re.IGNORECASE) else None


def _author(template: Template) -> str | None:
    get = template.first
    if whole := get("author", "authors", "author1", "people", "作者"):
        return _line(whole)
    names = []
    for number in ("", "1", "2", "3", "4"):
        last = get(f"last{number}", f"surname{number}", f"姓{number}")
        first = get(f"first{number}", f"given{number}", f"名{number}")
        if last:
            chinese = re.fullmatch(r"[\u3400-\u9fff]+", last + first) is not None
            names.append(last + first if chinese else ", ".join(name for name in (last, first) if name))
    return _line("; ".join(dict.fromkeys(names)))


def _year_and_month(template: Template) -> str:
    year, month = template.first("year", "年"), template.first("month", "月")
    if month.rstrip("月").isdecimal():
        return f"{year}-{month.rstrip('月'):0>2}"
    return f"{month} {year}".strip()


_YEAR = regex(r"(?:[A-Za-z]+ |c\. ?)?(\d{4})(?:[a-z]|年)?")


def _date(text: str) -> DateValue | None:
    """The date of a parameter; of a season, its year."""
    line = line_of(text).replace("/", "-")
    year = _YEAR.fullmatch(line)
    return calendar_date(line) or (DateValue.of(int(year[1])) if year and int(year[1]) else None)


def _written(fields: Reference, template: Template) -> str:
    """The reference as an entry of a list: author, title, place and publisher, issue, dates."""
    publisher = f"{fields.place}: {fields.publisher}" if fields.place and fields.publisher else fields.publisher
    accessed = f"[{fields.accessed}]" if fields.accessed else ""
    issued = f"{fields.issued or ''} {accessed}".strip()
    parts = [fields.author, fields.title, publisher, *_whereabouts(template), issued]
    text = ". ".join(part.rstrip(".") for part in parts if part)
    archived = f" (原始内容存档于{fields.archived})" if _is_chinese(template) else f" Archived {fields.archived}"
    return f"{text}.{archived}." if text and fields.archived else (f"{text}." if text else "")


def _whereabouts(template: Template) -> list[str]:
    get = template.first
    volume, issue = get("volume", "卷"), get("issue", "number", "期")
    pages = get("pages", "page", "页", "頁", "pp", "p")
    numbered = f"{volume} ({issue})" if volume and issue else volume or issue
    identifiers = [f"{name.upper()} {get(name)}" for name in ("isbn", "issn", "doi", "oclc") if get(name)]
    page = f"p. {pages}" if pages.isdecimal() else (f"pp. {pages}" if pages else "")
    return [line_of(part) for part in (numbered, page, *identifiers) if part]


def _is_chinese(template: Template) -> bool:
    return any(re.search(r"[\u3400-\u9fff]", value) for value in template.parameters.values())
