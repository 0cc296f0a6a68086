#pragma once

#include "core/result.h"
#include "profiles/connection.h"

#include <QByteArrayView>
#include <QStringList>

namespace poolscope::profiles {

struct ImportedConnection
{
    Connection connection;     // without an id; its name may be empty
    QString clientSecret = {}; // where the file holds it: for the keychain only
    bool operator==(const ImportedConnection &) const = default;
};

struct Import
{
    QList<ImportedConnection> connections; // at least one
    QStringList notes;                     // translated sentences about what was not taken, and where requests would go
};

// A larger file is not read.
inline constexpr qint64 importLimit = 1024 * 1024;
// Of a file that names more of them, the first ones count.
inline constexpr qsizetype mostImported = 50;

// The connections that a file names: amplify_outputs.json, aws-exports.js (and other JavaScript, read as text and never run),
// amplifyconfiguration.json, .env files, and what exportConnection() writes. What kind of file it is is seen from its name,
// or else from its content. Error: Validation "NothingToImport", one sentence without anything that stands in the file. Pure.
Result<Import> importConnections(const QString &fileName, QByteArrayView bytes);

// The same of a file on the disk, which blocks: not for the GUI thread. Connections without a name get that of the folder.
Result<Import> importFile(const QString &path);

} // namespace poolscope::profiles
