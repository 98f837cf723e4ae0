"""Lines of a copied page that are no text of it: headings, lists of contents, and notices to those who write it."""

from __future__ import annotations

import re

from questions.regex import regex

# The form in which encyclopedias write headings in plain text, in which the other readers leave theirs, and in which
# they are copied from a page.
_HEADING = (
    r"={1,6}[^=\n][^\n]*=[ \t]*$"
    r"|(?=[^\n]{1,90}$)[^\n。！？]+\[[ ]?(?:edit|编辑|編輯)(?:[ ]?\|[ ]?[^\[\]\n]{1,20})?[ ]?\][ \t]*$"
)
_CONTENTS = r"\d{1,2}(?:\.\d{1,2}){0,4}\t[^\n]*$"
_MASTHEAD = (
    r"From Wikipedia, the free encyclopedia\b[^\n]{0,60}$|[维維]基百科[，,]?[ ]?自由的百科全[书書][^\n]{0,60}$"
    r"|Jump to (?:navigation|search|content)[^\n]{0,60}$"
    r"|跳[转轉]?(?:到|至)(?:导航|導航|搜索|搜尋|内容|內容)[^\n]{0,40}$"
)
_MONTH_EN = r"[A-Z][a-z]{2,8}"
_NOTICE = (
    rf"[^\n]{{0,600}}\(?Learn how and when to remove th[^\n]*$"
    rf"|Th(?:is|e) (?:\w+ ){{0,2}}(?:article|section|page|list|biography)\b[^\n]{{0,600}}"
    rf"(?:\({_MONTH_EN} \d{{4}}\)[ \t]*|(?:[Pp]lease help|[Yy]ou can help|help improve)[^\n]*)$"
    r"|(?:Please help |Find sources:|For other uses, see |Not to be confused with |Main article: |See also: )[^\n]*$"
    rf"|This article is about [^\n]{{1,300}}\. For [^\n]{{1,300}}, see [^\n]*$"
)
_PAGE = "(?:[条條]目|章[节節]|段落|[页頁]面|列表|[传傳][记記])"
_NOTICE_ZH = (
    rf"(?:提示[：:][ ]?)?[此本這这]篇?{_PAGE}[^\n]{{0,300}}"
    r"(?:[（(]\d{4}年\d{1,2}月(?:\d{1,2}日)?[）)]|[请請][见見参參]|的主[题題]不是|(?:[补補]充|列出|提供)[^\n]{0,20}[来來]源"
    r"|[协協]助|改善|[查求][证證]|清理|移除)[^\n]*$"
    r"|[请請](?:[协協]助)?(?:[补補]充|改善|[清]理|[扩擴]充)[^\n]{0,40}(?:[来來]源|[条條]目)[^\n]*$"
    r"|[^\n]{1,60}[重][定新][导導]?向?至此[^\n]*$|[关關][于於][^\n]{1,80}[请請][见見参參][^\n]{1,80}$"
    r"|[维維]基百科所有的[内內]容都[应應][^\n]*$|致使用者[：:][^\n]*$"
)
_FURNITURE = regex(rf"^[ \t]*(?:{_HEADING}|{_CONTENTS}|{_MASTHEAD}|{_NOTICE}|{_NOTICE_ZH})", re.MULTILINE)


def furniture_of(text: str, end: int) -> list[tuple[int, int]]:
    """Beginnings and ends of the lines of ``text[:end]`` that tell nothing, in order."""
    return [match.span() for match in _FURNITURE.finditer(text, 0, end)]
