#pragma once

#include <QStringList>

class QCoreApplication;

namespace poolscope::sandbox {

// `poolscope sandbox [--port N] [--data DIR] [--region R] [--issuer local] [--choice NAME=VALUE]... [--list-choices]`.
// arguments: those after "sandbox"; when they begin with "seed", seed/seedcommand.h does the rest. Prints "Listening on http://127.0.0.1:N" and runs application's event loop until
// SIGTERM or SIGINT. Exit codes: 0 ended cleanly, 1 could not run (port or folder in use, damaged...), 2 wrong options.
int runHeadless(QCoreApplication &application, const QStringList &arguments);

} // namespace poolscope::sandbox
