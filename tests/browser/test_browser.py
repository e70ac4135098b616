"""`check --browser`: what only a browser sees, at the exact place in the source, and nothing twice."""

from __future__ import annotations

import json
import os
import signal
import socket
import subprocess
import sys
from pathlib import Path
from threading import Thread
from typing import Any

import pytest

from plainlang.browser import chromium as chromium_module
from plainlang.findings import PageResult
from tests.browser.conftest import OTHER_AXE, Check, of_axe, page
from tests.cli.conftest import Run

FAINT = '<p style="color: #999">Shots are free.</p>'
NAMELESS = "document.getElementById('box').innerHTML = '<div><button></button></div>';"


def tag(source: str, result: PageResult, rule: str) -> str:
    """Return the source at the one finding of a rule."""
    (finding,) = [f for f in result.findings if f.rule == rule]
    return source[finding.span.start : finding.span.end]


def test_faint_text_is_found_at_its_tag(check: Check) -> None:
    source = page(f"<p>Bring a mask 😷.</p>\n{FAINT}")
    result = check(source)
    (finding,) = of_axe(result)
    assert finding.rule == "axe-color-contrast"
    assert source[finding.span.start : finding.span.end] == '<p style="color: #999">'
    assert (finding.start.line, finding.start.column) == (5, 1)
    assert "2.84" in finding.message
    assert "#999999" in finding.how
    assert finding.category == "structure"
    assert finding.severity == "warning"
    assert finding.references["wcag"] == ("1.4.3",)
    assert finding.fingerprint


def test_colors_of_a_style_sheet_on_disk_count(check: Check, folder: Path) -> None:
    (folder / "own.css").write_text(".soft { color: #aaa }")
    link = '<title>Flu shots</title><link rel="stylesheet" href="own.css">'
    source = page('<p class="soft">Shots are free.</p>', head=link)
    assert tag(source, check(source), "axe-color-contrast") == '<p class="soft">'


def test_what_a_script_makes_is_placed_at_the_nearest_tag_of_the_source(check: Check) -> None:
    source = page(f'<div id="box">\n<p>Hello</p></div><script>{NAMELESS}</script>')
    result = check(source)
    (finding,) = of_axe(result)
    assert finding.rule == "axe-button-name"
    assert finding.severity == "error"
    assert source[finding.span.start : finding.span.end] == '<div id="box">'
    assert finding.excerpt == "<button></button>"
    assert "script" in finding.message


def test_what_a_script_adds_before_does_not_shift_the_place(check: Check) -> None:
    add = (
        "document.querySelector('ul').insertAdjacentHTML('afterbegin', '<li>New</li><li>Too</li>')"
    )
    source = page(
        f'<ul>\n<li>One</li>\n<li style="color:#bbb">Two</li>\n<li>Three</li></ul><script>{add}</script>'
    )
    assert tag(source, check(source), "axe-color-contrast") == '<li style="color:#bbb">'


def test_what_a_script_adds_a_little_later_is_seen(check: Check) -> None:
    later = f"setTimeout(() => {{ {NAMELESS} }}, 60)"
    result = check(page(f'<div id="box"></div><script>{later}</script>'))
    assert [f.rule for f in of_axe(result)] == ["axe-button-name"]


def test_what_stands_in_a_shadow_tree_is_placed_at_its_host(check: Check) -> None:
    attach = "document.getElementById('box').attachShadow({mode: 'open'})"
    source = page(f'<div id="box"></div><script>{attach}.innerHTML = "<button></button>"</script>')
    assert tag(source, check(source), "axe-button-name") == '<div id="box">'


FAULTS = """<a href="/x"></a><img src="a.png"><button></button><input type="text"><h2></h2>
<iframe src="about:blank"></iframe><select><option>One</option></select>
<input type="image" src="a.png"><svg role="img"></svg><p lang="xxqq">Hello</p>
<div role="button" tabindex="0"></div><h4>Deep</h4>"""


def test_nothing_is_said_twice(check: Check) -> None:
    from plainlang.browser.doubles import OWN

    source = f"<!doctype html><html><head></head><body>{FAULTS}</body></html>"
    result = check(source)
    own = {f.rule for f in result.findings}
    assert own >= {
        "link-without-name", "image-without-alt", "button-without-name", "field-without-label",
        "heading-without-text", "frame-without-title", "page-without-title", "page-without-language",
        "image-button-without-alt", "unknown-language", "page-without-main-heading",
    }  # fmt: skip
    assert {f.rule.removeprefix("axe-") for f in of_axe(result)} & set(OWN) == set()


def test_what_is_suppressed_is_not_said_by_the_other_name(check: Check) -> None:
    comment = "<!-- plainlang-disable-next image-without-alt: it comes with the next release -->"
    result = check(page(f'{comment}<img src="a.png">'))
    assert [s.finding.rule for s in result.suppressed] == ["image-without-alt"]
    assert of_axe(result) == []


def test_the_same_fault_elsewhere_is_said(check: Check) -> None:
    source = page(f'<button></button><div id="box"></div><script>{NAMELESS}</script>')
    result = check(source)
    assert tag(source, result, "button-without-name") == "<button>"
    assert tag(source, result, "axe-button-name") == '<div id="box">'


def test_what_axe_cannot_decide_is_for_a_person(check: Check) -> None:
    over = '<p style="background-image: url(a.png); color: #777">Shots are free.</p>'
    (finding,) = of_axe(check(page(over)))
    assert finding.rule == "axe-color-contrast"
    assert finding.needs_review
    assert finding.severity == "note"


def test_what_axe_cannot_decide_for_one_reason_is_said_once(check: Check) -> None:
    over = '<div style="background-image: url(a.png)"><p>One</p><p>Two</p><p>Three</p></div>'
    source = page(f"{over}\n{FAINT}")
    unsure, sure = of_axe(check(source))
    assert unsure.message.endswith("There are 2 more places like this on the page.")
    assert [source[r.span.end :].partition("<")[0] for r in unsure.related] == ["Two", "Three"]
    assert not sure.needs_review


def test_a_part_of_a_page_is_not_asked_for_what_a_whole_one_has(check: Check) -> None:
    result = check(f"<h2>Flu shots</h2>\n{FAINT}", name="part.html")
    assert [f.rule for f in of_axe(result)] == ["axe-color-contrast"]


def test_a_page_without_an_html_tag_has_its_place_at_the_doctype(check: Check) -> None:
    source = "<!doctype html><title>Flu shots</title><h1>Flu shots</h1><p>Shots are free.</p>"
    assert tag(source, check(source), "axe-landmark-one-main") == "<!doctype html>"


def test_findings_come_in_the_order_of_the_source_and_always_the_same(check: Check) -> None:
    source = page(
        f'{FAINT}<a href="/x"></a>{FAINT}<div id="box"></div><ul><p>No</p></ul>'
        f"<script>{NAMELESS * 2}</script><p tabindex=3>One</p>"
    )
    first, second = check(source), check(source)
    assert first == second
    spans = [(f.span, f.rule) for f in first.findings]
    assert spans == sorted(spans)
    assert len({f.fingerprint for f in first.findings}) == len(first.findings)


def test_pages_do_not_see_what_another_page_kept(check: Check) -> None:
    keep = "localStorage.setItem('seen', 'yes')"
    show = "if (localStorage.getItem('seen')) document.getElementById('box').innerHTML = '<button>'"
    check(page(f"<script>{keep}</script>"), name="one.html")
    result = check(page(f'<div id="box"></div><script>{show}</script>'), name="two.html")
    assert of_axe(result) == []


def test_dialogs_do_not_hold_the_page(check: Check) -> None:
    ask = "alert('Hello'); if (!confirm('Sure?')) prompt('Name?'); print();"
    result = check(page(f"<script>{ask}</script>{FAINT}"))
    assert [f.rule for f in of_axe(result)] == ["axe-color-contrast"]


def test_words_are_in_the_language_of_the_page(check: Check) -> None:
    source = page("<p style='color:#999'>Las vacunas son gratis.</p>").replace('"en"', '"es"')
    (finding,) = of_axe(check(source))
    assert finding.message.startswith("Este texto no resalta")


# Rules are chosen as all others


def test_a_comment_hides_a_finding_of_the_browser(check: Check) -> None:
    comment = "<!-- plainlang-disable-next axe-color-contrast: the sponsor's color -->"
    result = check(page(f"{comment}{FAINT}"))
    assert result.findings == ()
    assert [s.reason for s in result.suppressed] == ["the sponsor's color"]


def test_a_comment_that_hides_only_a_finding_of_the_browser_is_used(check: Check) -> None:
    comment = "<!-- plainlang-disable-next structure: the sponsor's color -->"
    assert check(page(f"{comment}{FAINT}")).findings == ()
    unused = check(page(f"{comment}<p>Shots are free.</p>"))
    assert [f.rule for f in unused.findings] == ["unused-suppression"]


@pytest.mark.parametrize("settings", [
    {"ignore": ["axe-color-contrast"]},
    {"ignore": ["axe-*"]},
    {"select": ["jargon"]},
    {"per-file-ignores": {"page.html": ["structure"]}},
    {"rules": {"axe-color-contrast": {"enabled": False}}},
    {"suppress": [{"selector": "main", "rules": ["axe-color-contrast"], "reason": "old"}]},
])  # fmt: skip
def test_rules_of_the_browser_are_left_out_as_others_are(
    check: Check, settings: dict[str, Any]
) -> None:
    assert of_axe(check(page(FAINT), **settings)) == []


def test_the_severity_of_a_rule_of_the_browser_can_be_set(check: Check) -> None:
    (finding,) = of_axe(check(page(FAINT), rules={"axe-color-contrast": {"severity": "error"}}))
    assert finding.severity == "error"


def test_a_severity_that_does_not_exist_is_said(run: Run, folder: Path) -> None:
    (folder / "plainlang.toml").write_text('[rules.axe-color-contrast]\nseverity = "bad"\n')
    (folder / "page.html").write_text(page(FAINT))
    ran = run("check", "page.html")
    assert ran.code == 2
    assert "“bad” is no severity" in ran.err


# The network


class Listener:
    """Counts who connects, over TCP or UDP, on a port of this machine."""

    def __init__(self) -> None:
        self.met: list[str] = []
        self._tcp = socket.create_server(("127.0.0.1", 0))
        self.port = self._tcp.getsockname()[1]
        self._udp = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
        self._udp.bind(("127.0.0.1", self.port))
        for serve in (self._serve_tcp, self._serve_udp):
            Thread(target=serve, daemon=True).start()

    def _serve_tcp(self) -> None:
        while True:
            connection, _ = self._tcp.accept()
            Thread(target=self._answer, args=(connection,), daemon=True).start()

    def _answer(self, connection: socket.socket) -> None:
        with connection:
            self.met.append("tcp")
            line = connection.recv(4096).partition(b"\r\n")[0].decode("latin-1")
            self.met.append(f"tcp {line}")
            connection.sendall(b"HTTP/1.1 404 No\r\nContent-Length: 0\r\nConnection: close\r\n\r\n")

    def _serve_udp(self) -> None:
        while True:
            self._udp.recvfrom(4096)
            self.met.append("udp")


def asking(port: int) -> str:
    """Return a page that tries to reach a port in all the ways that pages have."""
    parts = [
        f"""<img alt="" src="http://{host}:{port}/image"><link rel="stylesheet" href="http://{host}:{port}/css">
        <iframe title="Map" src="http://{host}:{port}/frame"></iframe><script src="http://{host}:{port}/script"></script>
        <link rel="preconnect" href="http://{host}:{port}/">
        <script>
        const at = "{host}:{port}";
        fetch(`http://${{at}}/fetch`, {{mode: "no-cors"}}).catch(() => {{}});
        navigator.sendBeacon(`http://${{at}}/beacon`, "x");
        new WebSocket(`ws://${{at}}/socket`);
        new Worker(URL.createObjectURL(new Blob([`fetch("http://${{at}}/worker", {{mode: "no-cors"}})`])));
        window.open(`http://${{at}}/window`);
        </script>"""
        for host in ("127.0.0.1", "localhost")
    ]
    ice = f"""<script>
    const servers = [{{urls: "stun:127.0.0.1:{port}"}},
                     {{urls: "turn:127.0.0.1:{port}?transport=tcp", username: "a", credential: "b"}}];
    const call = new RTCPeerConnection({{iceServers: servers}});
    call.createDataChannel("x");
    call.createOffer().then((offer) => call.setLocalDescription(offer));
    </script>"""
    return page(("\n".join(parts) + ice).replace("const at", "var at"))


def test_pages_cannot_reach_the_network(run: Run, folder: Path, chromium: None) -> None:
    listener = Listener()
    (folder / "page.html").write_text(asking(listener.port))
    assert run("check", "--browser", "page.html").code in (0, 1)
    assert listener.met == []


def test_pages_can_reach_the_network_when_they_may(run: Run, folder: Path, chromium: None) -> None:
    listener = Listener()
    (folder / "page.html").write_text(asking(listener.port))
    assert run("check", "--browser", "--browser-network", "page.html").code in (0, 1)
    assert {"tcp GET /image HTTP/1.1", "tcp GET /frame HTTP/1.1"} <= set(listener.met)
    assert {"tcp GET /worker HTTP/1.1", "tcp GET /socket HTTP/1.1"} <= set(listener.met)


# What is said about the run


def test_reports_name_the_browser_and_axe(run: Run, folder: Path, chromium: None) -> None:
    (folder / "page.html").write_text(page(FAINT))
    told = json.loads(run("check", "--browser", "--format", "json", "page.html").out)
    assert set(told["standards"]) >= {"Chromium", "axe-core"}
    assert told["not_run"] == ["1 rule that is off (new-tab-unsaid)"]
    assert "axe-color-contrast" in {rule["id"] for rule in told["rules"]}
    assert [f["rule"] for f in told["findings"]] == ["axe-color-contrast"]
    text = run("check", "--browser", "page.html")
    assert text.code == 1
    assert "1 page opened in Chromium " in text.out
    assert "Not run: checks in a browser" not in text.out


def test_reports_do_not_say_that_the_browser_ran_when_none_of_its_rules_did(
    run: Run, folder: Path, chromium: None
) -> None:
    (folder / "page.html").write_text(page(FAINT))
    assert "checks in a browser" in run("check", "--browser", "--ignore", "axe-*", "page.html").out


@pytest.mark.parametrize("form", ["html", "sarif", "earl", "openacr", "junit", "rdjson", "csv"])
def test_each_report_holds_what_the_browser_found(
    run: Run, folder: Path, chromium: None, form: str
) -> None:
    (folder / "page.html").write_text(page(FAINT))
    ran = run("check", "--browser", "--format", form, "page.html")
    assert ran.code == 1
    assert ("1.4.3" if form == "openacr" else "color-contrast") in ran.out


def test_what_is_not_opened_is_said(run: Run, folder: Path, chromium: None) -> None:
    (folder / "page.html").write_text(page("<p>Shots are free.</p>"))
    (folder / "post.md").write_text("# Flu shots\n")
    (folder / "list.html").write_text(page("<p>{{ shots }}</p>"))
    (folder / "mail.jinja").write_text(page("<p>Shots are free.</p>"))
    out = run("check", "--browser", ".", "-", stdin=page(FAINT)).out
    assert "1 page opened in Chromium" in out
    for name, reason in (
        ("stdin.html", "not on disk"), ("post.md", "no HTML"), ("list.html", "templates"),
        ("mail.jinja", "does not show such files"),
    ):  # fmt: skip
        (line,) = [line for line in out.splitlines() if reason in line]
        assert name in line
    assert "axe-" not in out.replace("axe-core", "")


def test_a_baseline_can_accept_what_the_browser_found(
    run: Run, folder: Path, chromium: None
) -> None:
    (folder / "page.html").write_text(page(FAINT))
    assert run("baseline", "create", "--browser", "page.html").code == 0
    (folder / "page.html").write_text(page(f"<p>New</p>{FAINT}"))
    ran = run("check", "--browser", "--baseline", ".plainlang-baseline.json", "page.html")
    assert ran.code == 0, ran.out
    without = run("check", "--baseline", ".plainlang-baseline.json", "page.html")
    assert "gone from the pages" not in without.out
    assert run("baseline", "prune", "page.html").out.endswith("0 dropped, 1 finding kept.\n")


# What can go wrong


def test_a_page_that_goes_elsewhere_is_an_error_of_that_page(check: Check) -> None:
    away = '<title>Flu shots</title><meta http-equiv="refresh" content="0; url=other.html">'
    result = check(page(FAINT, head=away))
    assert of_axe(result) == []
    assert result.error is None
    (fault,) = result.faults
    assert fault.startswith("page.html: the browser could not check this page: ")
    assert of_axe(check(page(FAINT)))


def test_a_page_that_never_ends_is_an_error_of_that_page(
    run: Run, folder: Path, chromium: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(chromium_module, "LOAD_SECONDS", 4)
    (folder / "a.html").write_text(page("<script>for (;;) {}</script>"))
    (folder / "b.html").write_text(page(FAINT))
    ran = run("check", "--browser", "a.html", "b.html")
    assert ran.code == 2
    assert "a.html: the browser could not check this page: it did not come to rest" in ran.out
    assert "axe-color-contrast" in ran.out


def test_a_page_that_is_no_xml_is_an_error_of_that_page(check: Check) -> None:
    result = check(page("<p>One<p>Two"), name="page.xhtml")
    assert "XHTML" in result.faults[0]


@pytest.mark.parametrize("package", ["selenium", "axe_selenium_python"])
def test_a_missing_package_is_said(
    run: Run, folder: Path, package: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in [n for n in sys.modules if n.startswith("plainlang.browser.")]:
        monkeypatch.delitem(sys.modules, name)
    monkeypatch.setitem(sys.modules, package, None)
    (folder / "page.html").write_text(page(FAINT))
    ran = run("check", "--browser", "page.html")
    assert ran.code == 2
    assert "pip install axe-selenium-python selenium" in ran.err
    assert ran.out == ""


def test_a_missing_browser_is_said(
    run: Run, folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    pytest.importorskip("axe_selenium_python")
    monkeypatch.setenv("PATH", str(tmp_path / "nothing"))
    monkeypatch.setenv("SE_CACHE_PATH", str(tmp_path / "cache"))
    for name in ("SE_CHROMEDRIVER", "CHROME_BIN"):
        monkeypatch.delenv(name, raising=False)
    (folder / "page.html").write_text(page(FAINT))
    ran = run("check", "--browser", "--format", "html=report.html", "page.html")
    assert ran.code == 2
    assert "Install Chromium and its driver" in ran.err
    assert not (folder / "report.html").exists()


def test_a_script_that_is_no_axe_is_said(run: Run, folder: Path, chromium: None) -> None:
    (folder / "page.html").write_text(page(FAINT))
    (folder / "axe.js").write_text("window.other = 1;")
    ran = run("check", "--browser", "--axe", "axe.js", "page.html")
    assert ran.code == 2
    assert "axe.js: this is no axe-core" in ran.err


def test_axe_of_npm_is_found(run: Run, folder: Path, chromium: None) -> None:
    (folder / "page.html").write_text(page(FAINT))
    there = folder / "node_modules" / "axe-core"
    there.mkdir(parents=True)
    (there / "axe.min.js").write_text("window.other = 1;")
    assert "axe.min.js: this is no axe-core" in run("check", "--browser", "page.html").err


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such links")
def test_a_browser_that_is_killed_leaves_nothing_behind(chromium: None) -> None:
    browser = chromium_module.Chromium()
    profile = Path(browser.driver.capabilities["chrome"]["userDataDir"])
    socket_of = (profile / "SingletonSocket").readlink().parent
    os.kill(int((profile / "SingletonLock").readlink().name.rpartition("-")[2]), signal.SIGKILL)
    browser.close()
    assert not profile.exists()
    assert not socket_of.exists()


@pytest.mark.parametrize("options", [
    ("--browser-network",), ("--axe", "page.html"), ("--browser", "--diff-base", "HEAD"),
])  # fmt: skip
def test_options_that_do_not_go_together_are_said(
    run: Run, folder: Path, options: tuple[str, ...]
) -> None:
    (folder / "page.html").write_text(page(FAINT))
    ran = run("check", *options, "page.html")
    assert ran.code == 2
    assert "--browser" in ran.err


def test_without_the_option_no_browser_is_loaded(folder: Path) -> None:
    (folder / "page.html").write_text(page(FAINT))
    code = (
        "import sys; from plainlang.cli import cli\n"
        "cli.main(['check', 'page.html', '--quiet'], standalone_mode=False)\n"
        "print(sorted({'selenium', 'axe_selenium_python', 'plainlang.browser'} & set(sys.modules)))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.splitlines()[-1] == "[]"


@pytest.mark.skipif(OTHER_AXE is None, reason="no other axe-core is named in PLAINLANG_AXE")
def test_a_newer_axe_names_rules_of_act(check: Check, checks: Any) -> None:
    (finding,) = of_axe(check(page(FAINT)))
    if not checks.notes()[0].endswith("3.1.1."):
        assert "afw4f7" in finding.references["act"]
