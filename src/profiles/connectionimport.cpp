#include "profiles/connectionimport.h"

#include "core/visibletext.h"
#include "profiles/amplifyobjects.h"
#include "profiles/connectionfile.h"
#include "profiles/dotenv.h"
#include "profiles/jsobjects.h"
#include "json/reader.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QStringDecoder>

#include <algorithm>

namespace poolscope::profiles {

namespace {

struct ImportText final
{
    Q_DECLARE_TR_FUNCTIONS(ConnectionImport)
};

enum class FileKind { Json, JavaScript, Variables };

tl::unexpected<Error> notImported(const QString &sentence)
{
    return failure(Error::validation(QStringLiteral("NothingToImport"), sentence));
}

FileKind kindOf(const QString &fileName, QByteArrayView bytes)
{
    const QString name = fileName.toLower();
    if (name.startsWith(u".env") || name.endsWith(u".env"))
        return FileKind::Variables;
    for (const QStringView suffix : {u".js", u".mjs", u".cjs", u".ts"}) {
        if (name.endsWith(suffix))
            return FileKind::JavaScript;
    }
    if (name.endsWith(u".json"))
        return FileKind::Json;
    const auto first = std::find_if(bytes.begin(), bytes.end(), [](char c) { return c > ' '; });
    return first != bytes.end() && *first == '{' ? FileKind::Json : FileKind::Variables;
}

QByteArrayView withoutBom(QByteArrayView bytes)
{
    constexpr QByteArrayView bom("\xef\xbb\xbf");
    return bytes.startsWith(bom) ? bytes.sliced(bom.size()) : bytes;
}

Result<QList<ImportedConnection>> connectionsInJson(QByteArrayView bytes)
{
    const auto document = json::read(bytes);
    if (!document)
        return notImported(
            ImportText::tr("The file is not the JSON that was expected: %1").arg(describe(document.error())));
    const QList<ImportedConnection> exported = exportedConnections(document->root);
    return exported.isEmpty() ? amplifyConnections(document->root) : exported;
}

Result<QList<ImportedConnection>> connectionsInJavaScript(const QString &source)
{
    const auto objects = jsObjectsIn(source);
    if (!objects)
        return notImported(
            ImportText::tr("The file could not be read: a bracket, a string or a comment is not closed."));
    return amplifyConnections(*objects);
}

constexpr qsizetype longestName = 100;

// A file's names are shown in menus and lists.
QString shownName(const QString &name)
{
    QString shown = visibleText(name.simplified()).left(longestName);
    if (!shown.isEmpty() && shown.back().isHighSurrogate())
        shown.chop(1);
    return shown;
}

// Without the path, which is not used, and without what must not be shown.
QString addressOf(const Connection &connection)
{
    return visibleText(connection.endpoint.toDisplayString(QUrl::RemoveUserInfo | QUrl::RemovePath | QUrl::RemoveQuery |
                                                           QUrl::RemoveFragment))
        .left(longestName);
}

// Whoever does not see it sends passwords where the file wants them.
QString endpointNote(const QList<ImportedConnection> &connections)
{
    QStringList addresses;
    for (const ImportedConnection &imported : connections) {
        if (imported.connection.kind == Connection::Kind::Endpoint)
            addresses.append(addressOf(imported.connection));
    }
    addresses.removeDuplicates();
    if (addresses.isEmpty())
        return {};
    return ImportText::tr("The file names an endpoint: requests go to %1.").arg(addresses.join(QStringLiteral(", ")));
}

QStringList notesOn(const QList<ImportedConnection> &connections, const QList<std::pair<QString, QString>> &variables)
{
    QStringList notes;
    if (const QString endpoint = endpointNote(connections); !endpoint.isEmpty())
        notes.append(endpoint);
    const bool hasKeys = std::any_of(variables.cbegin(), variables.cend(),
                                     [](const auto &variable) { return variable.first == u"AWS_SECRET_ACCESS_KEY"; });
    if (hasKeys)
        notes.append(ImportText::tr("The AWS keys in the file were not taken."));
    const bool lacksClient =
        std::any_of(connections.cbegin(), connections.cend(),
                    [](const ImportedConnection &imported) { return imported.connection.clientId.isEmpty(); });
    if (lacksClient)
        notes.append(ImportText::tr("The file names no app client for the pool."));
    const bool lacksSecret =
        std::any_of(connections.cbegin(), connections.cend(), [](const ImportedConnection &imported) {
            return (imported.connection.hasClientSecret && imported.clientSecret.isEmpty()) ||
                   imported.connection.keys.kind == KeySource::Kind::Kept;
        });
    if (lacksSecret)
        notes.append(ImportText::tr("Secrets are not in the file: they have to be entered here."));
    return notes;
}

} // namespace

Result<Import> importConnections(const QString &fileName, QByteArrayView bytes)
{
    if (bytes.size() > importLimit)
        return notImported(ImportText::tr("The file is larger than 1 MB."));
    bytes = withoutBom(bytes);
    QStringDecoder decoder(QStringDecoder::Utf8, QStringDecoder::Flag::Stateless);
    const QString text = decoder(bytes);
    if (decoder.hasError())
        return notImported(ImportText::tr("The file is not text in UTF-8."));
    const FileKind kind = kindOf(fileName, bytes);
    QList<std::pair<QString, QString>> variables;
    Result<QList<ImportedConnection>> found;
    if (kind == FileKind::Variables) {
        variables = dotenvVariables(text);
        found = dotenvConnections(variables);
    } else {
        found = kind == FileKind::Json ? connectionsInJson(bytes) : connectionsInJavaScript(text);
    }
    if (!found)
        return failure(found.error());
    if (found->isEmpty())
        return notImported(ImportText::tr("No user pool was found in the file."));
    const bool hasMore = found->size() > mostImported;
    found->resize(std::min(found->size(), mostImported));
    for (ImportedConnection &one : *found)
        one.connection.name = shownName(one.connection.name);
    Import import{*found, notesOn(*found, variables)};
    if (hasMore)
        import.notes.append(
            ImportText::tr("The file names more than %1 user pools: the others were not taken.").arg(mostImported));
    return import;
}

Result<Import> importFile(const QString &path)
{
    const QFileInfo info(path);
    // A pipe or a device could keep us waiting for ever.
    if (!info.isFile())
        return notImported(ImportText::tr("%1 is not a file.").arg(path));
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return notImported(ImportText::tr("The file could not be read: %1").arg(file.errorString()));
    auto imported = importConnections(info.fileName(), file.read(importLimit + 1));
    if (imported) {
        for (ImportedConnection &one : imported->connections) {
            if (one.connection.name.isEmpty())
                one.connection.name = shownName(info.absoluteDir().dirName());
        }
    }
    return imported;
}

} // namespace poolscope::profiles
