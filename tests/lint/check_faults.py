"""tests/faults.md names a test for each of the forty faults, or why there is none; and the tests that it names are there."""

import re

import lint

TABLE = "tests/faults.md"
COUNT = 40
ROW = re.compile(r"^\| (\d+) \| (.+) \| (.+) \|$")
NONE = re.compile(r"^none: \S.{5,}$")


def test_source(root, name):
    """The file of "retries" or "clocks.py", whatever folder it is in; None where there is none."""
    wanted = name if name.endswith(".py") else f"tst_{name}.cpp"
    found = [path for path in lint.files(root, (wanted,), ("tests",)) if path.name == wanted]
    return found[0] if len(found) == 1 else None


def has_slot(path, slot):
    keyword = "def" if path.suffix == ".py" else "void"
    return re.search(rf"^\s*{keyword} {re.escape(slot)}\(", lint.read_text(path), re.MULTILINE)


def faults_of_tests(root, tests):
    if NONE.match(tests):
        return []
    findings = []
    for part in tests.split("; "):
        name, colon, slots = part.partition(": ")
        path = test_source(root, name)
        if not colon or not path:
            findings.append(f"there is no test {name}")
            continue
        findings.extend(f"{name} has no slot {slot}" for slot in slots.split(", ") if not has_slot(path, slot))
    return findings


def check(root):
    path = root / TABLE
    if not path.is_file():
        return [f"{TABLE}:1: there is no table of faults"]
    findings, numbers = [], []
    for line, text in enumerate(lint.read_text(path).splitlines(), 1):
        if row := ROW.match(text):
            numbers.append(int(row.group(1)))
            findings += [f"{TABLE}:{line}: {found}" for found in faults_of_tests(root, row.group(3))]
    if numbers != list(range(1, COUNT + 1)):
        findings.append(f"{TABLE}:1: the faults are not numbered from 1 to {COUNT}: {numbers}")
    return findings


TEST = {"tests/unit/a/tst_b.cpp": "private slots:\n    void c();\n", "tests/flow/d.py": "def e(app):\n    pass\n"}


def table(first="b: c; d.py: e", count=COUNT):
    rows = [f"| {number} | fault | {first if number == 1 else 'none: there is no such thing'} |"
            for number in range(1, count + 1)]
    return {TABLE: "\n".join(["| | fault | tests |", "| --- | --- | --- |", *rows]) + "\n"}


SAMPLES = (
    lint.Sample("no table", TEST, "no table of faults"),
    lint.Sample("a test that is not there", TEST | table("x: c"), "faults.md:3: there is no test x"),
    lint.Sample("a slot that is not there", TEST | table("b: c, gone"), "b has no slot gone"),
    lint.Sample("a function that is not there", TEST | table("d.py: gone"), "d.py has no slot gone"),
    lint.Sample("no reason", TEST | table("none: no"), "there is no test none"),
    lint.Sample("no slot named", TEST | table("b"), "there is no test b"),
    lint.Sample("one fault is missing", TEST | table(count=COUNT - 1), "not numbered"),
    lint.Sample("all there", TEST | table()),
)

if __name__ == "__main__":
    lint.run(check, SAMPLES)
