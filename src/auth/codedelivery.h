#pragma once

#include "model/cognitoidp.h"

#include <QString>

#include <optional>

namespace poolscope::auth {

// Where a code went, as the service tells it: the destination is masked by the service.
struct CodeDelivery
{
    QString destination; // "t***@e***"; empty when the service did not say
    QString medium;      // "EMAIL", "SMS", or empty
    QString attribute;   // "email", "phone_number"

    bool isKnown() const { return !medium.isEmpty() || !destination.isEmpty(); }
    QString sentence() const; // "We sent a code by e-mail to t***@e***." translated; honest where nothing was said
};

CodeDelivery codeDelivery(const std::optional<idp::CodeDeliveryDetailsType> &details);

// A pasted code without its blanks, dashes between groups and invisible characters; digits of other scripts become ASCII.
QString cleanCode(const QString &pasted);

} // namespace poolscope::auth
