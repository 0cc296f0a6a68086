#include "cognito/stsanswer.h"

#include "core/redaction.h"

#include <QCoreApplication>
#include <QHash>
#include <QXmlStreamReader>

namespace poolscope::cognito {

namespace {

// The texts of the elements that hold nothing but text, the first of each name.
QHash<QString, QString> leavesOf(const QByteArray &body)
{
    QHash<QString, QString> leaves;
    QXmlStreamReader reader(body);
    QString name;
    QString text;
    while (!reader.atEnd()) {
        const auto token = reader.readNext();
        if (token == QXmlStreamReader::StartElement) {
            name = reader.name().toString();
            text.clear();
        } else if (token == QXmlStreamReader::Characters) {
            text += reader.text();
        } else if (token == QXmlStreamReader::EndElement && reader.name() == name) {
            if (!leaves.contains(name))
                leaves.insert(name, text.trimmed());
            name.clear();
        }
    }
    return reader.hasError() ? QHash<QString, QString>() : leaves;
}

} // namespace

Result<CallerIdentity> readCallerIdentity(int httpStatus, const QByteArray &body)
{
    const QHash<QString, QString> leaves = leavesOf(body);
    const QString code = leaves.value(QStringLiteral("Code"));
    if (httpStatus != 200 && !code.isEmpty())
        return failure({.kind = Error::Kind::Service,
                        .code = code,
                        .message = redactText(leaves.value(QStringLiteral("Message"))),
                        .operation = QStringLiteral("GetCallerIdentity"),
                        .requestId = leaves.value(QStringLiteral("RequestId")),
                        .httpStatus = httpStatus,
                        .retryable = httpStatus >= 500});
    const CallerIdentity identity{leaves.value(QStringLiteral("Arn")), leaves.value(QStringLiteral("Account")),
                                  leaves.value(QStringLiteral("UserId"))};
    if (httpStatus == 200 && !identity.arn.isEmpty())
        return identity;
    return failure({.kind = Error::Kind::Protocol,
                    .code = QStringLiteral("UnexpectedAnswer"),
                    .message = QCoreApplication::translate("Transport", "The answer does not say whose keys they are."),
                    .operation = QStringLiteral("GetCallerIdentity"),
                    .httpStatus = httpStatus,
                    .retryable = httpStatus >= 500});
}

} // namespace poolscope::cognito
