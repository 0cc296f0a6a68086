#pragma once

#include "core/result.h"
#include "transport/activitylog.h"

#include <QObject>

#include <functional>

namespace poolscope::activity {

// Makes an HTTP Archive of those entries and writes it to that file, readable by its owner only, on a thread of the global
// pool. The file is there whole or as it was before. The handler gets how many requests it has, or why it could not be
// written; it runs once, never once the context is gone.
void writeHar(const QString &filePath, const QList<transport::ActivityEntry> &entries, QObject *context,
              std::function<void(const Result<qsizetype> &)> handler);

} // namespace poolscope::activity
