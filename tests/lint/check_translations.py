"""No text of a .ts file is left untranslated. (That no text of the sources is missing there, the translations' own test shows.)"""

import xml.etree.ElementTree as ElementTree

import lint


def texts_of(translation):
    forms = translation.findall("numerusform")
    return [form.text or "" for form in forms] if forms else [translation.text or ""]


def is_left_open(translation):
    if translation is None or translation.get("type") == "unfinished":
        return True
    return translation.get("type") is None and not all(text.strip() for text in texts_of(translation))


def untranslated(root, path):
    for context in ElementTree.parse(path).getroot().iter("context"):
        for message in context.iter("message"):
            if is_left_open(message.find("translation")):
                source = (message.findtext("source") or "").strip()
                yield f"{path.relative_to(root)}:1: untranslated in {context.findtext('name')}: {source[:80]}"


def check(root):
    paths = [path for path in lint.files(root, (".ts",), ("resources",)) if "<TS" in lint.read_text(path)[:500]]
    if not paths:
        return ["resources:1: there is no translation"]
    return [finding for path in paths for finding in untranslated(root, path)]


def sample(name, translation, finding=""):
    text = ('<?xml version="1.0" encoding="utf-8"?>\n<!DOCTYPE TS>\n<TS version="2.1" language="ko_KR"><context>'
            f"<name>A</name><message><source>Save</source>{translation}</message></context></TS>\n")
    return lint.Sample(name, {"resources/translations/ko/a.ts": text}, finding)


SAMPLES = (
    lint.Sample("no file", {"src/a.cpp": ""}, "there is no translation"),
    sample("unfinished", '<translation type="unfinished">x</translation>', "untranslated in A: Save"),
    sample("empty", "<translation></translation>", "untranslated in A: Save"),
    sample("absent", "", "untranslated in A: Save"),
    sample("an empty form", "<translation><numerusform>x</numerusform><numerusform/></translation>", "untranslated in A"),
    sample("translated", "<translation>x</translation>"),
    sample("translated forms", "<translation><numerusform>x</numerusform></translation>"),
    sample("gone from the sources", '<translation type="vanished"></translation>'),
)

if __name__ == "__main__":
    lint.run(check, SAMPLES)
