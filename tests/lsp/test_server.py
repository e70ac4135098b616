"""The language server as an editor meets it: a client over standard input and output."""

from __future__ import annotations

import asyncio
import subprocess
import sys
from collections.abc import Callable, Coroutine, Iterator
from pathlib import Path
from typing import Any

import pytest

pytest.importorskip("pygls.lsp.client")

from lsprotocol import types
from pygls.lsp.client import LanguageClient
from pygls.uris import from_fs_path

PATIENCE = (
    60  # seconds until a test gives the server up; no test waits for as long when all is well
)


class Editor:
    """An editor that opens files and remembers what the server told it."""

    def __init__(self, folder: Path, *encodings: types.PositionEncodingKind) -> None:
        self.folder = folder
        self.encodings = encodings
        self.client = LanguageClient("test", "1")
        self.told: asyncio.Queue[types.PublishDiagnosticsParams] = asyncio.Queue()
        self.registered: list[types.Registration] = []
        self.shown: set[str] = set()
        self.version = 1

        @self.client.feature(types.TEXT_DOCUMENT_PUBLISH_DIAGNOSTICS)
        def _told(params: types.PublishDiagnosticsParams) -> None:
            self.told.put_nowait(params)

        @self.client.feature(types.CLIENT_REGISTER_CAPABILITY)
        def _registered(params: types.RegistrationParams) -> None:
            self.registered.extend(params.registrations)

    async def start(self, *arguments: str) -> types.InitializeResult:
        await self.client.start_io(
            sys.executable, "-m", "plainlang", "lsp", *arguments, cwd=self.folder
        )
        capabilities = types.ClientCapabilities(
            general=types.GeneralClientCapabilities(
                position_encodings=list(self.encodings) or None
            ),
            workspace=types.WorkspaceClientCapabilities(
                did_change_watched_files=types.DidChangeWatchedFilesClientCapabilities(
                    dynamic_registration=True
                )
            ),
            text_document=types.TextDocumentClientCapabilities(
                hover=types.HoverClientCapabilities(content_format=[types.MarkupKind.Markdown])
            ),
        )
        started = await self.client.initialize_async(types.InitializeParams(capabilities))
        self.client.initialized(types.InitializedParams())
        return started

    async def stop(self) -> None:
        await self.client.shutdown_async(None)
        self.client.exit(None)
        await self.client.stop()
        server = self.client._server  # pygls has no other way to it
        assert server is not None
        assert server.returncode == 0  # what the protocol asks for after a shutdown

    def uri(self, name: str) -> str:
        return str(from_fs_path(str(self.folder / name)))

    async def open(self, name: str, text: str, language: str = "html") -> list[types.Diagnostic]:
        uri = name if ":" in name else self.uri(name)
        self.show(uri, text, language)
        return await self.diagnostics(uri)

    def show(self, uri: str, text: str, language: str = "html") -> None:
        self.shown.add(uri)
        item = types.TextDocumentItem(uri, language, 1, text)
        self.client.text_document_did_open(types.DidOpenTextDocumentParams(item))

    def close(self, uri: str) -> None:
        self.shown.discard(uri)
        identifier = types.TextDocumentIdentifier(uri)
        self.client.text_document_did_close(types.DidCloseTextDocumentParams(identifier))

    async def close_all(self) -> None:
        """Close what is open, and forget what the server told of it."""
        for uri in [*self.shown]:
            self.close(uri)
        await self.hover("closed.html", 0, 0)  # the answer comes when all of that is done
        while not self.told.empty():
            self.told.get_nowait()

    def change(self, name: str, text: str) -> None:
        self.version += 1
        whole = types.TextDocumentContentChangeWholeDocument(text)
        document = types.VersionedTextDocumentIdentifier(self.version, self.uri(name))
        self.client.text_document_did_change(types.DidChangeTextDocumentParams(document, [whole]))

    def changed_on_disk(self, name: str) -> None:
        event = types.FileEvent(self.uri(name), types.FileChangeType.Changed)
        self.client.workspace_did_change_watched_files(types.DidChangeWatchedFilesParams([event]))

    async def next(self) -> types.PublishDiagnosticsParams:
        return await asyncio.wait_for(self.told.get(), PATIENCE)

    async def diagnostics(self, uri: str | None = None) -> list[types.Diagnostic]:
        """Wait for the next diagnostics (of a document)."""
        while True:
            params = await self.next()
            if uri is None or params.uri == uri:
                return list(params.diagnostics)

    async def hover(self, name: str, line: int, character: int) -> str | None:
        found = await self.client.text_document_hover_async(
            types.HoverParams(
                types.TextDocumentIdentifier(self.uri(name)), types.Position(line, character)
            )
        )
        if found is None:
            return None
        assert isinstance(found.contents, types.MarkupContent)
        return found.contents.value

    async def actions(
        self, name: str, range_: types.Range, *only: str, reported: Any = ()
    ) -> list[types.CodeAction]:
        found = await self.client.text_document_code_action_async(
            types.CodeActionParams(
                types.TextDocumentIdentifier(self.uri(name)),
                range_,
                types.CodeActionContext(list(reported), list(only) or None),
            )
        )
        return [a for a in found or () if isinstance(a, types.CodeAction)]


Scenario = Callable[[Editor], Coroutine[Any, Any, None]]
Edit = Callable[[Scenario], None]


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[asyncio.Runner, Editor]]:
    """A server for all tests that ask for none of their own: to start one takes a second."""
    with asyncio.Runner() as runner:
        editor = Editor(tmp_path_factory.mktemp("server"))
        runner.run(editor.start())
        yield runner, editor
        runner.run(editor.stop())


@pytest.fixture
def edit(server: tuple[asyncio.Runner, Editor], tmp_path: Path) -> Edit:
    """Return what runs a scenario with an editor in a folder of its own."""
    runner, editor = server
    editor.folder = tmp_path

    def run(scenario: Scenario) -> None:
        try:
            runner.run(scenario(editor))
        finally:
            runner.run(editor.close_all())

    return run


def codes(found: list[types.Diagnostic]) -> list[str]:
    return sorted(str(d.code) for d in found)


def by_code(found: list[types.Diagnostic], code: str) -> types.Diagnostic:
    return next(d for d in found if d.code == code)


def put(source: str, action: types.CodeAction, uri: str) -> str:
    """Return a source (ASCII, `\\n`) with an action's edits in it."""
    assert action.edit is not None
    assert action.edit.changes is not None
    lines = source.splitlines(keepends=True)

    def offset(at: types.Position) -> int:
        return sum(map(len, lines[: at.line])) + at.character

    edits = action.edit.changes[uri]
    for e in sorted(
        edits, key=lambda e: (e.range.start.line, e.range.start.character), reverse=True
    ):
        source = source[: offset(e.range.start)] + e.new_text + source[offset(e.range.end) :]
    return source


EVERYWHERE = types.Range(types.Position(0, 0), types.Position(10_000, 0))


def test_an_opened_page_gets_its_findings_with_rule_place_and_severity(edit: Edit) -> None:
    async def scenario(editor: Editor) -> None:
        page = (
            '<p>You have hypertension.</p>\n<p><a href="/flu">Read more</a> in order to rest.</p>\n'
        )
        found = await editor.open("page.html", page)
        term = by_code(found, "undefined-term")
        assert (term.range.start, term.range.end) == (types.Position(0, 12), types.Position(0, 24))
        assert term.severity == types.DiagnosticSeverity.Warning
        assert term.source == "plainlang"
        assert "high blood pressure" in term.message
        assert term.code_description is not None
        assert term.code_description.href.endswith("/rules/undefined-term/")
        assert by_code(found, "vague-link-label").range.start == types.Position(1, 3)
        wordy = by_code(found, "wordy-phrase")
        assert wordy.severity == types.DiagnosticSeverity.Information

    edit(scenario)


@pytest.mark.parametrize(
    ("language", "name", "text"),
    [
        ("markdown", "page.md", "# Home\n\nMonitor yourself for dyspnea.\n"),
        ("plaintext", "page.txt", "Home\n\nMonitor yourself for dyspnea.\n"),
        ("markdown", "untitled:Untitled-1", "# Home\n\nMonitor yourself for dyspnea.\n"),
    ],
)
def test_markdown_text_and_pages_without_a_file_are_checked(
    edit: Edit, language: str, name: str, text: str
) -> None:
    async def scenario(editor: Editor) -> None:
        found = await editor.open(name, text, language)
        assert by_code(found, "undefined-term").range.start == types.Position(2, 21)

    edit(scenario)


@pytest.mark.parametrize("name", ["two words.html", "über.html", "100%.html", "a:b.html"])
def test_a_page_whose_name_is_no_plain_ascii_is_checked(
    edit: Edit, tmp_path: Path, name: str
) -> None:
    async def scenario(editor: Editor) -> None:
        uri = editor.uri(name)
        assert "%" in uri
        editor.show(uri, "<p>You have dyspnea.</p>")
        told = await editor.next()
        assert (told.uri, codes(list(told.diagnostics))) == (uri, ["undefined-term"])
        assert await editor.hover(name, 0, 14) is not None
        assert await editor.actions(name, told.diagnostics[0].range)
        editor.change(name, "<p>You have dyspnea and edema.</p>")
        assert codes(await editor.diagnostics(uri)) == ["undefined-term", "undefined-term"]
        (tmp_path / ".plainlang.toml").write_text('[terms]\nremove = ["dyspnea"]\n')
        editor.changed_on_disk(".plainlang.toml")
        assert codes(await editor.diagnostics(uri)) == ["undefined-term"]
        editor.close(uri)
        assert await editor.diagnostics(uri) == []

    edit(scenario)


def test_a_page_is_the_same_however_its_uri_is_written(edit: Edit) -> None:
    async def scenario(editor: Editor) -> None:
        opened = editor.uri("page.html").replace("page", "p%61ge")
        editor.show(opened, "<p>You have dyspnea.</p>")
        assert codes(await editor.diagnostics(opened)) == ["undefined-term"]
        editor.change("page.html", "<p>Rest.</p>")
        assert await editor.diagnostics(opened) == []

    edit(scenario)


def test_a_page_in_another_language_is_left_alone(edit: Edit) -> None:
    async def scenario(editor: Editor) -> None:
        editor.show(editor.uri("a.py"), "# dyspnea\n", "python")
        await editor.open("page.html", "<p>You have dyspnea.</p>")
        assert await editor.hover("a.py", 0, 4) is None
        assert editor.told.empty()

    edit(scenario)


UTF8, UTF16, UTF32 = (
    types.PositionEncodingKind.Utf8,
    types.PositionEncodingKind.Utf16,
    types.PositionEncodingKind.Utf32,
)


@pytest.mark.parametrize(
    ("encodings", "agreed", "character"),
    [((), UTF16, 14), ((UTF16,), UTF16, 14), ((UTF32, UTF16), UTF32, 12), ((UTF8,), UTF8, 19)],
)
def test_places_are_in_the_units_that_both_sides_agreed_on(
    tmp_path: Path,
    encodings: tuple[types.PositionEncodingKind, ...],
    agreed: types.PositionEncodingKind,
    character: int,
) -> None:
    async def whole() -> None:
        editor = Editor(tmp_path, *encodings)
        started = await editor.start()
        assert (started.capabilities.position_encoding or UTF16) == agreed
        # A form feed and U+2028 break lines for Python, not for editors.
        page = "<p>Hi.\f\u2028</p>\r\n\r<p>😀 é😀 For dyspnea, rest.</p>\r\n"
        found = await editor.open("page.html", page)
        start = by_code(found, "undefined-term").range.start
        assert start == types.Position(2, character)
        told = await editor.hover("page.html", 2, character)
        assert told is not None
        assert "shortness of breath" in told
        before = await editor.hover("page.html", 2, character - 1)
        assert before is None
        await editor.stop()

    asyncio.run(whole())


def test_a_change_is_checked_after_a_pause_and_a_save_at_once(edit: Edit) -> None:
    async def scenario(editor: Editor) -> None:
        assert codes(await editor.open("page.html", "<p>You have dyspnea.</p>")) == [
            "undefined-term"
        ]
        for n in range(20):
            editor.change("page.html", f"<p>You have dyspnea and {n} pills.</p>")
        editor.change("page.html", "<p>You are short of breath.</p>")
        told = [await editor.next()]
        while told[-1].version != editor.version:
            told.append(await editor.next())
        assert codes(list(told[-1].diagnostics)) == []
        assert len(told) < 20
        editor.change("page.html", "<p>You have edema.</p>")
        identifier = types.TextDocumentIdentifier(editor.uri("page.html"))
        editor.client.text_document_did_save(types.DidSaveTextDocumentParams(identifier))
        assert codes(await editor.diagnostics()) == ["undefined-term"]
        editor.close(identifier.uri)
        assert await editor.diagnostics() == []

    edit(scenario)


def test_a_hover_explains_a_term_also_where_the_page_does(edit: Edit) -> None:
    async def scenario(editor: Editor) -> None:
        page = "<p>You have high blood pressure (hypertension). Rest.</p>"
        assert await editor.open("page.html", page) == []
        told = await editor.hover("page.html", 0, page.index("tension"))
        assert told is not None
        assert "hypertension" in told
        assert "high blood pressure" in told
        assert await editor.hover("page.html", 0, 5) is None

    edit(scenario)


def test_a_hover_explains_the_rule_of_a_finding_and_of_a_suppression(edit: Edit) -> None:
    async def scenario(editor: Editor) -> None:
        page = (
            '<p><a href="/flu">Read more</a></p>\n'
            "<!-- plainlang-disable-next undefined-term: they know it -->\n<p>You have dyspnea.</p>"
        )
        await editor.open("page.html", page)
        told = await editor.hover("page.html", 0, 5)
        assert told is not None
        assert "screen reader" in told
        assert "/rules/vague-link-label/" in told
        assert "WCAG 2.4.4" in told
        named = await editor.hover("page.html", 1, 30)
        assert named is not None
        assert "Undefined term" in named

    edit(scenario)


def test_a_safe_fix_is_offered_first_and_an_unsafe_one_says_so(edit: Edit) -> None:
    async def scenario(editor: Editor) -> None:
        page = "<p>Call us in order to book. You have hypertension.</p>\n"
        found = await editor.open("page.html", page)
        uri = editor.uri("page.html")
        wordy = by_code(found, "wordy-phrase")
        first = (await editor.actions("page.html", wordy.range))[0]
        assert first.is_preferred
        assert first.kind == types.CodeActionKind.QuickFix
        assert first.diagnostics
        assert first.diagnostics[0].code == "wordy-phrase"
        assert put(page, first, uri) == page.replace("in order to", "to")
        term = by_code(found, "undefined-term")
        unsafe = (await editor.actions("page.html", term.range, "quickfix"))[0]
        assert not unsafe.is_preferred
        assert "may change the meaning" in unsafe.title
        assert "hypertension (" in put(page, unsafe, uri)

    edit(scenario)


def test_all_that_is_safe_is_mended_at_once_and_nothing_else(edit: Edit) -> None:
    async def scenario(editor: Editor) -> None:
        page = (
            "<p>Call us in order to book.</p>\n<p>You can utilize the door. You have edema.</p>\n"
        )
        await editor.open("page.html", page)
        for asked in ("source.fixAll", "source", "source.fixAll.plainlang"):
            (whole,) = await editor.actions("page.html", EVERYWHERE, asked)
            mended = put(page, whole, editor.uri("page.html"))
            assert mended == page.replace("in order to", "to").replace("utilize", "use")
        assert await editor.actions("page.html", EVERYWHERE, "source.organizeImports") == []

    edit(scenario)


PAGES = [
    ("html", "page.html", '<ul>\n  <li>Rest.</li>\n  <li>For <a href="/x">dyspnea</a>, rest.</li>\n</ul>\n'),
    ("html", "long.html", "<table><tr><td>Rest.</td><td>You have dyspnea.</td></tr></table>"),
    ("markdown", "page.md", "# Home\n\nRest.\n\n- Eat.\n- Watch for dyspnea.\n- Sleep.\n"),
    ("markdown", "quote.md", "> Rest.\n> Watch for dyspnea.\n"),
    ("markdown", "table.md", "| a | b |\n|---|---|\n| Rest | For dyspnea |\n"),
    ("plaintext", "page.txt", "Home\n\nRest now.\n\nWatch for dyspnea.\n"),
]  # fmt: skip


@pytest.mark.parametrize(("language", "name", "page"), PAGES, ids=lambda p: str(p)[:12])
def test_a_rule_can_be_disabled_at_its_place(
    edit: Edit, language: str, name: str, page: str
) -> None:
    async def scenario(editor: Editor) -> None:
        found = await editor.open(name, page, language)
        assert "undefined-term" in codes(found)
        term = by_code(found, "undefined-term")
        actions = await editor.actions(name, term.range, "quickfix")
        (disable,) = [a for a in actions if "Disable “undefined-term”" in a.title]
        quiet = put(page, disable, editor.uri(name))
        assert "plainlang-disable-next undefined-term: " in quiet
        editor.change(name, quiet)
        left = codes(await editor.diagnostics())
        assert left == [c for c in codes(found) if c != "undefined-term"]

    edit(scenario)


def test_the_nearest_config_above_a_file_is_used_and_its_changes_are_seen(
    edit: Edit, tmp_path: Path
) -> None:
    (tmp_path / "sub").mkdir()
    config = tmp_path / "sub" / ".plainlang.toml"
    config.write_text('[terms]\nremove = ["dyspnea"]\n')
    page = "<p>You have dyspnea.</p>"

    async def scenario(editor: Editor) -> None:
        assert codes(await editor.open("page.html", page)) == ["undefined-term"]
        assert await editor.open("sub/page.html", page) == []
        assert any("plainlang.toml" in str(r.register_options) for r in editor.registered)
        config.write_text("")
        editor.changed_on_disk("sub/.plainlang.toml")
        assert codes(await editor.diagnostics(editor.uri("sub/page.html"))) == ["undefined-term"]
        config.write_text('exclude = ["page.html"]\n')
        editor.changed_on_disk("sub/.plainlang.toml")
        assert await editor.diagnostics(editor.uri("sub/page.html")) == []

    edit(scenario)


@pytest.mark.parametrize(
    "broken",
    ["target-grade = \n", "targetgrade = 8\n", 'rules-folders = ["gone"]\n', "min-words = true"],
)
def test_a_broken_config_is_one_diagnostic_and_mends_itself(
    edit: Edit, tmp_path: Path, broken: str
) -> None:
    config = tmp_path / ".plainlang.toml"
    config.write_text(f"# settings\n{broken}")

    async def scenario(editor: Editor) -> None:
        (problem,) = await editor.open("page.html", "<p>You have dyspnea.</p>\n<p>Rest.</p>\n")
        assert problem.code == "setup"
        assert problem.severity == types.DiagnosticSeverity.Error
        assert problem.range.start.line == 0
        assert await editor.hover("page.html", 1, 4) is None
        config.write_text("target-grade = 8\n")
        editor.changed_on_disk(".plainlang.toml")
        assert codes(await editor.diagnostics()) == ["undefined-term"]

    edit(scenario)


def test_a_broken_config_points_at_its_line(edit: Edit, tmp_path: Path) -> None:
    (tmp_path / ".plainlang.toml").write_text("# settings\ntarget-grad = 8\n")

    async def scenario(editor: Editor) -> None:
        (problem,) = await editor.open("page.html", "<p>Rest.</p>")
        assert "Did you mean “target-grade”?" in problem.message
        assert problem.related_information
        there = problem.related_information[0].location
        assert there.uri == editor.uri(".plainlang.toml")
        assert there.range.start.line == 1

    edit(scenario)


def test_an_own_rule_is_shown_with_its_file_and_one_that_breaks_is_told(
    edit: Edit, tmp_path: Path
) -> None:
    rules = tmp_path / "rules"
    rules.mkdir()
    head = "category: wording\nseverity: note\nmessage: No “{found}”.\nwhy: House style.\nfix: Take it out.\n"
    examples = "bad: ['<p>[[please]]</p>']\ngood: ['<p>now</p>']\n"
    (rules / "no-please.yaml").write_text(
        f"id: no-please\n{head}check: text-matches\nwith: {{pattern: '\\bplease\\b'}}\n{examples}"
    )
    (rules / "broken.yaml").write_text(f"id: broken\n{head}check: no-such-check\n{examples}")
    (tmp_path / ".plainlang.toml").write_text('rules-folders = ["rules"]\n')

    async def scenario(editor: Editor) -> None:
        found = await editor.open("page.html", "<p>Rest, please.</p>")
        own = by_code(found, "no-please")
        assert own.code_description is not None
        assert own.code_description.href == editor.uri("rules/no-please.yaml")
        assert "no-such-check" in by_code(found, "setup").message

    edit(scenario)


def test_another_place_that_helps_is_related_information(edit: Edit) -> None:
    page = (
        "<p>Hypertension is common.</p><p>Rest.</p><p>Eat.</p><p>Sleep.</p><p>Walk.</p>\n"
        "<p>Hypertension means high blood pressure.</p>\n"
    )

    async def scenario(editor: Editor) -> None:
        found = await editor.open("page.html", page)
        late = by_code(found, "explained-too-late")
        assert late.related_information
        assert late.related_information[0].location.range.start.line == 1

    edit(scenario)


def test_without_pygls_it_says_what_to_install() -> None:
    code = (
        "import sys; sys.modules['pygls'] = None; sys.argv = ['plainlang', 'lsp']\n"
        "from plainlang.cli import main; main()"
    )
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert ran.returncode == 2
    assert "pip install pygls" in ran.stderr
    assert "Traceback" not in ran.stderr
