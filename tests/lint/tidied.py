#!/usr/bin/env python3
"""Lists what clang-tidy has to read so that it has read every source: tidied.py BUILD_FOLDER SOURCE_FOLDER

Of the files that the build compiles those that are sources, or that join sources by including them. Ends with an error
where a source is in none of them.
"""

import json
import os
import re
import sys

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


def main():
    build, top = (os.path.realpath(path) for path in sys.argv[1:3])
    sources = set(sources_of(top))
    with open(os.path.join(build, "compile_commands.json"), encoding="utf-8") as file:
        compiled = sorted({os.path.normpath(entry["file"]) for entry in json.load(file)})
    seen, read = set(), []
    for path in compiled:
        found = {path, *joined_by(path, build, top)} & sources
        if found - seen:
            read.append(path)
            seen |= found
    for path in sorted(sources - seen):
        print(f"{os.path.relpath(path, top)}: no part of the build, so clang-tidy does not read it", file=sys.stderr)
    print("\n".join(read))
    return 1 if sources - seen else 0


if __name__ == "__main__":
    sys.exit(main())
