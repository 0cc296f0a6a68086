#pragma once

#include <QByteArray>
#include <QString>

#include <optional>

namespace poolscope::sandbox {

// Opaque tokens of lists, good for an hour. scope: what the list is of (its filter too), so that a token of one list is
// none of another.
QString makePageToken(const QByteArray &key, const QString &scope, const QString &position, qint64 nowMs);
std::optional<QString> readPageToken(const QByteArray &key, const QString &scope, const QString &token, qint64 nowMs);

} // namespace poolscope::sandbox
