#include "auth/session.h"

#include "auth/readycall.h"
#include "auth/sessionmanager.h"
#include "auth/tokens.h"
#include "core/logging.h"

#include <utility>

namespace poolscope::auth {

namespace {

// A token that ends while a request is on its way is of no use.
constexpr qint64 marginMs = 60'000;

Error signInNeeded()
{
    return Error::validation(QStringLiteral("SignInNeeded"),
                             Session::tr("This session has ended. Sign in again to go on."));
}

Error withoutTokens()
{
    return {.kind = Error::Kind::Protocol,
            .code = QStringLiteral("IncompleteResult"),
            .message = Session::tr("The service answered the refresh without giving tokens.")};
}

bool isRefusal(const Error &error)
{
    return error.kind == Error::Kind::Service &&
           (error.code == idp::errors::NotAuthorizedException ||
            error.code == idp::errors::RefreshTokenReuseException || error.code == idp::errors::UserNotFoundException);
}

// With rotation REFRESH_TOKEN_AUTH is refused.
bool rotates(const PoolSettings &settings)
{
    return settings.client && settings.client->refreshTokenRotation &&
           settings.client->refreshTokenRotation->feature == idp::values::FeatureType::Enabled;
}

idp::RevokeTokenRequest revocationOf(const UserPoolAccess &access, const QString &token)
{
    return {.token = token, .clientId = access.clientId(), .clientSecret = access.clientSecret()};
}

} // namespace

struct Session::Waiting
{
    QPointer<QObject> context;
    std::function<void(Result<void>)> handler;
};

Session::Session(SessionManager *manager, UserPoolAccess *access, QString id)
    : QObject(manager)
    , m_manager(manager)
    , m_access(access)
    , m_id(std::move(id))
{
}

Session::~Session() = default;

bool Session::isExpired() const
{
    return m_tokens.accessExpiresAtMs != 0 && m_access->clock().nowMs() >= m_tokens.accessExpiresAtMs;
}

void Session::refresh(QObject *context, std::function<void(Result<void>)> handler)
{
    m_waiting.append({context, std::move(handler)});
    if (std::exchange(m_refreshing, true))
        return;
    m_asked = m_generation;
    if (m_tokens.refreshToken.isEmpty() || m_state != State::Active) {
        QMetaObject::invokeMethod(
            this, [this] { refreshed(failure(signInNeeded())); }, Qt::QueuedConnection);
        return;
    }
    m_refreshAction = tr("Refresh tokens");
    sendRefresh();
}

void Session::sendRefresh()
{
    const PoolSettings &settings = m_access->settings();
    if (settings.state == PoolSettings::State::Loading)
        connect(m_access, &UserPoolAccess::settingsChanged, this, &Session::sendRefresh, Qt::SingleShotConnection);
    else if (rotates(settings))
        sendRotating({});
    else
        sendPlain();
}

void Session::sendPlain()
{
    callWhenReady(
        *m_access, this, m_refreshAction,
        [this] {
            m_asked = m_generation; // the secret was waited for
            return plainRequest();
        },
        [this](const Result<idp::InitiateAuthResponse> &response) {
            const bool mayRotate = !m_access->settings().client && !isStale(m_asked);
            if (!response && response.error().code == idp::errors::NotAuthorizedException && mayRotate)
                return sendRotating(response.error());
            refreshed(tokensIn(response));
        });
}

// `refused`: what the other operation was answered; it counts when this one is refused, too, not when it only fails.
void Session::sendRotating(const std::optional<Error> &refused)
{
    callWhenReady(
        *m_access, this, m_refreshAction,
        [this] {
            m_asked = m_generation;
            return rotatingRequest();
        },
        [this, refused](const Result<idp::GetTokensFromRefreshTokenResponse> &response) {
            const bool isRefused =
                !response && response.error().kind == Error::Kind::Service && !response.error().retryable;
            if (refused && isRefused)
                return refreshed(failure(*refused));
            refreshed(tokensIn(response));
        });
}

template<class Response>
Result<Tokens> Session::tokensIn(const Result<Response> &response) const
{
    if (!response)
        return failure(response.error());
    const auto &result = response->authenticationResult;
    if (!result || result->accessToken.value_or(QString()).isEmpty())
        return failure(withoutTokens());
    return tokensFrom(*result, m_tokens, m_access->clock().nowMs());
}

idp::InitiateAuthRequest Session::plainRequest() const
{
    QMap<QString, QString> parameters{{QStringLiteral("REFRESH_TOKEN"), m_tokens.refreshToken}};
    if (const auto hash = m_access->secretHash(m_username))
        parameters.insert(QStringLiteral("SECRET_HASH"), *hash);
    if (!m_tokens.deviceKey.isEmpty())
        parameters.insert(QStringLiteral("DEVICE_KEY"), m_tokens.deviceKey);
    return {.authFlow = idp::values::AuthFlowType::RefreshTokenAuth,
            .authParameters = parameters,
            .clientId = m_access->clientId()};
}

idp::GetTokensFromRefreshTokenRequest Session::rotatingRequest() const
{
    return {.refreshToken = m_tokens.refreshToken,
            .clientId = m_access->clientId(),
            .clientSecret = m_access->clientSecret(),
            .deviceKey = m_tokens.deviceKey.isEmpty() ? std::nullopt : std::optional(m_tokens.deviceKey)};
}

void Session::refreshed(const Result<Tokens> &result)
{
    m_refreshing = false;
    const QList<Waiting> waiting = std::exchange(m_waiting, {});
    const QPointer<Session> self(this);
    Result<void> outcome;
    if (isStale(m_asked)) {
        // Dropped: there are newer tokens. A refresh token that was rotated is known to nobody else.
        if (result && result->refreshToken != m_tokens.refreshToken)
            revokeForgotten(result->refreshToken);
        if (m_state != State::Active)
            outcome = failure(signInNeeded());
    } else if (result) {
        setTokens(*result);
    } else {
        outcome = failure(result.error());
        if (isRefusal(result.error()) && m_state == State::Active)
            setState(State::NeedsSignIn);
    }
    for (const Waiting &one : waiting) {
        if (self && one.context)
            one.handler(outcome);
    }
}

void Session::withAccessToken(QObject *context, std::function<void(Result<QString>)> handler)
{
    const qint64 expiresAt = m_tokens.accessExpiresAtMs;
    const bool good = expiresAt == 0 || m_access->clock().nowMs() + marginMs < expiresAt;
    if (m_state != State::NeedsSignIn && m_state != State::Ended && good && !m_refreshing) {
        QMetaObject::invokeMethod(
            this,
            [context = QPointer<QObject>(context), handler = std::move(handler), token = m_tokens.accessToken] {
                if (context)
                    handler(token);
            },
            Qt::QueuedConnection);
        return;
    }
    refresh(context, [this, handler = std::move(handler)](const Result<void> &done) {
        if (done)
            handler(m_tokens.accessToken);
        else
            handler(failure(done.error()));
    });
}

void Session::signOutHere()
{
    if (m_state == State::SigningOut || m_state == State::Ended)
        return;
    const int generation = m_generation;
    const QString token = m_tokens.refreshToken;
    const QPointer<Session> alive(this);
    setState(State::SigningOut);
    if (!alive || isStale(generation))
        return;
    if (!m_refreshing)
        return revoke(token, generation);
    m_waiting.append({this, [this, generation, token](const Result<void> &) {
                          revoke(isStale(generation) ? token : m_tokens.refreshToken, generation);
                      }});
}

void Session::revoke(const QString &token, int generation)
{
    if (token.isEmpty()) {
        if (!isStale(generation))
            m_manager->forget(this);
        return;
    }
    callWhenReady(
        *m_access, this, tr("Sign out"), [this, token] { return revocationOf(*m_access, token); },
        [this, generation](const Result<idp::RevokeTokenResponse> &response) {
            const QPointer<Session> self(this);
            if (!response)
                emit signOutFailed(response.error());
            // The same user may have signed in anew in the meantime.
            if (self && !isStale(generation))
                m_manager->forget(this);
        });
}

void Session::revokeForgotten(const QString &token)
{
    callWhenReady(
        *m_access, this, tr("Sign out"), [this, token] { return revocationOf(*m_access, token); },
        [](const Result<idp::RevokeTokenResponse> &response) {
            if (!response)
                qCWarning(lcAuth) << "A refresh token could not be revoked:" << response.error().code;
        });
}

void Session::signOutEverywhere()
{
    if (m_state == State::SigningOut || m_state == State::Ended)
        return;
    const State before = m_state;
    const int generation = m_generation;
    withAccessToken(this, [this, before, generation](const Result<QString> &token) {
        if (isStale(generation))
            return;
        if (!token)
            return signOutRefused(before, token.error());
        m_access->client().call(idp::GlobalSignOutRequest{.accessToken = *token}, this,
                                [this, before, generation](const Result<idp::GlobalSignOutResponse> &response) {
                                    if (isStale(generation))
                                        return;
                                    if (!response)
                                        return signOutRefused(before, response.error());
                                    m_manager->forget(this);
                                },
                                {.action = tr("Sign out everywhere")});
    });
    setState(State::SigningOut); // after asking: while signing out nothing is refreshed any more
}

void Session::signOutRefused(State before, const Error &error)
{
    const QPointer<Session> self(this);
    setState(isRefusal(error) && error.operation != QLatin1StringView("GlobalSignOut") ? State::NeedsSignIn : before);
    if (self)
        emit signOutFailed(error);
}

void Session::setTokens(const Tokens &tokens)
{
    m_tokens = tokens;
    if (const QString name = displayNameIn(tokens); !name.isEmpty())
        m_displayName = name;
    m_manager->store(this);
    const QPointer<Session> self(this);
    if (m_state == State::NeedsSignIn)
        setState(State::Active);
    if (self)
        emit tokensChanged();
}

void Session::setState(State state)
{
    if (std::exchange(m_state, state) != state)
        emit stateChanged(state);
}

} // namespace poolscope::auth
