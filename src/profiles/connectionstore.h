#pragma once

#include "core/result.h"
#include "profiles/connection.h"
#include "json/value.h"

#include <QObject>
#include <QStringList>

#include <optional>

namespace poolscope::profiles {

// The connections on disk: one JSON file, written whole (QSaveFile). The sandbox is always there and first. Members
// this version does not know are kept. A file that cannot be read is moved aside and told by `problem()`; one of a later
// format is left as it is, and nothing is written. GUI thread; reading and writing take well under a millisecond.
class ConnectionStore final : public QObject
{
    Q_OBJECT

public:
    explicit ConnectionStore(const QString &filePath, QObject *parent = nullptr);

    void load(); // reads the file; without a file only the sandbox is there

    const QList<Connection> &connections() const { return m_connections; }
    std::optional<Connection> find(const QString &id) const;
    QString lastUsedId() const; // of an existing connection; the sandbox at first
    // Those that were used last, the latest first, and at most `recentLimit` of them.
    QList<Connection> recentConnections() const;
    static constexpr qsizetype recentLimit = 5;

    // Each of these writes the file. Errors: Validation (the first blocking problem; its field in Error::code as
    // "Name", "Region", "UserPoolId", "ClientId", "Endpoint", "KeyProfile"), Storage (nothing changed then).
    Result<QString> add(Connection connection);        // gives the new id
    Result<void> update(const Connection &connection); // the sandbox keeps its kind
    Result<void> remove(const QString &id);            // not the sandbox; its secrets are the caller's to remove
    Result<void> setLastUsed(const QString &id);

    // Removed connections of which secrets may still lie in the keychain, by id. They stay in the file until it was told
    // that nothing of them is left there, because nobody can list a keychain.
    const QStringList &removedIds() const { return m_removed; }
    Result<void> secretsRemoved(const QString &id); // writes the file; Storage: it stays among them

    QString problem() const { return m_problem; } // one translated sentence about the file that load() found, or empty
    bool isWritable() const { return m_writable; }

signals:
    void connectionsChanged();

private:
    template<class Change>
    Result<void> change(Change make);
    Result<void> save();
    void readDocument(const json::Value &root);
    void moveAside();
    int indexOf(const QString &id) const;

    QString m_filePath;
    QList<Connection> m_connections;
    QList<json::Value> m_originals; // beside m_connections: the object as read, with members unknown here
    json::Value m_root;
    QString m_lastUsed;
    QStringList m_recent; // ids of existing connections, the latest first
    QStringList m_removed;
    QString m_problem;
    bool m_writable = true;
};

} // namespace poolscope::profiles
