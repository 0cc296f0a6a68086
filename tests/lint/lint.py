"""What the checks of the sources share: the project's files, the report, and the self-test.

A check is a function from a folder to a list of findings ("path:line: what is wrong"). Each brings samples: bad ones,
with a piece of the finding that they must cause, and good ones that must cause none. Without samples there is no check.
"""

import dataclasses
import pathlib
import sys
import tempfile

CODE_FOLDERS = ("app", "ui", "src", "tests")
SKIPPED_FOLDERS = {"node_modules", "__pycache__", ".git", ".cache"}


@dataclasses.dataclass(frozen=True)
class Sample:
    name: str
    files: dict  # relative path -> text
    finding: str = ""  # a piece of the expected finding; empty for a good sample


def files(root, suffixes, folders=CODE_FOLDERS):
    """Paths under the folders whose names end in one of the suffixes, sorted; "." stands for the root's own files."""
    found = []
    for folder in folders:
        start = root / folder
        candidates = start.iterdir() if folder == "." else start.rglob("*")
        for path in candidates:
            relative = path.relative_to(root)
            if path.is_file() and path.name.endswith(suffixes) and not SKIPPED_FOLDERS.intersection(relative.parts):
                found.append(path)
    return sorted(found)


def read_text(path):
    return path.read_text(encoding="utf-8", errors="replace")


def write_sample(root, sample):
    for relative, text in sample.files.items():
        path = root / relative
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")


def failures_of_sample(check, sample):
    with tempfile.TemporaryDirectory() as folder:
        root = pathlib.Path(folder)
        write_sample(root, sample)
        findings = check(root)
    if sample.finding and not any(sample.finding in finding for finding in findings):
        return [f"sample '{sample.name}': expected a finding with '{sample.finding}', got {findings}"]
    if not sample.finding and findings:
        return [f"sample '{sample.name}': expected no finding, got {findings}"]
    return []


def run(check, samples, arguments=None):
    """main() of a check: `script ROOT` looks at the project, `script --self-test` at the samples."""
    arguments = sys.argv[1:] if arguments is None else arguments
    if arguments == ["--self-test"]:
        if not any(sample.finding for sample in samples) or all(sample.finding for sample in samples):
            sys.exit("a check needs bad and good samples")
        problems = [problem for sample in samples for problem in failures_of_sample(check, sample)]
        summary = f"{len(samples)} samples, {len(problems)} judged wrongly"
    elif len(arguments) == 1:
        problems = check(pathlib.Path(arguments[0]).resolve())
        summary = f"{len(problems)} findings"
    else:
        sys.exit("usage: check ROOT | --self-test")
    for problem in problems:
        print(problem)
    print(summary)
    sys.exit(1 if problems else 0)
