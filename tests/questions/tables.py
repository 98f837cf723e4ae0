"""The tables of the corpus files: Markdown that a teacher could extend."""

from pathlib import Path

CORPUS = Path(__file__).parent / "corpus"


def rows_of(name: str) -> list[tuple[str, ...]]:
    """The rows of every table in a corpus file, cells stripped; ``\\|`` stands for a bar within a cell."""
    lines = (CORPUS / name).read_text(encoding="utf-8").splitlines()
    rows = [line for line in lines if line.startswith("|") and not line.startswith("|--")]
    headings = {lines[index - 1] for index, line in enumerate(lines) if line.startswith("|--")}
    return [_cells(row) for row in rows if row not in headings]


def _cells(row: str) -> tuple[str, ...]:
    cells = row.replace("\\|", "\x00").strip("|").split("|")
    return tuple(cell.replace("\x00", "|").strip() for cell in cells)
