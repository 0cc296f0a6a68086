#!/usr/bin/env python3
"""Lists what clang-tidy has to read so that it has read every source: tidied.py BUILD_FOLDER SOURCE_FOLDER, or --self-test

Of the files that the build compiles those that are sources, or that join sources by including them. Ends with an error
where a source is in none of them.
"""

import json
import os
import re
import sys

import lint

INCLUDED = re.compile(r'^\s*#include "([^"]+\.cpp)"', re.MULTILINE)
ROOMS = ("app", "ui", "src", "tests")


def sources_of(top):
    for room in ROOMS:
        for folder, folders, files in os.walk(os.path.join(top, room)):
            folders[:] = [name for name in folders if name != "node_modules"]
            for name in files:
                if name.endswith(".cpp"):
                    yield os.path.join(folder, name)


def joined_by(path, build, top):
    if not os.path.exists(path):
        return  # made while compiling; none of ours are joined by such
    with open(path, encoding="utf-8") as file:
        text = file.read()
    folder = os.path.join(top, os.path.relpath(os.path.dirname(path), build))  # the same place among the sources
    for name in INCLUDED.findall(text):
        yield os.path.normpath(os.path.join(folder, name))


def readings(build, top):
    """What clang-tidy has to read, and the sources that it would not see by that."""
    sources = set(sources_of(top))
    with open(os.path.join(build, "compile_commands.json"), encoding="utf-8") as file:
        compiled = sorted({os.path.normpath(os.path.join(build, entry["file"])) for entry in json.load(file)})
    seen, read = set(), []
    for path in compiled:
        found = {path, *joined_by(path, build, top)} & sources
        if found - seen:
            read.append(path)
            seen |= found
    return read, sorted(sources - seen)


def unread(root):
    build, top = (os.path.realpath(path) for path in (root / "build", root))
    return [f"{os.path.relpath(path, top)}:1: no part of the build, so clang-tidy does not read it"
            for path in readings(build, top)[1]]


def commands(*files):
    return {"build/compile_commands.json": json.dumps([{"file": name} for name in files])}


JOINED = {"build/tests/all.cpp": '#include "tst_a.cpp"\n', "tests/tst_a.cpp": ""}
SAMPLES = (
    lint.Sample("compiled by itself", {"src/a.cpp": "", **commands("../src/a.cpp")}),
    lint.Sample("in no build", {"src/a.cpp": "", "src/b.cpp": "", **commands("../src/a.cpp")}, "src/b.cpp:1: no part"),
    lint.Sample("joined by another", {**JOINED, **commands("tests/all.cpp")}),
    lint.Sample("joined by what is not compiled", {**JOINED, **commands()}, "tests/tst_a.cpp:1: no part"),
    lint.Sample("a header that a source includes", {"src/a.cpp": '#include "b.h"\n', "src/b.cpp": "",
                                                   **commands("../src/a.cpp")}, "src/b.cpp:1: no part"),
)


def main():
    if sys.argv[1:] == ["--self-test"]:
        failures = [failure for sample in SAMPLES for failure in lint.failures_of_sample(unread, sample)]
        print("\n".join(failures) or f"{len(SAMPLES)} samples judged as they should be")
        return 1 if failures else 0
    build, top = (os.path.realpath(path) for path in sys.argv[1:3])
    read, left = readings(build, top)
    for path in left:
        print(f"{os.path.relpath(path, top)}: no part of the build, so clang-tidy does not read it", file=sys.stderr)
    print("\n".join(read))
    return 1 if left else 0


if __name__ == "__main__":
    sys.exit(main())
