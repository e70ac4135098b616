"""The server itself: which document is open, when it is checked, and who is told.

Documents come whole with each change: pages are small, and pygls counts lines in its own way when it
puts a part into a document (`str.splitlines`), which the protocol does not.
"""

from __future__ import annotations

import asyncio
from pathlib import Path
from urllib.parse import unquote

from lsprotocol import types
from pygls.lsp.server import LanguageServer
from pygls.uris import to_fs_path
from pygls.workspace import TextDocument

from plainlang import __version__
from plainlang.config.files import NAMES
from plainlang.lsp.answers import FIX_ALL, code_actions, diagnostics, hover_answer
from plainlang.lsp.documents import Checked, check_document, path_of
from plainlang.records import NamedTuple

PAUSE = 0.25  # seconds without a change before a document is checked
_WATCHED = (*NAMES, "pyproject.toml")


class _Kept(NamedTuple):
    """A check, with the version and the URI of the document that it was made of."""

    version: int | None
    checked: Checked
    uri: str


class Desk:
    """The open documents and their last checks.

    An editor may write one URI in several ways (`c:`, `c%3A`); all stand for the same document, and it is told
    in the way in which the document was opened.
    """

    def __init__(self, server: LanguageServer, config: Path | None) -> None:
        self._server = server
        self._config = config
        self._kept: dict[str, _Kept] = {}
        self._waiting: dict[str, asyncio.TimerHandle] = {}

    @property
    def encoding(self) -> str:
        agreed = self._server.workspace.position_encoding or types.PositionEncodingKind.Utf16
        return agreed.value if isinstance(agreed, types.PositionEncodingKind) else agreed

    def check(self, uri: str) -> None:
        """Check a document now and tell the editor."""
        self._stop_waiting(uri)
        document = self._document(uri)
        if document is None:
            return
        path = path_of(to_fs_path(uri) or document.path, document.language_id or "")
        if path is None:
            return
        checked = check_document(document.source, path, self._config)
        self._kept[unquote(uri)] = _Kept(document.version, checked, document.uri)
        found = diagnostics(checked, document.uri, self.encoding)
        self._tell(document.uri, found, document.version)

    def check_soon(self, uri: str) -> None:
        """Check a document when its writer pauses."""
        self._stop_waiting(uri)
        self._waiting[unquote(uri)] = asyncio.get_running_loop().call_later(PAUSE, self.check, uri)

    def check_all(self) -> None:
        for document in list(self._server.workspace.text_documents.values()):
            self.check(document.uri)

    def current(self, uri: str) -> Checked | None:
        """Return the check of a document as it is now, None for one that is not ours."""
        document = self._document(uri)
        kept = self._kept.get(unquote(uri))
        if document is not None and (kept is None or kept.version != document.version):
            self.check(uri)
            kept = self._kept.get(unquote(uri))
        return kept.checked if kept is not None else None

    def close(self, uri: str) -> None:
        self._stop_waiting(uri)
        if (kept := self._kept.pop(unquote(uri), None)) is not None:
            self._tell(kept.uri, [], None)

    def _document(self, uri: str) -> TextDocument | None:
        """Return an open document; pygls keeps them by their URIs without percent signs."""
        found: TextDocument | None = self._server.workspace.text_documents.get(unquote(uri))
        return found

    def _stop_waiting(self, uri: str) -> None:
        if (waiting := self._waiting.pop(unquote(uri), None)) is not None:
            waiting.cancel()

    def _tell(self, uri: str, found: list[types.Diagnostic], version: int | None) -> None:
        self._server.text_document_publish_diagnostics(
            types.PublishDiagnosticsParams(uri, found, version)
        )


def make_server(config: Path | None = None) -> LanguageServer:
    """Return a server; `config` is used for all documents in place of the nearest one."""
    server = LanguageServer(
        "plainlang", __version__, text_document_sync_kind=types.TextDocumentSyncKind.Full
    )
    desk = Desk(server, config)
    _follow_documents(server, desk)
    _follow_configs(server, desk)
    _answer(server, desk)
    return server


def _follow_documents(server: LanguageServer, desk: Desk) -> None:
    @server.feature(types.TEXT_DOCUMENT_DID_OPEN)
    def opened(params: types.DidOpenTextDocumentParams) -> None:
        desk.check(params.text_document.uri)

    @server.feature(types.TEXT_DOCUMENT_DID_CHANGE)
    def changed(params: types.DidChangeTextDocumentParams) -> None:
        desk.check_soon(params.text_document.uri)

    @server.feature(types.TEXT_DOCUMENT_DID_SAVE)
    def saved(params: types.DidSaveTextDocumentParams) -> None:
        desk.check(params.text_document.uri)

    @server.feature(types.TEXT_DOCUMENT_DID_CLOSE)
    def closed(params: types.DidCloseTextDocumentParams) -> None:
        desk.close(params.text_document.uri)


def _follow_configs(server: LanguageServer, desk: Desk) -> None:
    @server.feature(types.INITIALIZED)
    async def initialized(params: types.InitializedParams) -> None:
        workspace = server.client_capabilities.workspace
        watching = workspace.did_change_watched_files if workspace else None
        if watching is None or not watching.dynamic_registration:
            return
        watchers = [types.FileSystemWatcher(f"**/{name}") for name in _WATCHED]
        options = types.DidChangeWatchedFilesRegistrationOptions(watchers)
        await server.client_register_capability_async(
            types.RegistrationParams(
                [
                    types.Registration(
                        "plainlang-configs", types.WORKSPACE_DID_CHANGE_WATCHED_FILES, options
                    )
                ]
            )
        )

    @server.feature(types.WORKSPACE_DID_CHANGE_WATCHED_FILES)
    def config_changed(params: types.DidChangeWatchedFilesParams) -> None:
        desk.check_all()

    @server.feature(types.WORKSPACE_DID_CHANGE_CONFIGURATION)
    def settings_changed(params: types.DidChangeConfigurationParams) -> None:
        desk.check_all()


def _answer(server: LanguageServer, desk: Desk) -> None:
    @server.feature(types.TEXT_DOCUMENT_HOVER)
    def hovered(params: types.HoverParams) -> types.Hover | None:
        checked = desk.current(params.text_document.uri)
        if checked is None:
            return None
        return hover_answer(
            checked, params.position, desk.encoding, markdown=_reads_markdown(server)
        )

    kinds = types.CodeActionOptions(
        [types.CodeActionKind.QuickFix, FIX_ALL], resolve_provider=False
    )

    @server.feature(types.TEXT_DOCUMENT_CODE_ACTION, kinds)
    def asked_for_actions(params: types.CodeActionParams) -> list[types.CodeAction]:
        uri = params.text_document.uri
        checked = desk.current(uri)
        return code_actions(checked, uri, params, desk.encoding) if checked is not None else []


def _reads_markdown(server: LanguageServer) -> bool:
    """Tell whether the client shows Markdown; one that does not say so shows plain text."""
    text_document = server.client_capabilities.text_document
    hover = text_document.hover if text_document else None
    formats = (hover.content_format if hover else None) or ()
    return types.MarkupKind.Markdown in formats
