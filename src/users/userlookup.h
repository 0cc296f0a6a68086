#pragma once

#include "core/error.h"
#include "model/cognitoidp.h"
#include "transport/callhandle.h"
#include "users/lookupresult.h"

#include <QObject>
#include <QQueue>
#include <QSet>

namespace poolscope::cognito {
class IdpClient;
}

namespace poolscope::users {

// Finds users by whatever somebody gives as their name. Uses ListUsers only (one condition a request, at most 256
// characters, a page may be empty and go on), which AWS does not count as an active user; resolve() asks AdminGetUser,
// which it may. One search at a time, a new one ends the one before. GUI thread.
class UserLookup final : public QObject
{
    Q_OBJECT

public:
    // The client outlives the lookup.
    UserLookup(cognito::IdpClient &client, QString userPoolId, QObject *parent = nullptr);

    void find(const QString &text);
    void resolve(const QString &name); // whom the service takes the name for
    void cancel();
    bool isBusy() const { return m_busy; }

signals:
    void busyChanged(bool busy);
    void found(const poolscope::users::LookupResult &result);
    void resolved(const poolscope::idp::AdminGetUserResponse &user);
    // Of the service, or kind Validation with code "NameMissing" or "NameTooLong".
    void failed(const poolscope::Error &error);

private:
    void askNext();
    void ask(const QString &filter, const std::optional<QString> &page);
    void take(const QString &filter, const idp::ListUsersResponse &response, const std::optional<QString> &page);
    void askForSimilar();
    void finish();
    void fail(const Error &error);
    void setBusy(bool busy);

    cognito::IdpClient &m_client;
    QString m_userPoolId;
    transport::UserAction m_action; // of the lookup under way
    QQueue<QString> m_filters;
    LookupResult m_result;
    QSet<QString> m_seen; // user names
    int m_pages = 0;      // of the filter under way
    int m_count = 0;      // users on them
    bool m_exact = true;
    bool m_busy = false;
    transport::CallHandle m_pending;
};

// What is meant by a pasted text: "Sunny Day <sunny@example.com>" means the address; blanks and brackets in a phone
// number mean nothing.
QString cleanName(const QString &text);

} // namespace poolscope::users
