#include "sandbox/rules/refusal.h"

namespace poolscope::sandbox {

ServiceError refusal(const Refusal &what, const QString &argument)
{
    QString message = what.message;
    message.replace(QStringLiteral("%1"), argument);
    return {what.exception, message};
}

ServiceError notSimulated(const QString &what)
{
    return {QStringLiteral("NotSimulatedException"), QStringLiteral("The sandbox does not simulate %1.").arg(what)};
}

} // namespace poolscope::sandbox
