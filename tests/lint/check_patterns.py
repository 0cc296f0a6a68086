"""What must not stand in the sources: nested event loops and waits, notes left open, emoji, paths of one machine."""

import dataclasses
import os
import re

import lint

CODE = (".cpp", ".h")
TEXT = CODE + (".py", ".sh", ".txt", ".cmake", ".json", ".tsv", ".md", ".xml", ".desktop", ".ts", ".js", ".mjs", ".1",
               "dev", "run", ".supp", ".in", ".qrc", ".svg")
EVERYWHERE = (".", ".ci", "app", "ui", "src", "resources", "packaging", "tests")
PROGRAM = ("app", "ui", "src")


@dataclasses.dataclass(frozen=True)
class Rule:
    name: str
    pattern: re.Pattern
    folders: tuple
    suffixes: tuple
    advice: str
    allowed: tuple = ()  # (start of the path, pattern in the line)


def own_paths():
    """The checkout and the home directory, as they would look in a file that was written on this machine."""
    paths = [os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__)))), os.path.expanduser("~")]
    return [re.escape(path) for path in paths if path.count("/") > 1]


RULES = (
    Rule("nested event loop", re.compile(r"\bQEventLoop\b|\bprocessEvents\b|(?:\.|->|::)exec\(\)|\bco_await\b"),
         PROGRAM, CODE, "no nested event loops: a context object and a handler",
         (("app/", r"\bQ(?:Core|Gui)?Application::exec\(\)|\b[Aa]pp(?:lication)?(?:\.|->)exec\(\)"),
          # The program's own loop, without a window.
          ("src/sandbox/headless.cpp", r"\bapplication\.exec\(\)"),
          ("src/sandbox/seed/seedcommand.cpp", r"\bapplication\.exec\(\)"),
          ("src/database/", r"\b(?:m_)?(?:query|statement)(?:\.|->)exec\(\)"))),
    Rule("blocking wait", re.compile(r"\bwaitFor[A-Z]\w*\("), PROGRAM, CODE, "nothing blocks: use signals"),
    Rule("sleep", re.compile(r"\b(?:QThread::m?sleep|QTest::qSleep|QTest::qWait|sleep_for|sleep_until)\b"),
         PROGRAM + ("tests",), CODE, "no sleeps: wait for what is to happen (QTRY_*, QSignalSpy)",
         # A sender that drips, and an answer that must not come.
         (("tests/unit/httpserver/tst_httpconnections.cpp", r"qWait\((?:20|400)\)"),
          # Pictures, no tests: lets what was shown be painted.
          ("tests/ui/screenshots.cpp", r"qWait"), ("tests/ui/shots/", r"qWait"),
          # Measures a program at rest.
          ("tests/bench/", r"sleep_for"))),
    Rule("own instance()", re.compile(r"\bstatic\s+\w+\s*[&*]\s*instance\("), PROGRAM, CODE, "no singletons"),
    Rule("open note", re.compile(r"\b(?:TO" r"DO|FIX" r"ME|X" r"XX|HA" r"CK)\b"), EVERYWHERE, TEXT,
         "do it, or leave it out"),
    Rule("emoji", re.compile("[\U0001F000-\U0001FAFF\u2600-\u26FF\u2705\u270A-\u270D\u2728\u274C\u2753-\u2757\uFE0F]"),
         (".", "app", "ui", "src", "resources", "packaging"), TEXT, "icons come from the icon theme"),
    Rule("path of one machine",
         re.compile(r"(?<![\w.}/-])(?:" + "|".join([r"/root", r"/home/\w+"] + own_paths()) + r")/"),
         EVERYWHERE, TEXT, "paths come from the surroundings"),
    Rule("download address", re.compile(r'"resolved":'), ("tests",), ("package-lock.json",),
         "the lock file names no download addresses"),
)


def is_allowed(rule, relative, line):
    return any(relative.startswith(start) and re.search(pattern, line) for start, pattern in rule.allowed)


def check(root):
    findings = []
    for rule in RULES:
        for path in lint.files(root, rule.suffixes, rule.folders):
            relative = path.relative_to(root).as_posix()
            for number, line in enumerate(lint.read_text(path).splitlines(), 1):
                if rule.pattern.search(line) and not is_allowed(rule, relative, line):
                    findings.append(f"{relative}:{number}: {rule.name}: {rule.advice}: {line.strip()[:100]}")
    return findings


SAMPLES = (
    lint.Sample("a dialog's loop", {"ui/a.cpp": "dialog.exec();\n"}, "nested event loop"),
    lint.Sample("a menu's loop", {"ui/a.cpp": "menu->exec();\n"}, "nested event loop"),
    lint.Sample("an event loop", {"src/auth/a.cpp": "Q" "EventLoop loop;\n"}, "nested event loop"),
    lint.Sample("events by hand", {"app/a.cpp": "QCoreApplication::process" "Events();\n"}, "nested event loop"),
    lint.Sample("a query outside the database", {"src/sandbox/a.cpp": "query.exec();\n"}, "nested event loop"),
    lint.Sample("a wait", {"src/process/a.cpp": "process.waitFor" "Finished(-1);\n"}, "blocking wait"),
    lint.Sample("a sleep", {"tests/unit/a.cpp": "QTest::q" "Wait(100);\n"}, "sleep"),
    lint.Sample("a singleton", {"src/core/a.h": "static Store &instance();\n"}, "no singletons"),
    lint.Sample("a note", {"src/core/a.cpp": "// TO" "DO: later\n"}, "open note"),
    lint.Sample("a note in a script", {".ci/run": "# FIX" "ME\n"}, "open note"),
    lint.Sample("a face", {"ui/a.cpp": 'tr("Done \U0001F600")\n'}, "emoji"),
    lint.Sample("a home directory", {"README.md": "see /ho" "me/someone/notes\n"}, "path of one machine"),
    lint.Sample("root's home", {"packaging/dev": "cp /ro" "ot/x .\n"}, "path of one machine"),
    lint.Sample("an address", {"tests/interop/package-lock.json": '"reso' 'lved": "https://x"\n'}, "download address"),
    lint.Sample("all well", {
        "app/main.cpp": "return QApplication::exec();\n",
        "src/database/statement.cpp": "if (!m_query.exec())\n",
        "src/database/statement2.cpp": 'query.exec(u"PRAGMA quick_check"_qs);\n',
        "tests/unit/a.cpp": "QTRY_VERIFY(spy.count() == 1);\n",
        "README.md": "Settings lie in ~/.config/poolscope. The list todo is fine.\n",
    }),
)

if __name__ == "__main__":
    lint.run(check, SAMPLES)
