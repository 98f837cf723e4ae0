"""A quote is cut into pieces that are together the quote."""

from __future__ import annotations

import pytest

from quizapp.documents.evidence import Piece, PieceKind, cut, quote_within, web_address


def kinds(pieces: tuple[Piece, ...]) -> list[tuple[str, PieceKind]]:
    return [(piece.text, piece.kind) for piece in pieces]


def test_the_date_and_the_markers_are_pieces_of_their_own() -> None:
    quote = "8月26日,梅德韦杰夫承认其独立[8][9];"
    assert kinds(cut(quote, date_start=0, date_end=5)) == [
        ("8月26日", PieceKind.DATE),
        (",梅德韦杰夫承认其独立", PieceKind.TEXT),
        ("[8]", PieceKind.MARKER),
        ("[9]", PieceKind.MARKER),
        (";", PieceKind.TEXT),
    ]


def test_what_a_web_page_left_is_a_piece_of_its_own() -> None:
    quote = "2008年9月签署了协定英语Agreement of Friendship"
    assert kinds(cut(quote, date_start=0, date_end=7))[-1] == ("英语Agreement of Friendship", PieceKind.RESIDUE)


@pytest.mark.parametrize(
    ("quote", "start", "end"),
    [
        ("In 2008 [1], again [2–3].", 3, 7),
        ("[1]2008[2]", 3, 7),
        ("[1]2008[2]", 0, 10),
        ("2008", 0, 4),
        ("no date", 3, 3),
        ("<b>2008</b> & more", 3, 7),
    ],
)
def test_the_pieces_are_together_the_quote(quote: str, start: int, end: int) -> None:
    pieces = cut(quote, date_start=start, date_end=end)
    assert "".join(piece.text for piece in pieces) == quote
    assert [piece.text for piece in pieces if piece.kind is PieceKind.DATE] == [quote[start:end]] * (start < end)


@pytest.mark.parametrize("address", ["https://example.org/a?b=c", "http://example.org"])
def test_a_web_address_may_become_a_link(address: str) -> None:
    assert web_address(address) == address


@pytest.mark.parametrize(
    "address", [None, "", "javascript:alert(1)", "data:text/html,x", "https://", "//example.org", "http://[", "a b"]
)
def test_nothing_else_becomes_a_link(address: str | None) -> None:
    assert web_address(address) is None


def test_what_stands_around_a_quote_is_not_quoted() -> None:
    passage = "先于2008年断交[1],后于2009年复交[2]。"
    pieces = cut(passage, date_start=15, date_end=20)
    found = quote_within(pieces, start=13, end=22)
    assert "".join(piece.text for piece in found) == passage
    assert [(piece.text, piece.kind) for piece in found if piece.quoted] == [
        ("后于", PieceKind.TEXT),
        ("2009年", PieceKind.DATE),
        ("复交", PieceKind.TEXT),
    ]
