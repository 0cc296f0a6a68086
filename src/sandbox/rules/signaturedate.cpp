#include "sandbox/rules/signaturedate.h"

#include <QDateTime>

namespace poolscope::sandbox {

namespace {

const QString basicForm = QStringLiteral("yyyyMMdd'T'HHmmss'Z'");

QString basicDate(qint64 ms)
{
    return QDateTime::fromMSecsSinceEpoch(ms, Qt::UTC).toString(basicForm);
}

} // namespace

std::optional<qint64> signatureDateMs(QByteArrayView amzDate)
{
    QDateTime date = QDateTime::fromString(QString::fromLatin1(amzDate), basicForm);
    date.setTimeSpec(Qt::UTC);
    return date.isValid() ? std::optional(date.toMSecsSinceEpoch()) : std::nullopt;
}

std::optional<ServiceError> signatureDateProblem(QByteArrayView amzDate, qint64 nowMs, qint64 realNowMs,
                                                 qint64 toleranceMs)
{
    const auto date = signatureDateMs(amzDate);
    if (!date)
        return std::nullopt;
    const qint64 signedMs = *date;
    if (qAbs(signedMs - nowMs) <= toleranceMs || qAbs(signedMs - realNowMs) <= toleranceMs)
        return std::nullopt;
    const qint64 minutes = toleranceMs / 60'000;
    const bool late = signedMs < nowMs;
    const QString text = late ? QStringLiteral("Signature expired: %1 is now earlier than %2 (%3 - %4 min.)")
                              : QStringLiteral("Signature not yet current: %1 is still later than %2 (%3 + %4 min.)");
    return ServiceError{
        QStringLiteral("InvalidSignatureException"),
        text.arg(basicDate(signedMs), basicDate(nowMs + (late ? -toleranceMs : toleranceMs)), basicDate(nowMs))
            .arg(minutes)};
}

} // namespace poolscope::sandbox
