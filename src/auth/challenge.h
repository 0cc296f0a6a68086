#pragma once

#include "auth/attributes.h"
#include "auth/passwordrules.h"

#include <QList>
#include <QMap>
#include <QString>

#include <optional>

namespace poolscope::auth {

struct ChallengeField;

struct ChallengeOption
{
    QString value; // what is sent
    QString label;
    QList<ChallengeField> fields; // asked when this one is chosen
};

struct ChallengeField
{
    enum class Kind {
        Code,        // digits, may be pasted with blanks
        Password,    // an existing one
        NewPassword, // judged by Challenge::policy
        Attribute,   // judged by `attribute`
        Choice,      // one of `options`
        QrCode,      // to show: `value` is the text in the code
        Json,        // a long text, shown and answered as JSON; `value` is what the service sent
        Text,        // one line of free text
        Pairs,       // free names and values: for what nobody knows yet. Its answers go in under their own names
    };
    QString name; // the key in the answers, as in ChallengeResponses ("SMS_MFA_CODE", "userAttributes.email")
    Kind kind = Kind::Text;
    QString label;
    QString hint;
    bool required = true;
    int codeLength = 0; // 0: unknown
    QString value;      // to show or to start with
    std::optional<AttributeSpec> attribute;
    QList<ChallengeOption> options;
};

struct SideAction
{
    QString id; // one of the constants below
    QString text;
};

namespace sideactions {
inline constexpr QLatin1StringView StartAgain{"startAgain"};         // SignInFlow::runSideAction
inline constexpr QLatin1StringView SendNewCode{"sendNewCode"};       // SignInFlow::runSideAction: begins again
inline constexpr QLatin1StringView OtherMethod{"otherMethod"};       // SignInFlow::runSideAction: begins again
inline constexpr QLatin1StringView ForgotPassword{"forgotPassword"}; // the screen's: PasswordResetFlow
} // namespace sideactions

// What the service asks for next, ready to be drawn. All sixteen names of the service are known; another one gets its
// parameters to look at and free names and values to answer with.
struct Challenge
{
    QString name;
    QString title;       // translated
    QString explanation; // translated; where the code went, and so on
    QList<ChallengeField> fields;
    QList<SideAction> sideActions;
    QMap<QString, QString> parameters;    // ChallengeParameters as they came
    QStringList available;                // AvailableChallenges
    std::optional<PasswordPolicy> policy; // with a NewPassword field
    bool known = true;                    // false: not one of the sixteen
    bool answeredByItself = false;        // the flow answers without asking (SRP, device)
    bool hasSession = false;
    qint64 receivedAtMs = 0;              // by the connection's clock
    std::optional<qint64> sessionSeconds; // how long the session is good, where the client's settings say it
};

struct ChallengeSource
{
    QString name;
    QMap<QString, QString> parameters;
    QStringList available;
    bool hasSession = false;
    bool passwordKnown = false; // PASSWORD and PASSWORD_SRP can be answered without asking again
    bool choiceFlow = false;    // USER_AUTH: another first factor may be possible
    qint64 receivedAtMs = 0;
};

// Pure: from the service's data to a form. Nothing in the data is trusted to be there or well-formed.
Challenge describeChallenge(const ChallengeSource &source, const PoolSettings &settings);

struct AnswerProblem
{
    QString field;    // its name
    QString sentence; // translated
};

// What keeps the answers from being sent, in the order of the fields: a required one is missing, or an attribute is
// malformed. A new password that breaks the policy may be sent: testers need the service's answer.
QList<AnswerProblem> answerProblems(const Challenge &challenge, const QMap<QString, QString> &answers);

} // namespace poolscope::auth
