#!/usr/bin/env python3
"""Turns resources/diagnoses/*.json into the table that src/diagnosis matches against.

usage: generate.py OUTPUT.cpp INPUT.json...
Every text is wrapped in QT_TRANSLATE_NOOP, so that lupdate finds it in the generated file.
"""
import json
import sys

TEXTS = ("what", "why", "todo")
KEYS = {"id", "operations", "code", "message", "kind", "when", "field", "action", "certainty", "source", "here", *TEXTS}


def fail(entry, problem):
    sys.exit(f"diagnosis {entry.get('id', '?')}: {problem}")


def literal(text):
    return json.dumps(text, ensure_ascii=True)


def text(words):
    return f"QT_TRANSLATE_NOOP(\"Diagnoses\", {literal(words)})"


def check(entry, seen):
    if unknown := set(entry) - KEYS:
        fail(entry, f"unknown keys {sorted(unknown)}")
    for key in ("id", "source", *TEXTS):
        if not entry.get(key):
            fail(entry, f"no {key}")
    if entry["id"] in seen:
        fail(entry, "the id stands twice")
    if not any(key in entry for key in ("code", "message", "kind")):
        fail(entry, "nothing to match on")
    if entry.get("certainty", "known") not in ("known", "possible"):
        fail(entry, "certainty is known or possible")
    if "here" in entry and "{" not in entry["here"]:
        fail(entry, "\"here\" names no fact, so that \"why\" is never shown")
    seen.add(entry["id"])


def pair_list(when):
    return " ".join(f"{name}={value}" for name, value in when.items())


def row(entry):
    fields = [
        literal(entry["id"]),
        literal(" ".join(entry.get("operations", []))),
        literal(entry.get("code", "")),
        literal(entry.get("message", "")),
        literal(entry.get("kind", "")),
        literal(pair_list(entry.get("when", {}))),
        text(entry["what"]),
        text(entry["why"]),
        text(entry["here"]) if "here" in entry else literal(""),
        text(entry["todo"]),
        literal(entry.get("field", "")),
        literal(entry.get("action", "")),
        "true" if entry.get("certainty") == "possible" else "false",
        literal(entry["source"]),
    ]
    return "    {" + ", ".join(fields) + "},\n"


def main():
    output, *inputs = sys.argv[1:]
    seen = set()
    rows = []
    for path in inputs:
        with open(path, encoding="utf-8") as file:
            for entry in json.load(file):
                check(entry, seen)
                rows.append(row(entry))
    with open(output, "w", encoding="utf-8") as file:
        file.write('#include "diagnosis/entry.h"\n\nnamespace poolscope::diagnosis {\n\n')
        file.write("static const Entry table[] = {\n" + "".join(rows) + "};\n\n")
        file.write("std::span<const Entry> entries()\n{\n    return table;\n}\n\n} // namespace poolscope::diagnosis\n")


if __name__ == "__main__":
    main()
