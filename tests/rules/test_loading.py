"""Rule files: what a good one gives, and what is said of a mistake, with its line."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from plainlang.errors import RuleError
from plainlang.findings import Severity
from plainlang.rules.load import load_folder, load_rules
from plainlang.rules.model import Rule

RULE = """id: no-blink
category: structure
severity: warning
select: blink
check: element-is-present
message: Text must not blink.
why: It is hard to read.
fix: Take it out.
bad: ["[[<blink>]]Now"]
good: ["<p>Now"]
"""


def write(folder: Path, text: str, name: str = "no-blink.yaml") -> Path:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


def loaded(folder: Path, text: str = RULE, name: str = "no-blink.yaml") -> Rule:
    write(folder, text, name)
    found = load_folder(folder)
    assert found.errors == ()
    (rule,) = found.rules
    return rule


def mistakes(folder: Path, text: str) -> list[str]:
    """Return what is said of a rule file, from its name on."""
    write(folder, text)
    found = load_folder(folder)
    assert found.rules == ()
    return [str(error).removeprefix(f"{folder}/") for error in found.errors]


def test_a_rule_is_what_its_file_says(tmp_path: Path) -> None:
    rule = loaded(
        tmp_path,
        RULE + "languages: [en, es]\nenabled: false\nneeds_review: true\nprecision: 9 of 10\n"
        "notes: |\n  Some notes.\nreferences: {wcag: ['2.2.2', 2.3.1], act: c487ae, ours: [7]}\n"
        "es: {message: El texto no debe parpadear.}\n",
    )
    assert (rule.id, rule.category, rule.severity) == ("no-blink", "structure", Severity.WARNING)
    assert rule.languages == ("en", "es")
    assert (rule.enabled, rule.needs_review) == (False, True)
    assert rule.references == {"wcag": ("2.2.2", "2.3.1"), "act": ("c487ae",), "ours": ("7",)}
    assert rule.notes == "Some notes."
    assert rule.words("message", "es-MX") == "El texto no debe parpadear."
    assert rule.words("why", "es-MX") == rule.words("why", "en") == "It is hard to read."
    assert rule.info().bad == ("[[<blink>]]Now",)


def test_parameters_and_word_lists_reach_the_check(tmp_path: Path) -> None:
    (tmp_path / "words").mkdir()
    for language, text in (("en", "# vague\nClick Here\n\n  more \n"), ("es", "aquí\n")):
        (tmp_path / f"words/{language}.txt").write_text(text, encoding="utf-8")
    rule = loaded(
        tmp_path,
        RULE.replace("check: element-is-present", "check: label-is-vague").replace(
            "select: blink",
            "languages: [en, es]\n"
            "with: {labels: 'words/{language}.txt', fillers: 'words/{language}.txt'}",
        ),
    )
    labels = rule.parameters["labels"]
    assert labels("en-GB") == {"click here", "more"}
    assert labels("es") == {"aquí"}
    assert labels("fr") == frozenset()


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("severity: warning", "severity: [", "this is not valid YAML"),
        (RULE, "", "1: a rule is a mapping of keys"),
        (RULE, "- a\n- b\n", "1: a rule is a mapping of keys"),
        (RULE, "just text", "1: a rule is a mapping of keys"),
        ("severity:", "severty:", "3: “severty” is no key of a rule. Did you mean “severity”?"),
        ("severity: warning\n", "", "the rule lacks “severity”."),
        ("category: structure\nseverity: warning\n", "", "the rule lacks “category”, “severity”."),
        ("severity: warning", "severity: eror", "3: “eror” is no severity. Did you mean “error”?"),
        ("category: structure", "category: jargn", "2: “jargn” is no category. Did you mean"),
        ("id: no-blink", "id: blink", "1: the id must be the file's name, “no-blink”."),
        ("check: element-is-present", "check: element-is-presnt", "5: “element-is-presnt” is no"),
        ("select: blink", "select: 'blink['", "4: the selector “blink[” is not valid CSS"),
        ("select: blink", "select: [a]", "4: “select” must be text."),
        ("select: blink", "enabled: 'no'", "4: “enabled” must be true or false."),
        ("select: blink", "references: x", "4: “references” must be a mapping."),
        ("select: blink", "references: {wcag: ['2.4.44']}", "4: “2.4.44” is no success criterion of"),
        ("select: blink", "references:\n  act: [c487ae]\n  wcag: [9.9.9]", "6: “9.9.9” is no success"),
        ("select: blink", "references: {wcag: 2.3}", "Name one below it, such as “2.3.1”."),
        ("select: blink", "references: {wcag: ['4.1.1']}", "4: “4.1.1” was taken out of WCAG 2.2"),
        ("select: blink", "references: {WCAG: ['1.1.1']}", "4: write “wcag” in small letters"),
        ("select: blink", "references: {act: [c487]}", "4: “c487” is no id of an ACT rule"),
        ("select: blink", "references: {act: [C487AE]}", "4: “C487AE” is no id of an ACT rule"),
        ('bad: ["[[<blink>]]Now"]', "bad: []", "9: “bad” needs at least one example."),
        ('bad: ["[[<blink>]]Now"]', "bad: [3]", "9: an example of “bad” must be text"),
        ('bad: ["[[<blink>]]Now"]', "bad: ['<blink>']", "9: a bad example marks what must be"),
        ('bad: ["[[<blink>]]Now"]', "bad: ['[[<blink>']", "9: a bad example marks what must be"),
        ('good: ["<p>Now"]', "good: ['[[<p>]]']", "10: a bad example marks what must be reported"),
        ('good: ["<p>Now"]', "good: [{markdwn: x}]", "Did you mean “markdown”?"),
        ("select: blink", "es: {message: 5}", "4: “message” under “es” must be text."),
        ("select: blink", "es: {why: '{x'}", "4: “es” has a “{” or “}” too many"),
        ("message: Text", "message: Text {x", "6: “message” has a “{” or “}” too many"),
        ("select: blink", "languages: [english]", "Did you mean “en”?"),
        ("select: blink", "languages: [en-US]", "4: “en-US” is no tag of a language alone. Did you"),
        ("select: blink", "languages: [3]", "4: “3” is no tag of a language alone. Use tags such"),
        ("fix: Take", "why: Twice.\nfix: Take", "8: “why” stands there twice; keep one."),
        ("check: element-is-present", "check: text-matches", "5: “text-matches” needs the parameter"),
        (
            "check: element-is-present", "check: text-matches\nwith: {pattern: x, within: 'a['}",
            "6: the parameter “within” must be a CSS selector.",
        ),
        ("select: blink", "select: ''", "4: the selector “” is not valid CSS"),
        ("select: blink", "es: &a {why: *a}", "4: “why” under “es” must be text."),
        ("select: blink", "with: [1]", "4: “with” must be a mapping."),
        ("select: blink", "with: [{a: 1}]", "4: “with” must be a mapping."),
        ("select: blink", "es: {why: a,\n  why: b}", "5: “why” stands there twice; keep one."),
        ('good: ["<p>Now"]', "good: [{1: x}]", "10: “1” is no example format."),
        ("select: blink", "es: {mesage: x}", "4: “mesage” cannot be translated. Did you mean"),
        ("select: blink", "with: {x: 1}", "4: “element-is-present” takes no parameter “x”. It takes"),
        (
            "check: element-is-present", "check: sentence-is-long\nwith:\n  limt: 3",
            "7: “sentence-is-long” takes no parameter “limt”. Did you mean “limit”?",
        ),
        (
            "check: element-is-present", "check: sentence-is-long\nwith: {limit: many}",
            "6: the parameter “limit” must be a whole number.",
        ),
        (
            "check: element-is-present", "check: text-matches\nwith: {pattern: '(x'}",
            "6: the parameter “pattern” must be a regular expression that Python knows.",
        ),
        (
            "check: element-is-present", "check: text-matches\nwith: {pattern: 'x{99999999999}'}",
            "6: the parameter “pattern” must be a regular expression that Python knows.",
        ),
        (
            "check: element-is-present", "check: label-is-vague\nwith: {labels: no.txt}",
            "6: there is no word list",
        ),
    ],
)  # fmt: skip
def test_a_mistake_is_told_with_its_line_and_the_right_word(
    tmp_path: Path, old: str, new: str, said: str
) -> None:
    assert old in RULE
    told = mistakes(tmp_path, RULE.replace(old, new))
    assert all(message.startswith("no-blink.yaml:") for message in told)
    assert any(said in message for message in told), told


def test_several_mistakes_are_told_at_once(tmp_path: Path) -> None:
    text = RULE.replace("warning", "eror").replace("structure", "jargn")
    assert len(mistakes(tmp_path, text)) == 2


def test_a_file_that_is_no_utf_8_is_told(tmp_path: Path) -> None:
    (tmp_path / "no-blink.yaml").write_bytes(RULE.replace("Text", "Caf\xe9").encode("latin-1"))
    (error,) = load_folder(tmp_path).errors
    assert "UTF-8" in str(error) or "not valid YAML" in str(error)


def test_a_broken_rule_does_not_keep_the_others_from_loading(tmp_path: Path) -> None:
    write(tmp_path, RULE)
    write(tmp_path, "id: broken\n", "broken.yml")
    found = load_folder(tmp_path)
    assert [rule.id for rule in found.rules] == ["no-blink"]
    assert len(found.errors) == 1


def test_a_folder_that_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(RuleError, match="this folder of rules does not exist"):
        load_folder(tmp_path / "nowhere")


def test_a_later_folder_replaces_rules_of_the_same_id(tmp_path: Path) -> None:
    write(tmp_path, RULE.replace("no-blink", "undefined-term"), "undefined-term.yaml")
    found = load_rules([tmp_path])
    (rule,) = (r for r in found.rules if r.id == "undefined-term")
    assert rule.message == "Text must not blink."
    assert list(found.ids) == sorted(found.ids)


def test_a_changed_rule_is_read_anew(tmp_path: Path) -> None:
    assert loaded(tmp_path).severity is Severity.WARNING
    assert loaded(tmp_path).severity is Severity.WARNING
    assert loaded(tmp_path, RULE.replace("warning", "note")).severity is Severity.NOTE


def test_a_rule_that_changed_within_one_tick_of_the_clock_is_read_anew(tmp_path: Path) -> None:
    assert loaded(tmp_path).message == "Text must not blink."
    (file,) = tmp_path.glob("*.yaml")
    then = file.stat()
    write(tmp_path, RULE.replace("must not", "may  not"))
    os.utime(file, ns=(then.st_atime_ns, then.st_mtime_ns))  # and of the same size
    assert load_folder(tmp_path).rules[0].message == "Text may  not blink."


def test_a_word_list_counts_wherever_it_lies(tmp_path: Path) -> None:
    rule = RULE.replace("check: element-is-present", "check: label-is-vague").replace(
        "select: blink", "with: {labels: lists/vague.tsv, fillers: words.txt}"
    )
    write(tmp_path, rule)
    assert len(load_folder(tmp_path).errors) == 2
    (tmp_path / "lists").mkdir()
    for name, words in (("lists/vague.tsv", "here"), ("words.txt", "click")):
        (tmp_path / name).write_text(words)
    assert load_folder(tmp_path).rules[0].parameters["labels"]("en") == {"here"}
    (tmp_path / "lists" / "vague.tsv").write_text("more")
    assert load_folder(tmp_path).rules[0].parameters["labels"]("en") == {"more"}


def test_a_folder_without_rules_has_none_of_another(tmp_path: Path) -> None:
    assert load_rules().rules
    assert load_folder(tmp_path).rules == ()


def test_the_rules_that_come_with_plainlang_are_good() -> None:
    found = load_rules()
    assert found.errors == ()
    assert len(found.rules) > 50
    for rule in found.rules:
        assert rule.words("message", "es")
        assert rule.info().enabled is rule.enabled


def test_of_two_rules_with_one_id_in_a_folder_the_second_is_named(tmp_path: Path) -> None:
    write(tmp_path, RULE)
    write(tmp_path, RULE.replace("Text must", "It must"), "no-blink.yml")
    found = load_folder(tmp_path)
    assert [rule.message for rule in found.rules] == ["Text must not blink."]
    assert [str(error).removeprefix(f"{tmp_path}/") for error in found.errors] == [
        "no-blink.yml:1: there is another rule “no-blink” in this folder; rename one."
    ]


def test_what_only_looks_like_a_rule_file_hides_no_rule(tmp_path: Path) -> None:
    write(tmp_path, RULE)
    (tmp_path / "folder.yaml").mkdir()
    (tmp_path / "gone.yaml").symlink_to("nowhere.yaml")
    found = load_folder(tmp_path)
    assert [rule.id for rule in found.rules] == ["no-blink"]
    assert [Path(error.path or "").name for error in found.errors] == ["gone.yaml"]


def test_a_word_list_in_another_encoding_is_named(tmp_path: Path) -> None:
    (tmp_path / "words.txt").write_bytes(b"aqu\xed\n")
    said = mistakes(
        tmp_path,
        RULE.replace("check: element-is-present", "check: label-is-vague").replace(
            "select: blink", "with: {labels: words.txt, fillers: words.txt}"
        ),
    )
    assert len(said) == 2
    assert "cannot be read as UTF-8" in said[0]
