"""Every C++ file is as clang-format 14, Debian 12's, writes it."""

import shutil
import subprocess
import pathlib

import lint

PROGRAM = shutil.which("clang-format-14") or "clang-format"
STYLE = pathlib.Path(__file__).resolve().parents[2] / ".clang-format"


def check(root):
    paths = lint.files(root, (".cpp", ".h"))
    findings = []
    for start in range(0, len(paths), 40):
        command = [PROGRAM, f"--style=file:{STYLE}", "--dry-run", "--ferror-limit=1"]
        result = subprocess.run(command + paths[start:start + 40], capture_output=True, text=True, check=True)
        named = [line for line in result.stderr.splitlines() if "code should be clang-formatted" in line]
        findings.extend(line.replace(f"{root}/", "", 1) for line in named)
    return findings


SAMPLES = (
    lint.Sample("no blanks", {"src/core/a.cpp": "int  f( int a ){return a;}\n"}, "src/core/a.cpp:1"),
    lint.Sample("tabs", {"ui/a.h": "#pragma once\nstruct A\n{\n\tint a;\n};\n"}, "ui/a.h:3"),
    lint.Sample("as it should be", {"ui/a.h": "#pragma once\n\nstruct A\n{\n    int a = 0;\n};\n"}),
)

if __name__ == "__main__":
    lint.run(check, SAMPLES)
