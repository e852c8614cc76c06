"""The words around a finding, verbatim and short enough to show."""

LONGEST = 160


def quote_around(text: str, start: int, end: int, longest: int = LONGEST) -> str:
    """At most ``longest`` characters of ``text`` around ``text[start:end]``, whole words."""
    if len(text.strip()) <= longest:
        return text.strip()
    end = min(end, start + longest)
    room = longest - (end - start)
    left = max(0, min(start - room // 2, len(text) - longest))
    right = min(len(text), left + longest)
    if left > 0:
        left = _next_space(text, left, start)
    if right < len(text):
        right = _last_space(text, end, right)
    return text[left:right].strip()


def _next_space(text: str, left: int, limit: int) -> int:
    found = text.find(" ", left, limit)
    return limit if found < 0 else found


def _last_space(text: str, limit: int, right: int) -> int:
    found = text.rfind(" ", limit, right)
    return limit if found < 0 else found
