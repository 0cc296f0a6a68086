#pragma once

#include "sandboxbench.h"

#include "crypto/srp.h"

namespace poolscope::sandbox::test {

inline const QString goodPassword = QStringLiteral("Passw0rd!");
inline const QString otherPassword = QStringLiteral("An0ther-one");

struct NewPasswordStep
{
    QString userId;
    QString session;
    idp::InitiateAuthResponse challenge;
};

// Pools and clients for tests of operations, and the usual steps in one line each.
struct TestWorld
{
    explicit TestWorld(const QMap<QString, QString> &choices = {});

    SandboxBench bench;

    QString namesPool;   // user names, e-mail verified by itself
    QString emailPool;   // the e-mail address is the user name, case does not matter
    QString aliasPool;   // user names, e-mail as an alias
    QString invitesPool; // as namesPool, only administrators make users; name is required

    QString names;       // LEGACY, all simulated flows
    QString hidden;      // of namesPool, PreventUserExistenceErrors=ENABLED
    QString secretive;   // of namesPool, with the secret below
    QString srpOnly;     // of namesPool, without password flow and refresh
    QString unrevocable; // of namesPool, EnableTokenRevocation=false
    QString email;
    QString alias;
    QString invites;

    inline static const QString secret = QStringLiteral("0123456789abcdefghijklmnopqrstuvwxyz");

    QString newName(); // "user1", "user2", ...

    QString signUp(const QString &client, const QString &name, const QString &password = goodPassword);
    QString confirmed(const QString &client, const QString &name); // gives the name; signed up and confirmed
    QString invited(const QString &name, const QString &temporaryPassword = QStringLiteral("Temp0rary!"));
    Outcome<idp::InitiateAuthResponse> passwordSignIn(const QString &client, const QString &name,
                                                      const QString &password = goodPassword);
    Outcome<idp::InitiateAuthResponse> refresh(const QString &client, const QString &refreshToken,
                                               const QString &secretHash = {});
    // The first step: the challenge that srpAnswer() answers.
    Outcome<idp::InitiateAuthResponse> startSrp(const QString &client, const QString &name,
                                                const crypto::SrpClient &srp);
    // The second step's answer; the first step's error where that fails.
    Outcome<idp::RespondToAuthChallengeResponse> srpSignIn(const QString &client, const QString &name,
                                                           const QString &password = goodPassword);
    // Brings the user into a state that no simulated operation leads to.
    QString changed(const QString &pool, const QString &name, const std::function<void(UserRecord &)> &change);
    // A new user of invitesPool with the temporary password, standing at NEW_PASSWORD_REQUIRED.
    NewPasswordStep newPasswordStep();
    Outcome<idp::RespondToAuthChallengeResponse> answerNewPassword(const NewPasswordStep &step,
                                                                   QMap<QString, QString> answers);
    // A new confirmed user of namesPool, as an access token.
    QString token() { return *tokens(names, confirmed(names, newName())).accessToken; }
    // The same token signed again with another scope.
    QString withScope(const QString &accessToken, const QString &scope);
    idp::AuthenticationResultType tokens(const QString &client, const QString &name); // throws when refused
};

// The answer to a PASSWORD_VERIFIER challenge.
idp::RespondToAuthChallengeRequest srpAnswer(const QString &client, const QString &poolId, const crypto::SrpClient &srp,
                                             const idp::InitiateAuthResponse &challenge, const QString &password,
                                             const QDateTime &utc);

json::Value claimsOf(const QString &token);

} // namespace poolscope::sandbox::test
