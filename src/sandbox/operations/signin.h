#pragma once

#include "sandbox/operations/triggers.h"

// One call of a sign-in and the steps that the flows share. InitiateAuth, RespondToAuthChallenge and their
// administrators' forms differ only in how they are asked and answered.
namespace poolscope::sandbox {

struct AuthAnswer
{
    std::optional<QString> challengeName;
    std::optional<QString> session;
    QMap<QString, QString> challengeParameters;
    std::optional<idp::AuthenticationResultType> result;
};

struct SignIn
{
    Call call;
    Then<AuthAnswer> reply;
    ClientContext context;
    QMap<QString, QString> parameters{}; // AuthParameters or ChallengeResponses
    std::optional<QString> session{};
    std::optional<QMap<QString, QString>> clientMetadata{};
    bool isAnswer = false; // of a challenge: only then later triggers get the metadata
    bool isAdministrators = false;
    bool rotates = false; // the call gives out a new refresh token where the client rotates them
    UserRecord user{};    // rowId 0: not known (yet), or a made-up one
    QString typedName{};  // that the sign-in began with: who a made-up user is

    bool hidesUsers() const;
    void fail(const ServiceError &error) const { reply(tl::unexpected(error)); }
    void fail(const Refusal &what, const QString &argument = {}) const { fail(refusal(what, argument)); }
    TriggerCall trigger() const;
};
using SignInPtr = std::shared_ptr<SignIn>;

// The flows: each answers through run->reply.
void signInByPassword(const SignInPtr &run);
void startSrp(const SignInPtr &run);
void answerSrp(const SignInPtr &run);
void answerNewPassword(const SignInPtr &run);
void refreshTokens(const SignInPtr &run);

// A member of AuthParameters or ChallengeResponses; InvalidParameterException `Missing required parameter USERNAME`.
Outcome<QString> required(const SignIn &run, QLatin1StringView name);
Outcome<void> checkSecretHash(const SignIn &run, const QString &username);
// No such user: what the client may hear of it.
ServiceError unknownUserError(const SignIn &run);

// Fires PreAuthentication, reads the user again, goes on. Users without a password (imported ones) are made-up ones from
// then on where the client hides who exists.
void preAuthentication(const SignInPtr &run, std::function<void()> then);
// Lock-out, disabled, reset required, and what the choices put before the password. Made-up users are locked out like
// real ones.
Outcome<void> checkBeforePassword(const SignIn &run);
// The lock-out alone. Asked again once the password was compared: others may have guessed meanwhile, and whoever guesses
// at once is to have no more tries than one after another.
Outcome<void> checkLockOut(const SignIn &run);
// Counts towards the lock-out and refuses.
void refuseWrongPassword(const SignInPtr &run);
// The password is right: what remains to be asked, else tokens.
void afterPassword(const SignInPtr &run);

QString newRefreshToken(const Services &services); // in the chosen form
// A new session for the next challenge, as its token.
QString openSession(const SignIn &run, const json::Value &state);
// The session that the answer names, at the step that it must be at. Does not use it up.
Outcome<AuthSessionRecord> sessionAt(const SignIn &run, QLatin1StringView step);

// PostAuthentication, PreTokenGeneration, a new grant, the tokens. source: "TokenGeneration_Authentication".
void issueTokens(const SignInPtr &run, QLatin1StringView source);
// Signs tokens of a grant; refreshToken is empty where none is given out.
void answerWithTokens(const SignInPtr &run, const GrantRecord &grant, const QString &refreshToken);
void preTokenGeneration(const SignInPtr &run, QLatin1StringView source, std::function<void()> then);

} // namespace poolscope::sandbox
