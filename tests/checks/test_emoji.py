"""What plainlang says about emoji in alternative texts and link labels."""

from __future__ import annotations

import pytest

import plainlang


def findings(source: str, rule: str) -> list[plainlang.Finding]:
    return [f for f in plainlang.check(source, filename="a.html").findings if f.rule == rule]


@pytest.mark.parametrize(
    ("alt", "plain"),
    [("👩‍⚕️ Ask a nurse", "Ask a nurse"), ("Hands 👏🏽👏🏽 up", "Hands up"), ("1️⃣ First step", "First step"),
     ("🇪🇸 Spain", "Spain"), ("✅ Done", "Done"), ("☎️ Call us", "Call us"), ("😀😀😀", None)],
)  # fmt: skip
def test_emoji_before_words_and_in_crowds_are_found(alt: str, plain: str | None) -> None:
    (finding,) = findings(f'<p><img src="a.jpg" alt="{alt}"></p>', "emoji-in-alt")
    assert finding.suggestion == plain
    assert finding.severity == "note"


def test_only_what_stands_in_the_source_as_it_is_read_can_be_replaced() -> None:
    (plain,) = findings('<p><img src="a.jpg" alt="😀 Ask Jo"></p>', "emoji-in-alt")
    assert plain.fix is not None
    (escaped,) = findings('<p><img src="a.jpg" alt="😀 Ask &quot;Jo&quot;"></p>', "emoji-in-alt")
    assert escaped.suggestion == 'Ask "Jo"'
    assert escaped.fix is None


@pytest.mark.parametrize(
    "alt",
    ["👩‍⚕️", "🏴󠁧󠁢󠁥󠁮󠁧󠁿", "👍🏿", "🇪🇸", "Ask a nurse 👩‍⚕️", "☎ Call us", "★★★★☆", "© 2024 ™", "→ Next", "日本", "5 #1 *"],
)  # fmt: skip
def test_one_emoji_and_signs_that_are_text_pass(alt: str) -> None:
    assert findings(f'<p><img src="a.jpg" alt="{alt}"></p>', "emoji-in-alt") == []


def test_a_credit_is_reported_as_a_credit() -> None:
    source = '<p><img src="a.jpg" alt="📷 Jane Doe 📷"></p>'
    assert findings(source, "emoji-in-alt") == []
    assert len(findings(source, "credit-in-alt")) == 1


def test_emoji_that_screen_readers_do_not_get_pass_in_labels() -> None:
    hidden = '<p><a href="/f"><span aria-hidden="true">💉✨</span> Flu shots</a></p>'
    named = '<p><a href="/f" aria-label="Flu shots">💉 Flu shots</a></p>'
    image = '<p><a href="/f"><img src="a.png" alt="💉 Flu"> shots</a></p>'
    assert findings(hidden + named + image, "emoji-in-link-label") == []
    assert len(findings(image, "emoji-in-alt")) == 1


def test_a_label_given_by_aria_counts_too() -> None:
    source = '<p><a href="/f" aria-label="💉 Flu shots"><img src="a.png" alt=""></a></p>'
    assert len(findings(source, "emoji-in-link-label")) == 1
