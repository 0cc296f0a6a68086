#pragma once

#include "auth/session.h"
#include "auth/storedsessions.h"
#include "model/cognitoidp.h"

#include <QList>
#include <QObject>
#include <QPointer>

#include <functional>
#include <memory>

namespace poolscope::secrets {
class SecretStore;
}

namespace poolscope::auth {

// The signed-in users of one open connection. All tokens are kept in the SecretStore: one entry a session and one index
// a connection, which holds names only. Restoring reads, and asks the service nothing. Where the store fails the sessions live in memory and
// storageProblemChanged() says so; they are written once the store answers again. Signing out outlives every
// page: it belongs to the manager. GUI thread; lives as long as its access.
class SessionManager final : public QObject
{
    Q_OBJECT

public:
    explicit SessionManager(UserPoolAccess *access, QObject *parent = nullptr);
    ~SessionManager() override;

    void restore(); // once, after the first paint; ends with restored()
    bool isRestored() const { return m_restored; }

    const QList<Session *> &sessions() const { return m_sessions; } // in the order of signing in
    Session *current() const { return m_current; }                  // null: nobody is signed in
    Session *find(const QString &id) const;
    void setCurrent(Session *session);

    // What a sign-in ended with. A session of the same user is renewed instead of doubled. Becomes current. Null when a
    // listener ended it at once.
    Session *adopt(const idp::AuthenticationResultType &result, const QString &typedName);

    // Ends all sessions here and forgets what is stored for the connection: they, those that were never restored, those
    // of other pools and app clients that it led to before, and the client secret. Nothing is revoked.
    void forgetEverything();

    // The same for a connection that is not open, for when it is deleted or its pools are gone: reads the index, then
    // removes every session it names, the index, and the client secret. Returns at once; the removing goes on as long as
    // `context` (and the store) live, then `done` is told: the store's error, where something is left. The index stays
    // with it, so that it can be called again.
    static void forgetStored(secrets::SecretStore &store, const QString &connectionId, QObject *context,
                             std::function<void(const Result<void> &)> done = {});

    // One translated sentence, or empty: the sessions are not stored, or a stored one could not be read.
    QString storageProblem() const { return m_storageProblem; }

signals:
    void restored();
    void sessionsChanged();
    void currentChanged(poolscope::auth::Session *session);
    void storageProblemChanged(const QString &sentence);

private:
    friend class Session;

    void indexRead(const Result<std::optional<QByteArray>> &bytes);
    void unmergedRead(const Result<std::optional<QByteArray>> &bytes);
    void readNamed(const QList<StoredSession> &named);
    void sessionRead(const StoredSession &entry, const Result<std::optional<QByteArray>> &bytes);
    void finishRestore();
    void storeAnswersAgain();
    Session *add(const QString &id);
    void store(Session *session);
    void storeIndex();
    QByteArray indexOfAll() const;
    void removeEntry(const QString &key);
    void written(const Result<void> &result, bool again);
    bool isInUse(const QString &key) const;
    void forget(Session *session);
    void endStorageProblem(); // where nothing of it is left
    void setStorageProblem(const QString &sentence);
    StoredSession stored(const Session *session) const;
    QString sessionKey(const Session *session) const;
    QString indexKey() const;

    enum class Index { NotRead, Reading, Known, Unreadable };

    UserPoolAccess *m_access;
    QList<Session *> m_sessions;
    Session *m_current = nullptr;
    QList<StoredSession> m_elsewhere;   // the index's sessions of other pools and app clients: they stay in it
    QString m_wantedCurrent;            // by the index
    QString m_damage;                   // what the store said of the index
    std::unique_ptr<QObject> m_reading; // context of what restoring reads
    int m_pendingReads = 0;
    Index m_index = Index::NotRead;
    bool m_indexChanged = false; // while it was being read
    bool m_mergesIndex = false;  // sessions of the other index are to be added to it
    bool m_restored = false;
    bool m_unsaved = false;   // a write failed: everything is written again once the store answers, or a write succeeds
    bool m_again = false;     // that is being done: what fails then waits for something new
    bool m_entryLost = false; // the problem that is told stays until somebody signs in again
    QStringList m_unremoved;  // keys whose removal failed
    QString m_storageProblem;
};

} // namespace poolscope::auth
