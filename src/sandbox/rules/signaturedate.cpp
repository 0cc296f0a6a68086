#include "sandbox/rules/signaturedate.h"

#include "sandbox/rules/protocolrefusals.h"

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
    const Refusal &what = late ? refusals::signatureLate : refusals::signatureEarly;
    return ServiceError{
        QString(what.exception),
        QString(what.message)
            .arg(basicDate(signedMs), basicDate(nowMs + (late ? -toleranceMs : toleranceMs)), basicDate(nowMs))
            .arg(minutes)};
}

} // namespace poolscope::sandbox
