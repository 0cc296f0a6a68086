#pragma once

#include "loadclient.h"

#include <optional>
#include <random>

namespace poolscope::load {

struct Pool
{
    QString poolId;
    QString clientId;
};

using Dice = std::mt19937;

// A user whom one client makes, uses and deletes: what the sandbox has acknowledged of it, and what it may have done
// without being able to say so.
class Person final
{
public:
    explicit Person(QString name)
        : m_name(std::move(name))
    {
    }

    // One operation that may come next, and whether its answer is right: empty, or what is wrong with it. Nothing is
    // wrong with a connection that is cut.
    QString step(const Pool &pool, Client &client, Dice &dice);
    // After a kill: whether all is there that was acknowledged. Empty, or what is not.
    QString check(const Pool &pool, Client &client);

    bool isGone() const { return m_wasThere && !m_known.exists; }
    bool needsCheck() const { return m_needsCheck; }

private:
    struct State
    {
        bool exists = false;
        bool confirmed = false;
        QString nickname;
        QString password;
    };

    QString change(Client &client, const QByteArray &operation, const json::Value &request, const State &after);
    QString expect(Client &client, const QByteArray &operation, const json::Value &request, const QString &code) const;
    QString beforeConfirmation(const Pool &pool, Client &client, int roll);
    QString whenConfirmed(const Pool &pool, Client &client, int roll);
    QString signUp(const Pool &pool, Client &client);
    QString signIn(const Pool &pool, Client &client);
    QString look(Client &client) const;
    QString rename(Client &client, int roll);
    QString changePassword(Client &client, int roll);
    bool matches(const State &state, const Answer &found, const Pool &pool, Client &client) const;

    json::Value asAdmin(const Pool &pool) const;
    json::Value asUser(const Pool &pool, const QString &password) const;
    json::Value credentials(const Pool &pool, const QString &password) const;

    QString m_name;
    QString m_sub;
    QString m_token;
    State m_known;
    std::optional<State> m_possible; // what a request without an answer would have made of it
    bool m_wasThere = false;
    bool m_triedWrong = false;
    int m_passwordChanges = 0;
    bool m_needsCheck = false;
};

} // namespace poolscope::load
