"""Templates of wikitext: the few that stand for words of the text, and the parameters of all."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from questions.regex import regex


@dataclass(frozen=True, kw_only=True)
class Template:
    """A template's name in lower case, and its parameters: those without a name are counted from 1."""

    name: str
    parameters: Mapping[str, str]

    def first(self, *names: str) -> str:
        """The first of these parameters that is not empty; empty where none is."""
        return next((value for name in names if (value := self.parameters.get(name))), "")


_NAMED = regex(r"\s*([\w# -]{1,40}?)\s*=(.*)", re.DOTALL)


def template_of(inside: str) -> Template:
    """The template of the text between its braces."""
    name, *pieces = inside.split("|")
    parameters: dict[str, str] = {}
    count = 0
    for piece in pieces:
        if match := _NAMED.fullmatch(piece):
            parameters[match[1].lower()] = match[2].strip()
        else:
            count += 1
            parameters[str(count)] = piece.strip()
    return Template(name=" ".join(name.replace("_", " ").lower().split()), parameters=parameters)


def _ordinal(*names: str) -> Callable[[Template], str]:
    return lambda template: template.first(*names)


def _lifetime(template: Template) -> str:
    """``{{bd|1893年|12月26日|1976年|9月9日}}``."""
    born, died = (template.first(one) + template.first(two) for one, two in (("1", "2"), ("3", "4")))
    return f"（{born}－{died}）" if born and died else (f"（{born}－）" if born else "")


def _together(template: Template) -> str:
    return f"{template.first('1')} {template.first('2')}"


_BY_NAME: dict[str, Callable[[Template], str]] = {
    **dict.fromkeys(["le", "link-en", "internal link helper", "内部链接助手"], _ordinal("3", "1")),
    **dict.fromkeys(["tsl", "illm", "link", "translink", "internal link helper/all"], _ordinal("4", "3", "2")),
    **dict.fromkeys(["ill", "interlanguage link", "ill2", "interlanguage link multi"], _ordinal("lt", "1")),
    **dict.fromkeys(["lang", "langx", "transl", "transliteration", "lang-zh", "color", "nihongo2"], _ordinal("2", "1")),
    **dict.fromkeys(
        "nowrap nobr nobold small big abbr nihongo zh-hans zh-hant cn-text sic visible hilite nobreak em strong bold"  # noqa: SIM905
        " smaller nw date quote cquote blockquote 'title 專名號 专名号 书名号 書名號 as written ruby".split(),
        _ordinal("1", "text"),
    ),
    **dict.fromkeys(["convert", "cvt", "convinfobox"], _together),
    **dict.fromkeys(["circa", "c."], lambda template: f"c. {template.first('1')}"),
    **dict.fromkeys(["as of", "asof"], lambda template: f"As of {template.first('1')}"),
    **dict.fromkeys(["bd", "birth and death"], _lifetime),
    **dict.fromkeys(["ndash", "–", "en dash", "snd", "spnd", "spaced ndash"], lambda _: " – "),
    **dict.fromkeys(["mdash", "—", "em dash"], lambda _: "—"),
    **dict.fromkeys(["nbsp", "space", "spaces", "sp"], lambda _: " "),
    **dict.fromkeys(["·", "•", "dot", "bullet"], lambda _: "·"),
    "'": lambda _: "'",
    "=": lambda _: "=",
}
_LINKING = regex(r"link-[a-z-]+|internal link helper/[a-z-]+|lang-[a-z-]+|le-[a-z]+")


def words_of(template: Template) -> str:
    """What the template stands for in the text; nothing, for boxes, notices and templates that are not known."""
    if rule := _BY_NAME.get(template.name):
        return rule(template)
    if _LINKING.fullmatch(template.name):
        return template.first("1" if template.name.startswith("lang-") else "3", "1")
    return ""
