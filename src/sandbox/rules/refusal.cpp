#include "sandbox/rules/refusal.h"

#include "sandbox/rules/protocolrefusals.h"

namespace poolscope::sandbox {

// In one go: what is put in may itself look like a place.
ServiceError refusal(const Refusal &what, const QString &first, const QString &second)
{
    const QString text = what.message;
    QString message;
    for (qsizetype at = 0; at < text.size(); ++at) {
        const QStringView place = QStringView(text).sliced(at).first(qMin<qsizetype>(2, text.size() - at));
        const bool isFirst = place == u"%1";
        if (isFirst || place == u"%2") {
            message += isFirst ? first : second;
            ++at;
        } else {
            message += text.at(at);
        }
    }
    return {what.exception, message};
}

ServiceError notSimulated(const QString &what)
{
    return refusal(refusals::notSimulated, what);
}

ServiceError internalError()
{
    ServiceError error = refusal(refusals::internalError);
    error.httpStatus = 500;
    return error;
}

} // namespace poolscope::sandbox
