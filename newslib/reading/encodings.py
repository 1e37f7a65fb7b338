"""From bytes to text: UTF-8 first, then what a mark or the file declares, then a guess."""

from __future__ import annotations

import codecs
import re
from typing import BinaryIO

from newslib.reading.problems import Problem, Unreadable

__all__ = ["decode", "decode_page", "encoding_of"]

_SAMPLE = 1 << 16
_CHUNK = 1 << 20
_BINARY_HEAD = 8000
"""How many bytes are judged where a guess is needed, read at a time, and searched for NUL."""

_MARKS = (  # the longer first: UTF-32's mark begins as UTF-16's does
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_SIGNATURES = (
    (b"%PDF-", "a PDF"),
    (b"PK\x03\x04", "a zip archive (as .docx and .xlsx are)"),
    (b"\x1f\x8b", "gzip-compressed"),
    (b"\x89PNG", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
    (b"GIF8", "a picture"),
    (b"PAR1", "a Parquet file"),
    (b"{\\rtf", "a Rich Text file"),
    (b"\xd0\xcf\x11\xe0", "an Office file"),
)
_DECLARED = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([\w.:-]{1,40})", re.IGNORECASE)
_ASCII = bytes(range(128))


def decode(data: bytes) -> tuple[str, tuple[Problem, ...]]:
    """The text of a file's bytes, and what had to be assumed to read them.

    A byte order mark decides; else UTF-8 is tried; else the encoding is guessed, which is said.
    Bytes that fit nothing become U+FFFD. Raises Unreadable where the bytes are no text at all.

    >>> decode("Café".encode())
    ('Café', ())
    >>> text, problems = decode("The minister’s aide said".encode("cp1252"))
    >>> text, problems[0].problem
    ('The minister’s aide said', 'guessed encoding')
    """
    codec = _from_mark(data[:_BINARY_HEAD])
    if codec:
        return data.decode(codec, "replace"), ()
    try:
        return data.decode("utf-8"), ()
    except UnicodeDecodeError as error:
        codec, problems = _guess(data, error.start)
    return data.decode(codec, "replace"), problems


def decode_page(data: bytes) -> tuple[str, tuple[Problem, ...]]:
    """The same for a web page, which may declare its encoding in a meta tag.

    >>> decode_page('<meta charset="iso-8859-1"><p>£5</p>'.encode("latin-1"))[1]
    ()
    """
    declared = _DECLARED.search(data, 0, 4096)
    if declared is None or _from_mark(data[:_BINARY_HEAD]) or _decodes(data, "utf-8"):
        return decode(data)
    try:
        name = codecs.lookup(declared[1].decode("ascii")).name
        # Browsers read what calls itself Latin-1 or ASCII as Windows-1252, its superset.
        name = "cp1252" if name in {"iso8859-1", "ascii"} else name
        return data.decode(name, "replace"), ()
    except (LookupError, ValueError):  # no encoding of that name, or none of text
        return decode(data)


def encoding_of(stream: BinaryIO) -> tuple[str, tuple[Problem, ...]]:
    """The same decision for a file too large to hold: its codec, reading it once in pieces.

    >>> import io
    >>> encoding_of(io.BytesIO(b"id,text"))
    ('utf-8', ())
    """
    decoder = codecs.getincrementaldecoder("utf-8")()
    before, chunk = b"", stream.read(_CHUNK)
    codec = _from_mark(chunk[:_BINARY_HEAD])
    try:
        while chunk and not codec:
            decoder.decode(chunk)
            before, chunk = chunk, stream.read(_CHUNK)
        decoder.decode(b"", final=True)
    except UnicodeDecodeError as error:
        seen = before + chunk  # the place is right to a byte or two that the decoder kept back
        return _guess(seen, len(seen) - len(chunk) - 1 + error.start)
    return codec or "utf-8", ()


def _from_mark(head: bytes) -> str:
    """The codec that a byte order mark names, "" without one; Unreadable for binary files."""
    for mark, codec in _MARKS:
        if head.startswith(mark):
            return codec
    for signature, what in _SIGNATURES:
        if head.startswith(signature):
            raise Unreadable(f"is {what}, no text; save its text as UTF-8")
    if b"\0" in head:
        raise Unreadable(
            "holds NUL bytes: it is binary, or UTF-16 without its mark; save it as UTF-8"
        )
    return ""


def _guess(data: bytes, at: int) -> tuple[str, tuple[Problem, ...]]:
    """The codec of bytes that are no UTF-8, judged by a sample around `at`, where they are not.

    Charset-normalizer, asked about English with a few curly marks, names Russian or Japanese code
    pages; there Windows-1252 is the better guess. It is asked where much lies outside ASCII.
    """
    start = max(0, at - _SAMPLE // 2)
    sample = data[start : start + _SAMPLE]
    if _mostly_utf8(sample):
        return "utf-8", ()
    beyond = len(sample.translate(None, _ASCII))
    if 5 * beyond < len(sample) and _decodes(sample, "cp1252"):
        reason = "is not UTF-8; read as cp1252 (Windows), the likeliest for English"
        return "cp1252", (Problem("guessed encoding", reason),)
    from charset_normalizer import from_bytes

    best = from_bytes(sample).best()
    if best is None:
        return "utf-8", ()
    reason = f"is not UTF-8; read as {best.encoding}, charset-normalizer's best guess"
    return best.encoding, (Problem("guessed encoding", reason),)


def _mostly_utf8(sample: bytes) -> bool:
    """Whether most of what lies outside ASCII is sound UTF-8, so that the rest is damage."""
    while sample and 0x80 <= sample[0] < 0xC0:  # the cut went through a character
        sample = sample[1:]
    text = codecs.getincrementaldecoder("utf-8")("replace").decode(sample)
    beyond = sum(character > "\x7f" for character in text)
    return 2 * text.count("\ufffd") < beyond


def _decodes(sample: bytes, codec: str) -> bool:
    try:
        sample.decode(codec)
    except UnicodeDecodeError:
        return False
    return True
