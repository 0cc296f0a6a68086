"""Dependencies point one way: app -> ui -> src, and inside src from right to left of LAYERS; src needs no screen."""

import os
import re

import lint

# Folders of one row do not know each other; a row may use the rows above it.
LAYERS = (
    ("core",),
    ("crypto", "json", "process", "database", "httpserver"),
    ("model",),
    ("transport", "tokens"),
    ("cognito", "activity"),
    ("secrets", "profiles"),
    ("credentials",),
    ("auth", "users", "triggers", "identity"),
    ("diagnosis",),
    ("sandbox",),
    ("rehearsal",),
)
LAYER_OF = {folder: index for index, row in enumerate(LAYERS) for folder in row}
INCLUDE = re.compile(r'^\s*#\s*include\s*([<"])([^>"]+)[>"]')
LINKED = re.compile(r"\bpoolscope_(\w+)")
SCREEN_MODULES = ("QtGui", "QtWidgets", "QtQml", "QtQuick", "QtSvg", "QtOpenGL", "QtPrintSupport")
QT_MODULES_OF_SRC = ("QtCore", "QtNetwork", "QtSql")
# Where Qt's headers lie: a list like CMake's, set by the test's registration.
QT_INCLUDE_FOLDERS = [folder for folder in os.environ.get("POOLSCOPE_QT_INCLUDES", "").split(";") if folder]


def may_use(folder, other):
    return folder == other or (other in LAYER_OF and LAYER_OF[other] < LAYER_OF[folder])


def is_screen_header(name):
    module, _, rest = name.partition("/")
    if rest:
        return module in SCREEN_MODULES
    if not re.fullmatch(r"Q[A-Za-z0-9]+|q[a-z0-9_]+\.h", name):
        return False
    candidates = [os.path.join(folder, module) for folder in QT_INCLUDE_FOLDERS for module in QT_MODULES_OF_SRC]
    return not any(os.path.exists(os.path.join(folder, name)) for folder in candidates)


def problem_in_src(folder, quote, name):
    if quote == "<":
        return f"src uses <{name}>, which needs a screen" if is_screen_header(name) else None
    first = name.split("/")[0]
    if first in ("ui", "app"):
        return f'src must not know {first}: "{name}"'
    if "/" in name and first in LAYER_OF and not may_use(folder, first):
        return f'{folder} must not know {first}: "{name}"'
    return None


def problem_in_ui(quote, name):
    if quote == '"' and name.split("/")[0] == "app":
        return f'ui must not know app: "{name}"'
    return None


def includes(path):
    for number, line in enumerate(lint.read_text(path).splitlines(), 1):
        match = INCLUDE.match(line)
        if match:
            yield number, match[1], match[2]


def is_own_header(path, quote, name):
    return quote == '"' and name.split("/")[-1] == f"{path.stem}.h"


def findings_in_code(root, path):
    parts = path.relative_to(root).parts
    found = list(includes(path))
    for number, quote, name in found:
        problem = None
        if "../" in name:
            problem = f'includes start at a layer, not with "..": "{name}"'
        elif parts[0] == "src":
            problem = problem_in_src(parts[1], quote, name)
        elif parts[0] == "ui":
            problem = problem_in_ui(quote, name)
        if problem:
            yield f"{path.relative_to(root)}:{number}: {problem}"
    if path.suffix == ".h" and "#pragma once" not in lint.read_text(path):
        yield f"{path.relative_to(root)}:1: a header starts with #pragma once"
    if path.suffix == ".cpp" and path.with_suffix(".h").exists() and found and not is_own_header(path, *found[0][1:]):
        yield f"{path.relative_to(root)}:{found[0][0]}: the own header comes first"


def findings_in_links(root, path):
    folder = path.relative_to(root).parts[1]
    for number, line in enumerate(lint.read_text(path).splitlines(), 1):
        for other in LINKED.findall(line):
            if other in LAYER_OF and not may_use(folder, other):
                yield f"{path.relative_to(root)}:{number}: {folder} must not link {other}"


def check(root):
    findings = []
    for folder in sorted((root / "src").iterdir()) if (root / "src").is_dir() else []:
        if folder.is_dir() and folder.name not in LAYER_OF:
            findings.append(f"src/{folder.name}:1: a folder without a place in the layers")
    for path in lint.files(root, (".cpp", ".h"), ("app", "ui", "src")):
        findings.extend(findings_in_code(root, path))
    for path in lint.files(root, ("CMakeLists.txt",), ("src",)):
        findings.extend(findings_in_links(root, path))
    return findings


SAMPLES = (
    lint.Sample("a widget in src", {"src/auth/a.cpp": "#include <QWidget>\n"}, "<QWidget>, which needs a screen"),
    lint.Sample("a module in src", {"src/auth/a.cpp": "#include <QtGui/QIcon>\n"}, "needs a screen"),
    lint.Sample("a lower-case header", {"src/auth/a.cpp": "#include <qwidget.h>\n"}, "needs a screen"),
    lint.Sample("ui in src", {"src/auth/a.cpp": '#include "ui/common/card.h"\n'}, "src must not know ui"),
    lint.Sample("app in ui", {"ui/mail/a.cpp": '#include "app/main.h"\n'}, "ui must not know app"),
    lint.Sample("upwards", {"src/model/a.h": '#pragma once\n#include "auth/session.h"\n'}, "model must not know auth"),
    lint.Sample("sideways", {"src/crypto/a.cpp": '#include "json/value.h"\n'}, "crypto must not know json"),
    lint.Sample("a link upwards", {"src/json/CMakeLists.txt": "LINKS poolscope_model\n"}, "json must not link model"),
    lint.Sample("round about", {"ui/mail/a.cpp": '#include "../../app/main.h"\n'}, "includes start at a layer"),
    lint.Sample("no guard", {"src/core/a.h": "class A;\n"}, "#pragma once"),
    lint.Sample("own header later", {"src/core/a.h": "#pragma once\n",
                                     "src/core/a.cpp": '#include <QString>\n#include "core/a.h"\n'}, "own header"),
    lint.Sample("a new folder", {"src/misc/a.h": "#pragma once\n"}, "without a place"),
    lint.Sample("all well", {
        "src/core/a.h": "#pragma once\n#include <QString>\n#include <QtCore/QObject>\n#include <vector>\n",
        "src/core/a.cpp": '#include "core/a.h"\n\n#include <QUrl>\n#include <openssl/evp.h>\n',
        "src/auth/b.cpp": '#include "core/a.h"\n#include <QNetworkReply>\n#include <QSqlQuery>\n',
        "src/auth/CMakeLists.txt": "LINKS poolscope_core poolscope_flags\n",
        "ui/mail/c.cpp": '#include "auth/b.h"\n#include "ui/common/card.h"\n#include <QWidget>\n',
        "app/main.cpp": '#include "ui/mail/c.h"\n#include <QApplication>\n',
    }),
)

if __name__ == "__main__":
    lint.run(check, SAMPLES)
