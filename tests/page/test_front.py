"""Front matter is for the site generator: nobody reads it, but it may tell title and language."""

from __future__ import annotations

import pytest

from plainlang.page import read_page


@pytest.mark.parametrize(
    ("front", "language", "title"),
    [
        ("---\ntitle: Knee pain # not this\nlang: es\n---\n", "es", "Knee pain"),
        ("---\n\n# a note\ntitle: 'It''s a knee'\n...\n", "en", "It's a knee"),
        ('--- \n"title": "A \\"bad\\" knee"\n--- \n', "en", 'A "bad" knee'),
        ("---\ntitle: >-\n  A long\n  title\nlang: es\n---\n", "es", "A long title"),
        ("---\ntitle: A knee, #1\n---\n", "en", "A knee"),
        ("---\n\nlayout: page\ntitle: C# and knees\n---\n", "en", "C# and knees"),
        ("---\ntitle:\nlayout: x\nlang:\npage: es\n---\n", "en", None),
        ("---\ntitle: Knee\nseo:\n  title: Hip\n  lang: es\ntags:\n- a\n---\n", "en", "Knee"),
        ("---\nlanguage: English\n---\n", "en", None),
        ("---\n---\n", "en", None),
        ("+++\ntitle = 'Knee' # a\n[params]\nlang = 'es'\n+++\n", "en", "Knee"),
        ('{\n  "title": "Knee",\n  "lang": "es"\n}\n', "es", "Knee"),
        ('---json\n{"title": "Knee"}\n---\n', "en", None),
    ],
)
@pytest.mark.parametrize("path", ["page.md", "page.html", "page.txt", "page.njk"])
@pytest.mark.parametrize("line_end", ["\n", "\r\n"])
def test_front_matter_is_not_read_and_tells_language_and_title(
    front: str, language: str, title: str | None, path: str, line_end: str
) -> None:
    source = ("\ufeff" + front + "Rest well now.").replace("\n", line_end)
    page = read_page(source, path)
    assert [b.text for b in page.blocks] == ["Rest well now."]
    assert source[slice(*page.blocks[0].span)] == "Rest well now."
    assert (page.language, page.facts["title"]) == (language, title)


@pytest.mark.parametrize(
    "source",
    [
        "---\nRest well.\n\n---\nWalk.",
        "---\nNote: rest well.\n\nWalk.\n\n---\n",
        "---\n\nWarning: rest well.\n\nNote: Walk.\n\n---\nStop.",
        "---\n\nBefore you walk: rest well.\n\n# Now: Walk.\n\n---\nStop.",
        "Rest well.\n\n---\nWalk.\n---\n",
        "Rest well.\n\n+++\nWalk.\n+++\n",
        "---\ntitle: Rest well. Walk.",
        '{"Rest well": "Walk."}',
    ],
)
@pytest.mark.parametrize("path", ["page.md", "page.txt"])
def test_rules_and_brackets_in_a_text_are_no_front_matter(source: str, path: str) -> None:
    said = " ".join(b.text for b in read_page(source, path).blocks)
    assert "rest well" in said.lower()
    assert "Walk." in said
