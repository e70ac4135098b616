"""Which files a run takes: files, folders, patterns, what is excluded and what git ignores."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from plainlang.config import Config, config_from, forget, load_config
from plainlang.config.files import find_config
from plainlang.own_reports import HTML_MARK, MARKDOWN_MARK
from plainlang.sources import Sources, find_sources, is_excluded


@pytest.fixture
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty folder that is the current one."""
    there = tmp_path / "site"
    there.mkdir()
    monkeypatch.chdir(there)
    forget()
    return there


def make(folder: Path, *names: str) -> None:
    for name in names:
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("x")


def ignore(folder: Path, *patterns: str) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    (folder / ".gitignore").write_text("\n".join(patterns))


def always(config: Config) -> Callable[[Path], Config]:
    return lambda folder: config


def nearest(folder: Path) -> Config:
    return load_config(find_config(folder))


def find(*paths: str, config: Config | None = None) -> Sources:
    return find_sources(paths, always(config or Config()))


def names(*paths: str, config: Config | None = None) -> list[str]:
    found = find(*paths, config=config)
    assert found.errors == ()
    return [source.path for source in found.files]


# What is taken


def test_a_folder_gives_its_pages_in_the_order_of_their_names(site: Path) -> None:
    make(site, "b.html", "a.md", "sub/z.txt", "sub/deep/y.htm", "another/x.xhtml", "c.njk")
    assert names(".") == [
        "a.md", "b.html", "c.njk", "another/x.xhtml", "sub/z.txt", "sub/deep/y.htm",
    ]  # fmt: skip


def test_what_is_no_page_is_not_taken_from_a_folder(site: Path) -> None:
    make(site, "a.html", "style.css", "x.js", "photo.png", "noending", "LICENSE.txt",
         "requirements-dev.txt", "robots.txt", "node_modules/m/readme.md", ".git/notes.md")  # fmt: skip
    assert names(".") == ["a.html"]


def test_endings_in_capitals_count(site: Path) -> None:
    make(site, "A.HTML", "b.Md")
    assert names(".") == ["A.HTML", "b.Md"]


def test_hidden_pages_count_as_others(site: Path) -> None:
    make(site, ".hidden.html", ".well-known/a.md")
    assert names(".") == [".hidden.html", ".well-known/a.md"]


@pytest.mark.parametrize("name", ["señal.html", "ページ.md", "a b.html", "a&b'\"c.md", "x\\y.html"])
def test_names_of_any_letters_are_kept_as_they_are(site: Path, name: str) -> None:
    if os.name == "nt" and set(name) & set('\\"'):
        pytest.skip("Windows has no such names")
    make(site, name)
    assert names(".") == [name]
    assert names(name) == [name]


@pytest.mark.skipif(os.name != "nt", reason="a backslash is a letter of a name elsewhere")
def test_windows_paths_are_shown_with_slashes(site: Path) -> None:
    make(site, "sub/a.html")
    assert names("sub\\a.html") == names("sub") == ["sub/a.html"]


def test_a_name_that_is_no_utf_8_is_taken(site: Path) -> None:
    try:
        Path(os.fsdecode(b"caf\xe9.html")).write_text("x")
    except (OSError, UnicodeError):
        pytest.skip("this file system takes only UTF-8 names")
    assert names(".") == ["caf\udce9.html"]


def test_a_file_that_is_named_is_taken_whatever_it_is(site: Path) -> None:
    make(site, "notes.css", "build/a.html", "kept.html")
    ignore(site, "kept.html")
    assert names("notes.css", "build/a.html", "kept.html") == [
        "notes.css", "build/a.html", "kept.html",
    ]  # fmt: skip


def test_a_file_is_taken_once_however_it_is_named(site: Path) -> None:
    make(site, "a.html", "sub/b.html")
    assert names("sub/b.html", ".", "./a.html", "sub/../a.html", str(site / "a.html"), "*.html") == [
        "sub/b.html", "a.html",
    ]  # fmt: skip


def test_the_order_of_what_is_named_is_kept(site: Path) -> None:
    make(site, "a.html", "b.html", "c.html")
    assert names("c.html", "a.html", "b.html") == ["c.html", "a.html", "b.html"]


def test_a_missing_path_is_an_error_and_the_others_are_taken(site: Path) -> None:
    make(site, "a.html")
    found = find("a.html", "b.html", "nowhere")
    assert [s.path for s in found.files] == ["a.html"]
    assert found.errors == (
        "b.html: there is no such file or folder; check the spelling.",
        "nowhere: there is no such file or folder; check the spelling.",
    )


def test_a_link_that_leads_nowhere_is_taken_to_be_told_of(site: Path) -> None:
    (site / "a.html").symlink_to("gone.html")
    assert names("a.html") == names(".") == ["a.html"]


def test_links_to_folders_are_not_followed_unless_named(site: Path) -> None:
    make(site, "real/a.html")
    (site / "again").symlink_to("real")
    (site / "real/loop").symlink_to("..")
    assert names(".") == ["real/a.html"]
    assert names("again") == ["again/a.html"]


def test_a_folder_without_pages_is_skipped_with_a_reason(site: Path) -> None:
    make(site, "empty/style.css")
    assert find("empty").skipped == (("empty", "no pages (HTML, Markdown or text) in this folder"),)


def test_a_folder_whose_pages_are_all_left_out_says_how_many_and_by_what(site: Path) -> None:
    make(site, "out/a.html", "out/sub/b.html", "out/style.css", "drafts/c.html", "LICENSE.md")
    make(site, "node_modules/x/d.html")
    (site / "node_modules/x/.plainlang.toml").write_text("this is no TOML")
    ignore(site, "out/")
    (site / ".git").mkdir()
    config = Config(extend_exclude=("drafts",))
    forget()
    found = find_sources(["."], lambda folder: config if folder.name != "x" else nearest(folder))
    assert found.files == ()
    ((_, reason),) = found.skipped
    assert reason == (
        "all pages in this folder are left out: 2 pages by .gitignore, 2 pages by “exclude”,"
        " 1 page by “extend-exclude”"
    )


def test_a_folder_whose_pages_are_taken_already_is_not_said_to_be_empty(site: Path) -> None:
    make(site, "sub/a.html")
    assert find("sub/a.html", "sub").skipped == ()


def test_a_folder_that_cannot_be_read_is_an_error(
    site: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    make(site, "a.html", "locked/b.html")
    scan = os.scandir

    def refuse(path: str) -> object:
        if str(path).endswith("locked"):
            raise PermissionError(13, "Permission denied", str(path))
        return scan(path)

    monkeypatch.setattr(os, "scandir", refuse)
    found = find(".")
    assert [s.path for s in found.files] == ["a.html"]
    assert found.errors == ("./locked: this folder cannot be read: permission denied.",)


# Patterns


@pytest.mark.parametrize(
    ("pattern", "found"),
    [
        ("*.html", ["a.html", "b.html"]),
        ("?.html", ["a.html", "b.html"]),
        ("[ab].*", ["a.html", "b.html"]),
        ("**/*.html", ["a.html", "b.html", "sub/c.html", "sub/deep/d.html"]),
        ("sub/*/*.html", ["sub/deep/d.html"]),
        ("su*", ["sub/c.html", "sub/deep/d.html"]),
    ],
)
def test_a_pattern_gives_what_a_shell_would(site: Path, pattern: str, found: list[str]) -> None:
    make(site, "b.html", "a.html", "sub/c.html", "sub/deep/d.html", "sub/style.css")
    assert names(pattern) == found


def test_an_absolute_pattern_gives_absolute_names(site: Path) -> None:
    make(site, "a.html")
    assert names(f"{site}/*.html") == [(site / "a.html").as_posix()]


def test_a_name_with_brackets_is_a_name_first(site: Path) -> None:
    make(site, "a[1].html", "a1.html")
    assert names("a[1].html") == ["a[1].html"]


@pytest.mark.parametrize(
    ("pattern", "found"),
    [
        ("blog/[slug]/*.html", ["blog/[slug]/a.html"]),
        ("*/[[]slug]/*.html", ["blog/[slug]/a.html"]),
        ("*/[sl]/*.html", ["blog/s/b.html"]),
    ],
)
def test_brackets_that_match_nothing_stand_for_themselves(
    site: Path, pattern: str, found: list[str]
) -> None:
    make(site, "blog/[slug]/a.html", "blog/s/b.html" if "[sl]" in pattern else "blog/c.html")
    assert names(pattern) == found


@pytest.mark.parametrize("pattern", ["*.html", "gone/**/*.md", "a**b"])
def test_a_pattern_without_a_match_is_an_error(site: Path, pattern: str) -> None:
    make(site, "a.css")
    assert find(pattern).errors == (
        f"{pattern}: no file matches; check the pattern and the folder.",
    )


def test_patterns_leave_out_what_is_excluded_below_what_they_name(site: Path) -> None:
    make(site, "a.html", "build/b.html", "build/build/c.html")
    assert names("**/*.html") == ["a.html"]
    assert names("build/*.html") == ["build/b.html"]
    ((name, reason),) = find("*/*.html").skipped
    assert name == "*/*.html"
    assert reason.startswith("the settings leave out all that matches")


def test_force_exclude_holds_for_patterns_too(site: Path) -> None:
    make(site, "drafts/a.html", "b.html")
    forced = Config(root=site, extend_exclude=("drafts",), force_exclude=True)
    for pattern in ("drafts/*.html", "d*/*.html"):
        found = find(pattern, config=forced)
        assert (found.files, found.skipped) == ((), ((pattern, "excluded by the config"),))
    assert names("**/*.html", config=forced) == ["b.html"]
    assert names("drafts/*.html", config=forced._replace(force_exclude=False)) == ["drafts/a.html"]


# Exclude and include


@pytest.mark.parametrize(
    ("pattern", "left"),
    [
        ("drafts", ["a.html", "sub/b.html"]),
        ("drafts/", ["a.html", "sub/b.html"]),
        ("b.html", ["a.html", "drafts/c.html", "sub/drafts/d.html"]),
        ("*.html", []),
        ("sub/drafts", ["a.html", "drafts/c.html", "sub/b.html"]),
        ("/drafts/", ["a.html", "sub/b.html", "sub/drafts/d.html"]),
        ("/drafts/*", ["a.html", "sub/b.html", "sub/drafts/d.html"]),
        ("sub/*", ["a.html", "drafts/c.html"]),
        ("*/drafts/*", ["a.html", "drafts/c.html", "sub/b.html"]),
    ],
)
def test_exclude_names_parts_or_paths_from_the_top(
    site: Path, pattern: str, left: list[str]
) -> None:
    make(site, "a.html", "drafts/c.html", "sub/b.html", "sub/drafts/d.html")
    config = Config(root=site, extend_exclude=(pattern,))
    assert names(".", config=config) == left


def test_exclude_starts_at_the_config_not_at_the_current_folder(
    site: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    make(site, "sub/old/a.html", "sub/b.html", "old/c.html")
    config = Config(root=site, extend_exclude=("sub/old",))
    monkeypatch.chdir(site / "sub")
    assert names(".", config=config) == ["b.html"]
    assert names("..", config=config) == ["../old/c.html", "../sub/b.html"]


@pytest.mark.parametrize("folder", ["build", "dist", "sub/old", "sub/old/deep"])
def test_a_folder_that_is_named_is_searched_even_if_it_is_excluded(site: Path, folder: str) -> None:
    make(site, f"{folder}/a.html", f"{folder}/node_modules/b.html")
    config = Config(root=site, extend_exclude=("sub/old",))
    assert names(folder, config=config) == [f"{folder}/a.html"]
    config = config._replace(force_exclude=True)
    forced = find(folder, f"{folder}/a.html", config=config)
    assert forced.files == ()
    assert [reason for _, reason in forced.skipped] == ["excluded by the config"] * 2


def test_the_config_can_force_what_it_excludes(site: Path) -> None:
    make(site, "drafts/a.html", "b.html")
    config = Config(root=site, extend_exclude=("drafts",), force_exclude=True)
    assert names("drafts/a.html", "b.html", ".", config=config) == ["b.html"]


def test_folders_above_the_pages_exclude_nothing(site: Path, tmp_path: Path) -> None:
    make(tmp_path, "build/site/a.html")
    elsewhere = tmp_path / "build/site"
    assert names(str(elsewhere), config=Config(force_exclude=True)) == [
        (elsewhere / "a.html").as_posix()
    ]
    assert not is_excluded(elsewhere / "a.html", Config(root=site))
    assert not is_excluded(site, Config(root=site, exclude=("*",)))


def test_include_says_what_a_page_is(site: Path) -> None:
    make(site, "a.html", "b.md", "docs/c.page", "docs/d.html", "e.page")
    assert names(".", config=Config(root=site, include=("*.page",))) == ["e.page", "docs/c.page"]
    assert names(".", config=Config(root=site, include=("docs/*.html",))) == ["docs/d.html"]
    assert names(".", config=Config(root=site, include=("*.PAGE",))) == []


def test_each_folder_has_the_config_nearest_to_it(site: Path) -> None:
    make(site, "a.html", "sub/b.html", "sub/old/c.html")
    (site / ".plainlang.toml").write_text("target-grade = 9")
    (site / "sub/.plainlang.toml").write_text("target-grade = 5\nextend-exclude = ['old']")
    found = find_sources(["."], nearest)
    assert [(s.path, s.config.settings.target) for s in found.files] == [
        ("a.html", 9), ("sub/b.html", 5),
    ]  # fmt: skip


# .gitignore


def test_what_git_ignores_is_left_out(site: Path) -> None:
    make(site, "a.html", "b.html", "made/c.html", "sub/b.html", "sub/d.html", "sub/made.html")
    ignore(site, "# made by a machine", "b.html", "made/", "/sub/d.html", "a.html/")
    assert names(".") == ["a.html", "sub/made.html"]
    assert "b.html" in names(".", config=Config(respect_gitignore=False))


def test_a_nearer_gitignore_decides(site: Path) -> None:
    make(site, "a.md", "sub/a.md", "sub/b.md", "sub/deep/a.md", "sub/deep/b.md")
    ignore(site, "a.md", "!b.md")
    ignore(site / "sub", "!a.md", "b.md")
    ignore(site / "sub/deep", "a.md")
    assert names(".") == ["sub/a.md"]


@pytest.mark.parametrize("pattern", ["\\", "a\\", "!", "[z-a]"])
def test_a_pattern_that_is_none_ignores_nothing(site: Path, pattern: str) -> None:
    make(site, "a.md", "b.md", "c.md")
    ignore(site, "\ufeffb.md", pattern, "c.md")
    assert names(".") == ["a.md"]


def test_the_gitignore_of_the_repository_counts_below_it(
    site: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    make(site, "docs/a.md", "docs/b.md")
    (site / ".git").mkdir()
    ignore(site, "docs/b.md")
    ignore(site.parent, "a.md")  # above the repository
    assert names("docs") == ["docs/a.md"]
    monkeypatch.chdir(site / "docs")
    assert names(".") == ["a.md"]


def test_the_gitignore_of_another_folder_does_not_count(
    site: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    make(site, "one/a.html", "two/a.html")
    ignore(site / "one", "*.html")
    monkeypatch.chdir(site / "one")
    assert names("../two") == ["../two/a.html"]


def test_a_folder_that_is_named_is_searched_even_if_git_ignores_it(site: Path) -> None:
    (site / ".git").mkdir()
    make(site, "public/a.html", "public/sub/b.html", "public/c.html")
    ignore(site, "public/")
    ignore(site / "public", "c.html")
    assert names(".") == []
    assert names("public") == ["public/a.html", "public/sub/b.html"]
    assert names("public/sub") == ["public/sub/b.html"]


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="there are no named pipes")
def test_a_pipe_is_no_page_unless_it_is_named(site: Path) -> None:
    make(site, "a.html")
    os.mkfifo(site / "pipe.html")
    for asked, taken in ((".", ["a.html"]), ("*.html", ["a.html"]), ("pipe.html", ["pipe.html"])):
        assert [s.path for s in find(asked).files] == taken


# Reports of plainlang itself


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("r.html", f"<!doctype html>\n<head>\n<meta charset=utf-8>\n{HTML_MARK}<p>Hi"),
        ("r.md", f"{MARKDOWN_MARK}\n\n# Plain language report\n"),
        (
            "r.txt",
            "a.html\n\n2 pages checked, 1 finding (1 error).\n1 finding at or above “warning”.\n",
        ),
        ("s.txt", "No page was checked.\n"),
    ],
)
def test_a_report_in_a_folder_is_no_page(site: Path, name: str, text: str) -> None:
    make(site, "a.html")
    (site / name).write_text(text, encoding="utf-8")
    for path in (".", "*"):
        found = find(path)
        assert [source.path for source in found.files] == ["a.html"]
        assert found.skipped == ((name, "a report that plainlang made"),)
    assert names(name) == [name]  # who names it wants it
    forced = find(name, config=Config(force_exclude=True))
    assert forced.skipped == ((name, "excluded: a report that plainlang made"),)


def test_a_page_that_speaks_of_plainlang_is_a_page(site: Path) -> None:
    (site / "a.html").write_text('<meta name="generator" content="Hugo"><p>plainlang</p>')
    (site / "a.md").write_text(
        "# Plain language report\n\n<!-- plainlang-disable-file all: x -->\n"
    )
    (site / "a.txt").write_text("When 3 pages are checked, no finding is left.\n")
    assert names(".") == ["a.html", "a.md", "a.txt"]


# What a pattern means


@pytest.mark.parametrize(
    ("pattern", "taken"),
    [
        ("**/*.html", ["a.html", "sub/b.html", "sub/deep/c.html"]),
        ("sub/**/*.html", ["sub/b.html", "sub/deep/c.html"]),
        ("**/deep/**", ["sub/deep/c.html"]),
        ("sub/**/deep/**/*.html", ["sub/deep/c.html"]),
        ("./sub/*", ["sub/b.html", "sub/deep/c.html"]),
        ("sub\\deep\\*.html", ["sub/deep/c.html"]),
        ("./a.html", ["a.html"]),
        ("ub/*", []),
        ("su**/b.html", ["sub/b.html"]),
    ],
)
def test_patterns_say_what_they_say_to_other_tools(
    site: Path, pattern: str, taken: list[str]
) -> None:
    make(site, "a.html", "sub/b.html", "sub/deep/c.html")
    every = ["a.html", "sub/b.html", "sub/deep/c.html"]
    assert names(".", config=config_from({"include": [pattern]})) == taken
    left = [name for name in every if name not in taken]
    assert names(".", config=config_from({"exclude": [pattern]})) == left


def test_many_stars_for_folders_take_no_time(site: Path) -> None:
    make(site, "a/a/a/a/b.html")
    pattern = "**/a/" * 24 + "*.html"
    assert names(".", config=config_from({"exclude": [pattern]})) == ["a/a/a/a/b.html"]
    assert names(".", config=config_from({"exclude": ["**/a/" * 4 + "**/**/*.html"]})) == []


def test_a_name_with_blanks_that_the_shell_took_apart_is_told_once(site: Path) -> None:
    (site / "My pages").mkdir()
    found = find_sources(["My", "pages", "b.html"], lambda _: config_from({}))
    assert found.errors == (
        'Put a name with blanks in quotes: "My pages".',
        "b.html: there is no such file or folder; check the spelling.",
    )


def test_an_address_on_the_web_is_no_slip_in_the_spelling() -> None:
    found = find_sources(["https://example.org/flu.html"], lambda _: config_from({}))
    assert "save the page" in found.errors[0]
