"""Files and functions stay small. Over the wish is told, over the limit fails."""

import json
import subprocess

import lint

FILE_WISH = {".cpp": 300, ".h": 150}
FILE_LIMIT = {".cpp": 500, ".h": 250}
FUNCTION_WISH = 40
FUNCTION_LIMIT = 60


def is_table(root, path, function):
    """The rows of a data-driven test are a table, however long."""
    return path.relative_to(root).parts[0] == "tests" and function.endswith("_data")


def functions(paths):
    """(path, name, first line, length) of every function, as universal-ctags counts."""
    if not paths:
        return
    command = ["ctags", "--output-format=json", "--fields=+ne", "--c++-kinds=f", "--languages=C++",
               "--langmap=C++:+.h", "-f", "-", "-L", "-"]
    listing = subprocess.run(command, input="\n".join(map(str, paths)), capture_output=True, text=True, check=True)
    by_name = {str(path): path for path in paths}
    for line in listing.stdout.splitlines():
        tag = json.loads(line)
        if tag.get("kind") == "function" and "end" in tag:
            yield by_name[tag["path"]], tag["name"], tag["line"], tag["end"] - tag["line"] + 1


def check(root):
    findings = []
    paths = lint.files(root, (".cpp", ".h"))
    for path in paths:
        lines = len(lint.read_text(path).splitlines())
        if lines > FILE_LIMIT[path.suffix]:
            findings.append(f"{path.relative_to(root)}:1: {lines} lines, more than {FILE_LIMIT[path.suffix]}")
        elif lines > FILE_WISH[path.suffix]:
            print(f"note: {path.relative_to(root)} has {lines} lines")
    for path, name, line, length in functions(paths):
        if is_table(root, path, name):
            continue
        if length > FUNCTION_LIMIT:
            findings.append(f"{path.relative_to(root)}:{line}: {name} has {length} lines, more than {FUNCTION_LIMIT}")
        elif length > FUNCTION_WISH:
            print(f"note: {path.relative_to(root)}:{line}: {name} has {length} lines")
    return findings


def function_of(lines, name="f"):
    return f"void {name}()\n{{\n" + "    step();\n" * (lines - 3) + "}\n"


SAMPLES = (
    lint.Sample("a long source", {"src/core/a.cpp": "int a;\n" * 501}, "501 lines, more than 500"),
    lint.Sample("a long header", {"ui/a.h": "int a;\n" * 251}, "251 lines, more than 250"),
    lint.Sample("a long function", {"app/a.cpp": function_of(61)}, "f has 61 lines, more than 60"),
    lint.Sample("a long member", {"ui/a.cpp": function_of(70, "A::build")}, "build has 70 lines"),
    lint.Sample("a long inline function", {"ui/a.h": "struct A {\n" + function_of(61) + "};\n"}, "f has 61 lines"),
    lint.Sample("a long test", {"tests/unit/a.cpp": function_of(61, "A::signsIn")}, "signsIn has 61 lines"),
    lint.Sample("all within", {"src/core/a.cpp": function_of(60) + "int a;\n" * 440, "ui/a.h": "int a;\n" * 250,
                               "tests/unit/a.cpp": function_of(90, "A::signsIn_data")}),
)

if __name__ == "__main__":
    lint.run(check, SAMPLES)
