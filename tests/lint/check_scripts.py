"""The shell scripts are clean for shellcheck."""

import json
import subprocess

import lint


def scripts(root):
    for path in lint.files(root, ("",), (".ci", "packaging", "tests")):
        with path.open("rb") as file:
            first = file.readline(40)
        if first.startswith(b"#!") and first.rstrip().endswith((b"bash", b"/sh")):
            yield path


def check(root):
    paths = list(scripts(root))
    if not paths:
        return []
    listing = subprocess.run(["shellcheck", "--format=json"] + paths, capture_output=True, text=True, check=False)
    if listing.returncode > 1:
        return [f"shellcheck failed: {listing.stderr.strip()}"]
    return [f"{entry['file']}:{entry['line']}: {entry['message']}" for entry in json.loads(listing.stdout)]


SAMPLES = (
    lint.Sample("no quotes", {"packaging/dev": "#!/usr/bin/env bash\ncp $1 $2\n"}, "packaging/dev:2: Double quote"),
    lint.Sample("a clean script", {"packaging/dev": '#!/usr/bin/env bash\ncp "$1" "$2"\n', "tests/a.py": "x = 1\n"}),
)

if __name__ == "__main__":
    lint.run(check, SAMPLES)
