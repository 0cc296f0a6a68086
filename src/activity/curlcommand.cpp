#include "activity/commands.h"
#include "activity/recordedrequest.h"

namespace poolscope::activity {

namespace {

const QString curlLineBreak = QStringLiteral(" \\\n  ");

QStringList curlSignature(const transport::ActivityEntry &entry, const RecordedRequest &request)
{
    const QString service =
        request.operation ? QString(request.operation->service->signingName) : QString(entry.service);
    return {QStringLiteral("--aws-sigv4 ") + shellQuoted(QStringLiteral("aws:amz:%1:%2").arg(entry.region, service)),
            QStringLiteral("--user \"${AWS_ACCESS_KEY_ID:?}:${AWS_SECRET_ACCESS_KEY:?}\""),
            // One word in every shell, and none where there is no token.
            QStringLiteral("${AWS_SESSION_TOKEN:+\"-HX-Amz-Security-Token: $AWS_SESSION_TOKEN\"}")};
}

} // namespace

bool hasCurlCommand(const transport::ActivityEntry &entry)
{
    return recordedRequest(entry).isWhole;
}

std::optional<ShellCommand> curlCommand(const transport::ActivityEntry &entry)
{
    const RecordedRequest request = recordedRequest(entry);
    if (!hasCurlCommand(entry))
        return std::nullopt;
    ShellVariables variables;
    QStringList parts{QStringLiteral("curl --silent --show-error ") +
                      shellQuoted(request.url.toString(QUrl::FullyEncoded))};
    for (const RecordedRequest::Header &header : request.headers)
        parts += QStringLiteral("-H ") + shellQuoted(QStringLiteral("%1: %2").arg(header.name, header.value));
    QStringList names;
    if (request.isSigned) {
        parts += curlSignature(entry, request);
        names = QStringList{QStringLiteral("AWS_ACCESS_KEY_ID"), QStringLiteral("AWS_SECRET_ACCESS_KEY")};
    }
    if (request.operation)
        parts += QStringLiteral("--data-raw ") + variables.quotedJson(variables.marked(request.body));
    else if (request.isForm())
        parts += QStringLiteral("--data-raw ") + shellQuoted(request.form);
    return ShellCommand{parts.join(curlLineBreak), names, variables.jsonNames()};
}

} // namespace poolscope::activity
