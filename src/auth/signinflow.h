#pragma once

#include "auth/challenge.h"
#include "auth/signinform.h"
#include "core/error.h"
#include "core/result.h"

#include <QObject>
#include <QPointer>

#include <memory>
#include <optional>

namespace poolscope::auth {

class Session;
class SessionManager;
class UserPoolAccess;
struct ChallengeOrTokens;

// Signing in, driven by what the service answers. GUI thread; SRP is computed on a thread of the pool. One request at a
// time; destroying the flow aborts it. PASSWORD_VERIFIER is answered by the flow itself.
class SignInFlow final : public QObject
{
    Q_OBJECT

public:
    // `sessions` takes what signing in ends with; both live longer than the flow.
    SignInFlow(UserPoolAccess *access, SessionManager *sessions, QObject *parent = nullptr);
    ~SignInFlow() override;

    void start(const SignInForm &form); // gives up whatever was under way
    // Answers the current challenge, by the names of its fields. Ignored when there is none or isBusy().
    void respond(const QMap<QString, QString> &answers);
    void runSideAction(const QString &id);
    void cancel(); // back to idle; nothing more is emitted for this attempt but busyChanged

    bool isBusy() const { return m_busy; }
    const std::optional<Challenge> &challenge() const { return m_challenge; } // what waits for an answer
    const SignInForm &form() const { return m_form; }
    QStringList steps() const { return m_steps; } // the names of the challenges so far, in order, this one included

signals:
    void busyChanged(bool busy);
    void challengeReceived(const poolscope::auth::Challenge &challenge); // also those it answers by itself
    void signedIn(poolscope::auth::Session *session);                    // the manager's; current already
    // The attempt failed. When challenge() still holds one, it may be answered again; otherwise start() again. Refused
    // here, before sending: kind Validation with code "UsernameMissing", "PasswordMissing" or "AnswerRefused"; for the last
    // one answerProblems() tells which fields it concerns.
    void failed(const poolscope::Error &error);
    // Instead of failed(): UserNotConfirmedException and PasswordResetRequiredException.
    void confirmationNeeded(const QString &username, const poolscope::Error &refusal);
    void passwordResetNeeded(const QString &username, const poolscope::Error &refusal);

private:
    struct Attempt;

    void initiate();
    QMap<QString, QString> authParameters();
    void respondWith(const QMap<QString, QString> &answers);
    void received(const Result<ChallengeOrTokens> &answer);
    void enter(const ChallengeOrTokens &next);
    void answerByItself();
    QMap<QString, QString> challengeResponses(QMap<QString, QString> answers);
    void answerPasswordVerifier();
    void finish(const idp::AuthenticationResultType &result);
    void fail(const Error &error);
    void failProtocol(const QString &code, const QString &message);
    void setBusy(bool busy);
    bool needsPassword() const;
    QString nameToSend() const;
    QString srpA();

    UserPoolAccess *m_access;
    SessionManager *m_sessions;
    SignInForm m_form;
    std::unique_ptr<Attempt> m_attempt; // replaced by every start(): answers to an earlier one are not delivered
    std::optional<Challenge> m_challenge;
    QStringList m_steps;
    bool m_busy = false;
};

} // namespace poolscope::auth
