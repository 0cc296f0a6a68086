#pragma once

#include "model/cognitoidp.h"

#include <QMap>
#include <QString>

#include <optional>

namespace poolscope::auth {

struct PoolSettings;

// Where a code went, as the service tells it: the destination is masked by the service.
struct CodeDelivery
{
    QString destination; // "t***@e***"; empty when the service did not say
    QString medium;      // "EMAIL", "SMS", or empty
    QString attribute;   // "email", "phone_number"

    // Whether the service would have said the same of a user who does not exist (PreventUserExistenceErrors): then the
    // destination may be made up, and nothing was sent.
    enum class Certainty { Sent, MaybeMadeUp, Unknown };
    Certainty certainty = Certainty::Sent;

    // Why a sign-up sent no code.
    enum class NoCode {
        NothingVerified, // the pool verifies no address by itself
        NoEmail,         // it would have gone to this, and there is none
        NoPhone,
        NoAddress,   // to one of the two
        PoolUnknown, // one of these; the pool's settings are not known
    };
    std::optional<NoCode> noCode; // nothing where one was sent, or nobody knows

    bool isKnown() const { return !medium.isEmpty() || !destination.isEmpty(); }
    // "A code was sent by e-mail to t***@e***." translated; honest where nothing was said, or it may not be so.
    QString sentence() const;
    QString caution() const; // why it may not be so; empty where it is, or nobody knows
};

CodeDelivery codeDelivery(const std::optional<idp::CodeDeliveryDetailsType> &details);
// The answer to asking by name for a user whom nobody has seen: `hidesUsers` as clientHidesUsers() says.
CodeDelivery codeDeliveryToNamed(const std::optional<idp::CodeDeliveryDetailsType> &details,
                                 const std::optional<bool> &hidesUsers);

// For a sign-up whose answer names no place that a code went to. Nothing where the pool, as far as its settings tell, had
// an address to send it to.
std::optional<CodeDelivery::NoCode> whyNoCode(const PoolSettings &settings, const QString &username,
                                              const QMap<QString, QString> &attributes);

// A pasted code without its blanks, dashes between groups and invisible characters; digits of other scripts become ASCII.
QString cleanCode(const QString &pasted);

} // namespace poolscope::auth
