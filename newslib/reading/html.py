"""A web page as the parts of its story: what it says of itself, its captions and its body."""

from __future__ import annotations

import re

from newslib.reading.body import Block, find_body
from newslib.reading.captions import find_captions
from newslib.reading.compose import Parts, join_names
from newslib.reading.encodings import decode_page
from newslib.reading.json_ld import text_in
from newslib.reading.markup import Element, key_of, marks_of, parse_page, plain, words_of
from newslib.reading.metadata import ELLIPSIS, Metadata, find_metadata
from newslib.reading.problems import Problem, Unreadable

__all__ = ["read_page"]

_STANDFIRST = re.compile(
    r"stand-?first|\bdek\b|\bdeck\b|sub-?(?:title|head)|strap|summary|intro|lead|lede"
    r"|descri|excerpt|abstract|teaser"
)
_EDGES = re.compile(r"</p>|<br\s*/?>|[\r\n]+", re.IGNORECASE)


def read_page(data: bytes) -> tuple[Parts, tuple[Problem, ...]]:
    """The parts of the story on a page, and what had to be assumed; Unreadable without a story.

    The page's JSON-LD is believed first, then Open Graph and other meta tags, then headings,
    bylines and captions as they are printed. What the body repeats of them is dropped.
    """
    text, problems = decode_page(data)
    tree = parse_page(text)
    if tree is None:
        raise Unreadable("holds no article text: the page is empty", "no article")
    said = find_metadata(tree)
    blocks = find_body(tree)
    captions = find_captions(
        tree, (block.element for block in blocks if block.element is not None), said.story
    )
    standfirst, blocks = _take_standfirst(said.description, blocks)
    byline = join_names(said.authors)
    told = [
        said.headline,
        standfirst,
        byline,
        *said.authors,
        *(c for pair in captions for c in pair),
    ]
    told += [f"{caption} {credit}" for caption, credit in captions]
    blocks = _told_body(said, _without(blocks, told))
    if not _is_story(tree, said, blocks):
        raise Unreadable("holds no article text", "no article")
    parts = Parts(
        headline=said.headline,
        standfirst=standfirst,
        byline=byline,
        captions=captions,
        paragraphs=tuple(block.words for block in blocks),
        subheads=frozenset(i for i, block in enumerate(blocks) if block.heading),
        date=said.date,
        outlet=said.outlet,
        url=said.url,
        language=said.language,
    )
    return parts, (*problems, *_paywall(said))


def _take_standfirst(description: str, blocks: list[Block]) -> tuple[str, list[Block]]:
    """The standfirst, and the body without it.

    A description may be what the page prints below the headline, perhaps cut short; or only the
    beginning of the body, which then is no standfirst, or its words would count twice.
    """
    bare = ELLIPSIS.sub("", description)
    key = key_of(bare)
    if not key:
        printed = [block for block in blocks[:3] if _is_printed_as(block)]
        return (printed[0].words if printed else ""), [b for b in blocks if b not in printed[:1]]
    for i, block in enumerate(blocks):
        here = key_of(block.words)
        if here == key or (bare != description and here.startswith(key)):
            if _is_printed_as(block) or block.heading or _stands_apart(block, blocks[i + 1 :]):
                return block.words, blocks[:i] + blocks[i + 1 :]
            return "", blocks
    body = key_of("".join(block.words for block in blocks if not block.heading))
    return ("" if bare != description and body.startswith(key) else description), blocks


def _is_printed_as(block: Block) -> bool:
    return block.element is not None and bool(_STANDFIRST.search(marks_of(block.element)))


def _stands_apart(block: Block, after: list[Block]) -> bool:
    """Whether the next paragraph stands in another element than this one."""
    following = next((b.element for b in after if not b.heading and b.element is not None), None)
    if block.element is None or following is None:
        return False
    return block.element.getparent() is not following.getparent()


def _without(blocks: list[Block], told: list[str]) -> list[Block]:
    """The blocks that repeat nothing of what stands in the head."""
    keys = {key_of(text) for text in told}
    return [block for block in blocks if key_of(block.words) not in keys]


def _told_body(said: Metadata, blocks: list[Block]) -> list[Block]:
    """The body; that of the JSON-LD where it is twice as long as what the page prints."""
    written = text_in(said.story.get("articleBody"))
    shown = sum(len(block.words) for block in blocks)
    if len(written) <= 2 * shown:
        return blocks
    lines = [plain(line) for line in _EDGES.split(written)]
    return [Block(line, False, None) for line in lines if key_of(line)]


def _is_story(tree: Element, said: Metadata, blocks: list[Block]) -> bool:
    """Whether a page holds a story: it says so, or it reads like one and is no list of others."""
    paragraphs = [block for block in blocks if not block.heading]
    if said.typed:
        return bool(paragraphs)
    n_words = sum(len(block.words.split()) for block in paragraphs)
    one = len(list(tree.iter("article"))) == 1
    if n_words < (10 if one else 40) or sum(map(_is_teaser, paragraphs)) > len(paragraphs) / 2:
        return False
    links = (link for b in blocks if b.element is not None for link in b.element.iter("a"))
    return 3 * sum(len(words_of(link)) for link in links) < sum(len(b.words) for b in blocks)


def _is_teaser(block: Block) -> bool:
    """Whether a paragraph stands alone below a heading that leads to another page."""
    around = block.element.getparent() if block.element is not None else None
    if around is None or len(around.findall("p")) > 1:
        return False
    return any(next(h.iter("a"), None) is not None for h in around.iter("h2", "h3", "h4"))


def _paywall(said: Metadata) -> tuple[Problem, ...]:
    if str(said.story.get("isAccessibleForFree")).lower() != "false":
        return ()
    reason = "says it is not accessible for free: the text may be its beginning alone"
    return (Problem("cut short", reason),)
