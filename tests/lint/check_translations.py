"""Every text of the sources is translated: no entry of a .ts file is unfinished or empty, and none is missing."""

import os
import pathlib
import shutil
import subprocess
import tempfile
import xml.etree.ElementTree as ElementTree

import lint

LUPDATE = os.environ.get("POOLSCOPE_LUPDATE") or shutil.which("lupdate6") or "/usr/lib/qt6/bin/lupdate"
FOLDERS = ("app", "ui", "src")


def texts_of(translation):
    forms = translation.findall("numerusform")
    return [form.text or "" for form in forms] if forms else [translation.text or ""]


def findings_in(path, name, what):
    for context in ElementTree.parse(path).getroot().iter("context"):
        for message in context.iter("message"):
            translation = message.find("translation")
            source = (message.findtext("source") or "").strip()
            if translation is None or translation.get("type") in ("vanished", "obsolete"):
                continue
            if translation.get("type") == "unfinished" or not all(text.strip() for text in texts_of(translation)):
                yield f"{name}:1: {what} in {context.findtext('name')}: {source[:80]}"


def missing_texts(root, path, name):
    """What lupdate would add: texts of the sources that the file does not know yet."""
    with tempfile.TemporaryDirectory() as folder:
        copy = pathlib.Path(folder) / path.name
        shutil.copy(path, copy)
        sources = [str(root / folder) for folder in FOLDERS if (root / folder).is_dir()]
        subprocess.run([LUPDATE, "-silent", "-locations", "none", *sources, "-ts", str(copy)],
                       check=True, capture_output=True, cwd=root)
        before = set(findings_in(path, name, "missing"))
        return [finding for finding in findings_in(copy, name, "missing") if finding not in before]


def check(root):
    paths = [path for path in lint.files(root, (".ts",), ("resources",)) if "<TS" in lint.read_text(path)[:500]]
    if not paths:
        return ["resources:1: there is no translation"]
    findings = []
    for path in paths:
        name = path.relative_to(root).as_posix()
        findings.extend(findings_in(path, name, "unfinished"))
        findings.extend(missing_texts(root, path, name))
    return findings


def ts(*messages):
    return ('<?xml version="1.0" encoding="utf-8"?>\n<!DOCTYPE TS>\n<TS version="2.1" language="ko_KR">\n'
            "<context><name>A</name>" + "".join(messages) + "</context>\n</TS>\n")


def message(source, translation, attributes=""):
    return f"<message><source>{source}</source><translation{attributes}>{translation}</translation></message>"


SOURCE = {"src/a.cpp": 'auto a = QCoreApplication::translate("A", "Save");\n'}
SAMPLES = (
    lint.Sample("no file", SOURCE, "there is no translation"),
    lint.Sample("unfinished", SOURCE | {"resources/ko.ts": ts(message("Save", "x", ' type="unfinished"'))}, "unfinished"),
    lint.Sample("empty", SOURCE | {"resources/ko.ts": ts(message("Save", ""))}, "unfinished in A: Save"),
    lint.Sample("missing", SOURCE | {"resources/ko.ts": ts(message("Open", "x"))}, "missing in A: Save"),
    lint.Sample("translated", SOURCE | {"resources/ko.ts": ts(message("Save", "x"), message("Old", "", ' type="vanished"'))}),
)

if __name__ == "__main__":
    lint.run(check, SAMPLES)
