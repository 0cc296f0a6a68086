#pragma once

#include "core/result.h"

#include <QByteArray>
#include <QString>

namespace poolscope::cognito {

// Whose keys signed a request.
struct CallerIdentity
{
    QString arn; // "arn:aws:iam::123456789012:user/mira"
    QString account;
    QString userId;
};

// What STS answers to GetCallerIdentity: XML, as its query protocol has it. Pure. Errors: Service (its code and words),
// Protocol "UnexpectedAnswer".
Result<CallerIdentity> readCallerIdentity(int httpStatus, const QByteArray &body);

} // namespace poolscope::cognito
