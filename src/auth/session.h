#pragma once

#include "core/result.h"
#include "model/cognitoidp.h"
#include "transport/useraction.h"

#include <QObject>
#include <QPointer>
#include <QString>

#include <functional>
#include <optional>

namespace poolscope::auth {

class SessionManager;
class UserPoolAccess;

struct Tokens
{
    QString idToken;
    QString accessToken;
    QString refreshToken; // opaque
    QString tokenType;
    QString deviceKey;
    QString deviceGroupKey;
    qint64 receivedAtMs = 0;      // by the connection's clock
    qint64 accessExpiresAtMs = 0; // the token's exp, or from ExpiresIn; 0: unknown
    bool operator==(const Tokens &) const = default;
};

// One signed-in user of one connection. Made, kept and destroyed by the SessionManager; watch it with a QPointer. GUI
// thread.
class Session final : public QObject
{
    Q_OBJECT

public:
    enum class State {
        Active,
        NeedsSignIn, // the service refuses the refresh token; the old tokens can still be looked at
        SigningOut,
        Ended, // about to be destroyed
    };
    Q_ENUM(State)

    QString id() const { return m_id; }                   // the same for the same user of the same connection
    QString username() const { return m_username; }       // the pool's own: the `username` claim
    QString displayName() const { return m_displayName; } // e-mail, preferred user name, or what was typed
    State state() const { return m_state; }
    const Tokens &tokens() const { return m_tokens; }
    bool isExpired() const; // the access token, by the connection's clock

    // Asks for new tokens, once the pool's settings are no longer being read. Where it is not known whether the app client
    // rotates refresh tokens, both operations are tried before a refusal counts. While one request is under way all who ask wait for it. A refusal by the service makes the
    // session NeedsSignIn; any other failure leaves it as it is.
    void refresh(QObject *context, std::function<void(Result<void>)> handler);

    // An access token that is good for another minute at least, refreshed first where needed. The handler never runs inside
    // the call. Error: Validation "SignInNeeded" when there is no way to one.
    void withAccessToken(QObject *context, std::function<void(Result<QString>)> handler);

    // RevokeToken, then forgets the session here whatever the answer. A refresh under way is waited for, because it may
    // bring a rotated token.
    void signOutHere();
    void signOutEverywhere(); // GlobalSignOut, then forgets it here; stays when the request could not be made

signals:
    void tokensChanged();
    void stateChanged(poolscope::auth::Session::State state);
    void signOutFailed(const poolscope::Error &error); // here: forgotten all the same, but not revoked
    void ended();                                      // last; the object goes with the next turn of the event loop

private:
    friend class SessionManager;
    struct Waiting;

    Session(SessionManager *manager, UserPoolAccess *access, QString id);
    ~Session() override;
    void setTokens(const Tokens &tokens);
    void setState(State state);
    void sendRefresh();
    void sendPlain();
    void sendRotating(const std::optional<Error> &refused);
    template<class Response>
    Result<Tokens> tokensIn(const Result<Response> &response) const;
    idp::InitiateAuthRequest plainRequest() const;
    idp::GetTokensFromRefreshTokenRequest rotatingRequest() const;
    void refreshed(const Result<Tokens> &result);
    void revoke(const QString &token, int generation);
    void revokeForgotten(const QString &token);
    bool isStale(int generation) const { return generation != m_generation; }
    void signOutRefused(State before, const Error &error);

    SessionManager *m_manager;
    UserPoolAccess *m_access;
    QString m_id;
    QString m_username;
    QString m_displayName;
    Tokens m_tokens;
    State m_state = State::Active;
    int m_generation = 0;                  // raised by a new sign-in: answers to what was asked before are stale
    int m_asked = 0;                       // the generation of the refresh under way
    transport::UserAction m_refreshAction; // the same
    bool m_refreshing = false;
    QList<Waiting> m_waiting;
};

} // namespace poolscope::auth
