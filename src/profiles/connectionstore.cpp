#include "profiles/connectionstore.h"

#include "profiles/connectionjson.h"
#include "json/reader.h"
#include "json/writer.h"

#include <QDateTime>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QSaveFile>
#include <QUuid>

#include <algorithm>
#include <utility>

namespace poolscope::profiles {

namespace {

constexpr int currentFormat = 1;
const QString removedMember = QStringLiteral("removed");
const QString recentMember = QStringLiteral("recent");

Connection sandboxConnection()
{
    return {.id = sandboxId,
            .name = QCoreApplication::translate("Connections", "Sandbox"),
            .kind = Connection::Kind::Sandbox,
            .environment = Environment::Sandbox};
}

// Only what may be chosen on the sandbox; the rest of it is fixed.
Connection sandboxWith(const Connection &chosen)
{
    Connection sandbox = sandboxConnection();
    sandbox.userPoolId = chosen.userPoolId;
    sandbox.clientId = chosen.clientId;
    sandbox.hasClientSecret = chosen.hasClientSecret;
    return sandbox;
}

QString nameOf(ConnectionProblem::Field field)
{
    switch (field) {
    case ConnectionProblem::Field::Name:
        return QStringLiteral("Name");
    case ConnectionProblem::Field::Region:
        return QStringLiteral("Region");
    case ConnectionProblem::Field::UserPoolId:
        return QStringLiteral("UserPoolId");
    case ConnectionProblem::Field::ClientId:
        return QStringLiteral("ClientId");
    case ConnectionProblem::Field::Endpoint:
        return QStringLiteral("Endpoint");
    case ConnectionProblem::Field::KeyProfile:
        return QStringLiteral("KeyProfile");
    }
    return {};
}

Result<void> judged(const Connection &connection)
{
    for (const ConnectionProblem &problem : validate(connection)) {
        if (problem.blocking)
            return failure(Error::validation(nameOf(problem.field), problem.text));
    }
    return {};
}

Error unknownConnection()
{
    return Error::validation(QStringLiteral("UnknownConnection"),
                             QCoreApplication::translate("Connections", "This connection does not exist any more."));
}

} // namespace

ConnectionStore::ConnectionStore(const QString &filePath, QObject *parent)
    : QObject(parent)
    , m_filePath(filePath)
    , m_connections{sandboxConnection()}
    , m_originals{json::Value::object()}
    , m_root(json::Value::object())
    , m_lastUsed(sandboxId)
{
}

void ConnectionStore::load()
{
    m_connections.first() = sandboxConnection(); // by now its name can be translated
    QFile file(m_filePath);
    if (!file.exists())
        return;
    if (!file.open(QIODevice::ReadOnly)) {
        m_writable = false;
        m_problem = QCoreApplication::translate("Connections",
                                                "The connections could not be read (%1). They are left as they are.")
                        .arg(file.errorString());
        return;
    }
    const auto document = json::read(file.readAll());
    if (!document || !document->root.isObject() || !document->root.value(u"connections").isArray()) {
        file.close();
        moveAside();
        return;
    }
    const auto format = document->root.value(u"format").toInteger();
    if (format && *format > currentFormat) {
        m_writable = false;
        m_problem = QCoreApplication::translate(
            "Connections", "The connections were written by a later version of Poolscope. Changes will not be saved.");
    }
    readDocument(document->root);
    emit connectionsChanged();
}

void ConnectionStore::readDocument(const json::Value &root)
{
    m_root = root;
    const json::Value connections = root.value(u"connections");
    for (const json::Value &element : connections.elements()) {
        auto connection = connectionFromJson(element);
        if (!connection)
            continue;
        if (connection->id == sandboxId) {
            m_connections.first() = sandboxWith(*connection);
            m_originals.first() = element;
        } else if (indexOf(connection->id) < 0) {
            m_connections.append(*std::move(connection));
            m_originals.append(element);
        }
    }
    const QString lastUsed = root.value(u"lastUsed").toString();
    if (indexOf(lastUsed) >= 0)
        m_lastUsed = lastUsed;
    const json::Value recent = root.value(recentMember);
    for (const json::Value &element : recent.elements()) {
        const QString id = element.toString();
        if (indexOf(id) >= 0 && !m_recent.contains(id) && m_recent.size() < recentLimit)
            m_recent.append(id);
    }
    const json::Value removed = root.value(removedMember);
    for (const json::Value &element : removed.elements()) {
        const QString id = element.toString();
        if (!id.isEmpty() && indexOf(id) < 0) // whose file was put together by hand keeps his sign-ins
            m_removed.append(id);
    }
}

void ConnectionStore::moveAside()
{
    const QString date = QDateTime::currentDateTimeUtc().toString(QStringLiteral("yyyyMMdd-HHmmss-zzz"));
    const QString aside = QStringLiteral("%1.damaged-%2").arg(m_filePath, date);
    if (QFile::rename(m_filePath, aside)) {
        m_problem = QCoreApplication::translate("Connections",
                                                "The connections could not be read. The damaged file was kept as %1.")
                        .arg(aside);
    } else {
        m_writable = false;
        m_problem = QCoreApplication::translate(
            "Connections",
            "The connections could not be read, and the damaged file could not be moved. Changes will not "
            "be saved.");
    }
}

std::optional<Connection> ConnectionStore::find(const QString &id) const
{
    const int index = indexOf(id);
    return index < 0 ? std::nullopt : std::optional(m_connections.at(index));
}

QString ConnectionStore::lastUsedId() const
{
    return m_lastUsed;
}

QList<Connection> ConnectionStore::recentConnections() const
{
    QList<Connection> recent;
    for (const QString &id : m_recent)
        recent.append(m_connections.at(indexOf(id)));
    return recent;
}

int ConnectionStore::indexOf(const QString &id) const
{
    const auto found =
        std::find_if(m_connections.cbegin(), m_connections.cend(), [&](const Connection &c) { return c.id == id; });
    return found == m_connections.cend() ? -1 : int(found - m_connections.cbegin());
}

// Makes the change, writes the file, and takes the change back when the file could not be written.
template<class Change>
Result<void> ConnectionStore::change(Change make)
{
    const auto connections = m_connections;
    const auto originals = m_originals;
    const auto lastUsed = m_lastUsed;
    const auto recent = m_recent;
    const auto removed = m_removed;
    make();
    if (auto saved = save(); !saved) {
        m_connections = connections;
        m_originals = originals;
        m_lastUsed = lastUsed;
        m_recent = recent;
        m_removed = removed;
        return saved;
    }
    emit connectionsChanged();
    return {};
}

Result<QString> ConnectionStore::add(Connection connection)
{
    if (auto fine = judged(connection); !fine)
        return failure(fine.error());
    connection.id = QUuid::createUuid().toString(QUuid::WithoutBraces);
    auto done = change([&] {
        m_connections.append(connection);
        m_originals.append(json::Value::object());
    });
    if (!done)
        return failure(done.error());
    return connection.id;
}

Result<void> ConnectionStore::update(const Connection &connection)
{
    const int index = indexOf(connection.id);
    if (index < 0)
        return failure(unknownConnection());
    Connection updated = connection;
    if (connection.id == sandboxId)
        updated = sandboxWith(connection);
    if (auto fine = judged(updated); !fine)
        return fine;
    return change([&] { m_connections[index] = updated; });
}

Result<void> ConnectionStore::remove(const QString &id)
{
    const int index = indexOf(id);
    if (index < 0)
        return failure(unknownConnection());
    if (id == sandboxId)
        return failure(Error::validation(QStringLiteral("SandboxStays"),
                                         QCoreApplication::translate("Connections", "The sandbox cannot be removed.")));
    return change([&] {
        m_connections.removeAt(index);
        m_originals.removeAt(index);
        m_removed.append(id);
        m_recent.removeAll(id);
        if (m_lastUsed == id)
            m_lastUsed = sandboxId;
    });
}

Result<void> ConnectionStore::secretsRemoved(const QString &id)
{
    const QStringList before = m_removed;
    if (m_removed.removeAll(id) == 0)
        return {};
    auto saved = save();
    if (!saved)
        m_removed = before;
    return saved;
}

Result<void> ConnectionStore::setLastUsed(const QString &id)
{
    if (indexOf(id) < 0)
        return failure(unknownConnection());
    if (m_lastUsed == id && m_recent.value(0) == id)
        return {};
    return change([&] {
        m_lastUsed = id;
        m_recent.removeAll(id);
        m_recent.prepend(id);
        m_recent = m_recent.first(std::min(m_recent.size(), recentLimit));
    });
}

Result<void> ConnectionStore::save()
{
    const QString code = QStringLiteral("ConnectionsNotSaved");
    if (!m_writable)
        return failure(Error::storage(code, m_problem));

    json::Value list = json::Value::array();
    for (qsizetype i = 0; i < m_connections.size(); ++i)
        list.append(connectionToJson(m_connections.at(i), m_originals.at(i)));
    m_root.set(QStringLiteral("format"), currentFormat);
    m_root.set(QStringLiteral("lastUsed"), m_lastUsed);
    m_root.set(QStringLiteral("connections"), list);
    json::Value recent = json::Value::array();
    for (const QString &id : std::as_const(m_recent))
        recent.append(id);
    m_root.set(recentMember, recent);
    json::Value removed = json::Value::array();
    for (const QString &id : std::as_const(m_removed))
        removed.append(id);
    m_root.remove(removedMember);
    if (!m_removed.isEmpty())
        m_root.set(removedMember, removed);

    QDir().mkpath(QFileInfo(m_filePath).absolutePath());
    QSaveFile file(m_filePath);
    const QByteArray bytes = json::write(m_root, json::Layout::Indented);
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size() || !file.commit()) {
        const QString text = QCoreApplication::translate("Connections", "The connections could not be saved: %1.");
        return failure(Error::storage(code, text.arg(file.errorString())));
    }
    return {};
}

} // namespace poolscope::profiles
