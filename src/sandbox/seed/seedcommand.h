#pragma once

#include <QStringList>

class QCoreApplication;

namespace poolscope::sandbox {

// `poolscope sandbox seed --users N [--data DIR] [--pool ID] [--seed NUMBER] [--sign-in N]`; arguments: those after
// "seed". Runs application's event loop; progress goes to stderr, what was done to stdout. Exit codes: 0 all users are
// there, 1 none is (folder in use, no such pool, SIGTERM...), 2 wrong options.
int runSeed(QCoreApplication &application, const QStringList &arguments);

} // namespace poolscope::sandbox
